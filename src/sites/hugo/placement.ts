import type { HandbookConfig } from '../../config/config.ts';
import { endingOf, isLeftover } from '../../files/paths.ts';
import type { Digest } from '../../model/digest.ts';
import { belowContent, type Place, type Placement, type SiteFiles } from '../../model/place.ts';
import { addressOfPath, placeInHugo } from './addresses.ts';
import { Cascades } from './cascade.ts';
import { isContentEnding } from './paths.ts';

export function isPage(path: string): boolean {
  return !isLeftover(path) && isContentEnding(endingOf(path));
}

/** Places all content files, since bundles and what sections hand down decide where a page is. */
export function place(
  files: SiteFiles,
  summaries: ReadonlyMap<string, Digest>,
  { content, hugo }: HandbookConfig,
): Placement {
  const below = new Map<string, string>();
  const bundles = new Set<string>();
  const sections = new Set<string>();
  const cascades = new Cascades();
  for (const path of files.content) {
    const inContent = belowContent(path, content);
    below.set(path, inContent);
    const name = inContent.lastIndexOf('/') + 1;
    if (inContent.startsWith('index.', name)) bundles.add(inContent.slice(0, name));
    if (!inContent.startsWith('_index.', name)) continue;
    sections.add(inContent.slice(0, name));
    const cascade = summaries.get(path)?.cascade;
    if (cascade) cascades.add(inContent, cascade);
  }
  // Where both are, the folder's own page wins.
  const shadowed = new Set<string>();
  for (const folder of sections) if (bundles.delete(folder)) shadowed.add(folder);
  const places = new Map<string, Place>();
  for (const [path, inContent] of below) {
    const summary = summaries.get(path) ?? {};
    const isShadowed = shadowed.size > 0 && isBundleFile(inContent) && shadowed.has(folderOf(inContent));
    const inLeafBundle = isShadowed || (bundles.size > 0 && isInBundle(inContent, bundles));
    const around = { inLeafBundle, ...cascades.apply(inContent, summary) };
    places.set(path, placeInHugo(inContent, summary, around, hugo));
  }
  const folders = new Map<string, string>();
  for (const top of topFolders(below.values(), sections, bundles))
    folders.set(top, addressOfPath(top.slice(0, -1), hugo));
  const automatic = new Set(['/', ...folders.values(), ...taxonomies(places, summaries, hugo)]);
  for (const { address } of places.values()) if (address !== null) automatic.delete(address);
  return { places, automatic, folders };
}

/** Folders at the top have a page of their own even if no file asks for it, unless one says that it has none. */
function topFolders(
  below: Iterable<string>,
  sections: ReadonlySet<string>,
  bundles: ReadonlySet<string>,
): ReadonlySet<string> {
  const tops = new Set<string>();
  for (const inContent of below) {
    const top = inContent.slice(0, inContent.indexOf('/', 1) + 1);
    if (top !== '' && !sections.has(top) && !bundles.has(top)) tops.add(top);
  }
  return tops;
}

/** The lists of terms, and the list of each term. */
function* taxonomies(
  places: ReadonlyMap<string, Place>,
  summaries: ReadonlyMap<string, Digest>,
  hugo: HandbookConfig['hugo'],
): Generator<string> {
  for (const name of hugo.taxonomies) yield addressOfPath(`/${name}`, hugo);
  for (const [path, { address }] of places) {
    if (address === null) continue;
    for (const [name, terms] of Object.entries(summaries.get(path)?.terms ?? {}))
      for (const term of terms) yield addressOfPath(`/${name}/${term}`, hugo);
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isBundleFile(path: string): boolean {
  return path.startsWith('index.', path.lastIndexOf('/') + 1);
}

function isInBundle(path: string, bundles: ReadonlySet<string>): boolean {
  const own = folderOf(path);
  if (bundles.has(own) && !isBundleFile(path)) return true;
  for (let slash = own.lastIndexOf('/', own.length - 2); slash >= 0; slash = own.lastIndexOf('/', slash - 1)) {
    if (bundles.has(own.slice(0, slash + 1))) return true;
    if (slash === 0) break;
  }
  return false;
}
