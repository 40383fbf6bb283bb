import type { Language } from '../../../config/hugo-settings.ts';
import { flagAt, type Table, tableAt, textAt, valueAt, wordsOf } from './tables.ts';

/** The languages of a site, the main one first, and the names of those that are not built. */
export function languagesOf(config: Table): {
  readonly languages: readonly Language[];
  readonly unbuilt: readonly string[];
} {
  const table = tableAt(config, 'languages');
  const [first] = table.keys();
  const written = textAt(config, 'defaultcontentlanguage').toLowerCase();
  const main = written || (table.size > 0 && !table.has('en') ? (first ?? 'en') : 'en');
  const disabled = wordsOf(valueAt(config, 'disablelanguages')).map((name) => name.toLowerCase());
  const isUnbuilt = (name: string) => valueAt(table, `${name}.disabled`) === true || disabled.includes(name);
  const isInFolder = flagAt(config, 'defaultcontentlanguageinsubdir', false);
  // A language that is switched off need not be named elsewhere.
  const others = [...new Set([...table.keys(), ...disabled])].filter((name) => name !== main);
  return {
    languages: [
      { name: main, prefix: isInFolder ? `/${main}` : '' },
      ...others.filter((name) => !isUnbuilt(name)).map((name) => ({ name, prefix: `/${name}` })),
    ],
    unbuilt: others.filter(isUnbuilt),
  };
}

/** `b/p.de.md` as `b/p.md` and `de`, where the site has that language, switched off or not. Only the name counts, not the folders. */
export function splitLanguage(
  path: string,
  {
    languages,
    unbuiltLanguages,
  }: { readonly languages: readonly Language[]; readonly unbuiltLanguages: readonly string[] },
): { readonly path: string; readonly language: string | null } {
  const slash = path.lastIndexOf('/');
  const end = path.lastIndexOf('.');
  const dot = end <= slash ? -1 : path.lastIndexOf('.', end - 1);
  if (dot <= slash + 1) return { path, language: null };
  const name = path.slice(dot + 1, end).toLowerCase();
  return languages.some((each) => each.name === name) || unbuiltLanguages.includes(name)
    ? { path: path.slice(0, dot) + path.slice(end), language: name }
    : { path, language: null };
}
