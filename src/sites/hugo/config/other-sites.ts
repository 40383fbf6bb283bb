import type { Language } from '../../../config/hugo-settings.ts';
import { flagAt, type Table, tableAt, tableOf, valueAt, wordsOf } from './tables.ts';

/** Whether a mount brings its files to several languages, by a list or a pattern; `language`: the one that is followed. */
export function languagesOfMount(
  mount: Table,
  main: string,
): { readonly language: string | undefined; readonly isShared: boolean } {
  const names = wordsOf(valueAt(mount, 'sites.matrix.languages')).map((name) => name.toLowerCase());
  const isPattern = names.some((name) => /[*?!{[]/.test(name));
  const isShared = names.length > 1 || isPattern || valueAt(mount, 'sites.complements') !== undefined;
  return { language: isPattern || names.includes(main) ? (isShared ? undefined : main) : names[0], isShared };
}

/**
 * Beginnings of addresses below which further sites of the same files stand: those of versions and roles, and of languages to which
 * a mount brings pages of another one. `/` where all pages stand below one. Run with 0.167 and 0.169.
 */
export function otherSites(config: Table, languages: readonly Language[]): readonly string[] {
  const mounts = valueAt(config, 'module.mounts');
  const main = languages[0]?.name ?? '';
  const isShared = Array.isArray(mounts) && mounts.some((mount) => languagesOfMount(tableOf(mount), main).isShared);
  const isBelow = ['version', 'role'].some((kind) => flagAt(config, `defaultcontent${kind}insubdir`, false));
  return [
    ...(isShared ? languages.slice(1).map(({ prefix }) => `${prefix}/`) : []),
    ...['versions', 'roles'].flatMap((kind) => [...tableAt(config, kind).keys()].map((name) => `/${name}/`)),
    ...(isBelow ? ['/'] : []),
  ];
}
