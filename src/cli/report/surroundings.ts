import { once } from '../../collections/once.ts';
import { keepAddressOf, redirectLine, redirectsFile } from '../../lint/changes/keep-address.ts';
import type { Handbook } from '../../model/handbook.ts';
import type { SiteContext } from '../../report/start/candidates.ts';
import { siteAt } from '../../sites/index.ts';
import { findUnknown } from '../init/unknown-trees.ts';

/** What is known of the site that decides the best fix for a missing address. */
export function surroundingsOf(handbook: Handbook): SiteContext {
  const folders = foldersOf(handbook);
  const hidden = once(() => hiddenPages(handbook));
  const trees = once(() => findUnknown(handbook, handbook.config.hosts).map(({ prefix }) => prefix));
  return {
    exists: (address) =>
      folders.has(address) ||
      handbook.at(address) !== undefined ||
      handbook.isAutomatic(address) ||
      handbook.alias(address) !== undefined,
    hidden: (address) => hidden().get(address.endsWith('/') ? address : `${address}/`) ?? null,
    elsewhere(address) {
      const folder = trees().find((tree) => address.startsWith(tree));
      if (folder === undefined) return null;
      return { folder, line: `unknown: [${[...handbook.config.unknown, folder].join(', ')}]` };
    },
    keep(targets, suggestion) {
      const page = handbook.at(suggestion.replace(/[#?].*$/s, ''));
      const [first, ...others] = targets;
      if (page === undefined || first === undefined || !targets.every((target) => target.startsWith('/'))) return null;
      const written = keepAddressOf(page, first, handbook).suggestions[0]?.text.trim();
      return written === undefined ? null : { file: page.path, line: withOthers(written, first, others) };
    },
    redirect(folder, to) {
      const file = redirectsFile(handbook);
      // The first line that matches an address decides.
      if (file === undefined || handbook.redirect(`${folder}-`) !== undefined) return null;
      return { file: file.path, line: redirectLine(`${folder}*`, to) };
    },
  };
}

/** Every folder that a file of the site lies in. */
function foldersOf(handbook: Handbook): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of handbook.files())
    for (let slash = file.indexOf('/', 1); slash >= 0; slash = file.indexOf('/', slash + 1))
      folders.add(file.slice(0, slash + 1));
  return folders;
}

const offTheSite: ReadonlySet<string> = new Set(['draft', 'unrendered', 'future', 'expired']);

/** Files whose pages are kept off the site, by the addresses that they would have. */
function hiddenPages(handbook: Handbook): ReadonlyMap<string, string> {
  const pages = handbook.pages.filter(({ unbuilt }) => unbuilt !== null && offTheSite.has(unbuilt));
  return new Map(pages.map((page) => [siteAt(page, handbook).assumedAddress(page, handbook), page.path]));
}

/** A YAML list of aliases that ends in the first one, with the others behind it. */
export function withOthers(written: string, first: string, others: readonly string[]): string {
  if (written.endsWith(']')) return `${[written.slice(0, -1), ...others].join(', ')}]`;
  const indent = /^.*$/m.exec(written.slice(written.lastIndexOf('\n') + 1))?.[0].slice(0, -first.length) ?? '- ';
  return [written, ...others.map((other) => indent + other)].join('\n');
}
