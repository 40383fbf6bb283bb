import type { Language } from '../../../config/hugo-settings.ts';
import { flagAt, type Table, tableAt, textAt, valueAt } from './tables.ts';

/** The languages of a site, the main one first; one that is not built is left out. */
export function languagesOf(config: Table): readonly Language[] {
  const languages = tableAt(config, 'languages');
  const [first] = languages.keys();
  const written = textAt(config, 'defaultcontentlanguage').toLowerCase();
  const main = written || (languages.size > 0 && !languages.has('en') ? (first ?? 'en') : 'en');
  const disabled = valueAt(config, 'disablelanguages');
  const isBuilt = (name: string) =>
    valueAt(languages, `${name}.disabled`) !== true && !(Array.isArray(disabled) && disabled.includes(name));
  const isInFolder = flagAt(config, 'defaultcontentlanguageinsubdir', false);
  const others = [...languages.keys()].filter((name) => name !== main && isBuilt(name));
  return [
    { name: main, prefix: isInFolder ? `/${main}` : '' },
    ...others.map((name) => ({ name, prefix: `/${name}` })),
  ];
}

/** `b/p.de.md` as `b/p.md` and `de`, where that is a language of the site. Only the name counts, not the folders. */
export function splitLanguage(
  path: string,
  languages: readonly Language[],
): { readonly path: string; readonly language: string | null } {
  const slash = path.lastIndexOf('/');
  const end = path.lastIndexOf('.');
  const dot = end <= slash ? -1 : path.lastIndexOf('.', end - 1);
  if (dot <= slash + 1) return { path, language: null };
  const name = path.slice(dot + 1, end).toLowerCase();
  return languages.some((each) => each.name === name)
    ? { path: path.slice(0, dot) + path.slice(end), language: name }
    : { path, language: null };
}
