import type { HandbookConfig } from '../../config/config.ts';
import type { Link } from '../../markdown/facts.ts';
import { decode, looksLikeFile, splitHref, walk } from '../href.ts';
import type { TakenFor } from '../recognise.ts';

/** A page as far as its links are concerned. */
export interface LinkingPage {
  readonly path: string;
  readonly links: readonly Pick<Link, 'kind' | 'href'>[];
}

const byAddresses: TakenFor = {
  generator: null,
  sign: 'more than a third of the links between pages are addresses that no file has as written',
  isByFile: false,
  others: [],
};

/** The same handbook, taken for the site of an unknown generator. */
export function asUnknown(config: HandbookConfig): HandbookConfig {
  return { ...config, site: 'unknown', takenFor: byAddresses };
}

/** Whether the pages' links may show that a generator is at work: nothing else says what the site is. */
export function mayBeUnknown({ site, takenFor }: HandbookConfig): boolean {
  return site === 'plain' && takenFor.sign === null;
}

/**
 * Whether more than a third of the links between pages are addresses that no file has as written: without an ending
 * or from the root. A repository's view shows files and folders only, so most such links would be dead there.
 */
export function hasUnwrittenAddresses(
  pages: Iterable<LinkingPage>,
  files: Iterable<string>,
  known: HandbookConfig,
): boolean {
  const places = withFolders(files);
  let [all, unwritten] = [0, 0];
  for (const { path: from, links } of pages) {
    const folder = from.split('/').slice(0, -1);
    for (const { kind, href } of links) {
      if (kind === 'image' || kind === 'html-resource') continue;
      const { path } = splitHref(href);
      if (path === '' || looksLikeFile(path) || known.unknown.some((prefix) => path.startsWith(prefix))) continue;
      all += 1;
      const target = walk(path.startsWith('/') ? [] : folder, decode(path));
      const isAddress = path.startsWith('/') || !/\.[A-Za-z][A-Za-z0-9]*$/.test(path);
      if (isAddress && target !== null && !places.has(target)) unwritten += 1;
    }
  }
  return unwritten * 3 > all;
}

function withFolders(files: Iterable<string>): ReadonlySet<string> {
  const places = new Set(['']);
  for (const path of files) {
    places.add(path);
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (places.has(folder)) break;
      places.add(folder);
    }
  }
  return places;
}
