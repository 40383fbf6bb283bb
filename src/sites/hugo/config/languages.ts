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
