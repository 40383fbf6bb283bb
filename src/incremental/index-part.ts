import { attempt } from '../files/attempt.ts';
import { listSite } from '../model/site-files.ts';
import { siteOf } from '../sites/index.ts';
import { partsOf } from './cache/open-file.ts';
import { type Pack, readPack, writePack } from './pages/pack.ts';
import { packVersion } from './pages/page-cache.ts';
import { type KnownPage, PageStore } from './pages/page-store.ts';
import type { ReadingNeeds } from './pages/read-files.ts';
import { type KnownContents, storePages, wantedFiles } from './pages/store-pages.ts';
import type { SessionParts } from './states.ts';

/** Which of how many equal parts of a handbook: `{number: 1, of: 4}` is the first quarter. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

/** A file that holds no part of an index, or one of another version of this code or of the configuration. */
export class UnusablePart extends Error {
  override readonly name = 'UnusablePart';

  constructor(path: string) {
    super(
      `${path} is no part of this index. Write it again with handbook-lint index, with the same version and the same configuration.`,
    );
  }
}

/** Reads every n-th file, so that parts take equally long, and packs what they say. */
export async function writeIndexPart(
  { tree, config, needs, reader, cache, index, threads }: SessionParts,
  { number, of }: Part,
): Promise<readonly Uint8Array[]> {
  const wanted = wantedFiles(listSite(tree, config, siteOf(config))).filter((_, place) => place % of === number - 1);
  const store = new PageStore(reader, needs, config.data);
  const pages = await storePages(wanted, { tree, cache, index, last: new Map(), store, threads });
  const entries = pages
    .filter(({ known }) => known.key !== '')
    // On another machine the times of files say nothing.
    .map(({ path, known, newContent }) => ({ path, key: known.key, stamp: '', says: { known, newContent, age: 0 } }));
  return [...writePack(packVersion(needs), entries)];
}

/** All that the parts hold. Throws `UnusablePart`. */
export function readIndexParts(parts: ReadonlyMap<string, Uint8Array>, needs: ReadingNeeds): KnownContents {
  const known = new Map<string, KnownPage>();
  for (const [path, bytes] of parts) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const pack = wholePack(packVersion(needs), buffer);
    if (pack === null) throw new UnusablePart(path);
    for (const [key, entry] of pack.contents) known.set(key, entry);
  }
  return { byKey: (key) => known.get(key) };
}

/** `null` when anything in it is damaged, or of another version. */
function wholePack(version: string, bytes: Buffer): Pack | null {
  return attempt(() => {
    const pack = readPack(version, partsOf(bytes));
    return pack && [...pack.contents.values()].every(({ facts }) => facts !== null) ? pack : null;
  }, null);
}
