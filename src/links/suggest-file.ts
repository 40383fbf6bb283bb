import { getOrInsert } from '../collections/get-or-insert.ts';
import { addToGroup } from '../collections/groups.ts';
import { folderPrefix, withoutEnding } from '../files/paths.ts';
import type { Handbook } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { typos } from '../phrases/typos.ts';
import { lastSegment } from '../sites/href.ts';
import { normalisedKey, onlyBest } from './best-match.ts';

/** A file that a broken link may mean. */
export interface NearFile {
  readonly address: string;
  /** So close, and so alone, that a machine may correct the link. */
  readonly safe: boolean;
}

/** A file beside the missing one, taken apart once for all links. */
interface Sibling {
  readonly address: string;
  readonly stem: string;
  readonly ending: string;
  /** Of the name without its ending. */
  readonly normalisedKey: string;
}

interface FileIndex {
  readonly inFolder: ReadonlyMap<string, readonly string[]>;
  readonly siblings: Map<string, readonly Sibling[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const fileIndex = query('files by name', (handbook) => indexFiles(handbook.files()), { lives: 'places' });
const MAX_LENGTH = 1000;

/** The file that a link to a missing one probably means, or nothing rather than a guess. */
export function suggestFile(address: string, handbook: Handbook): NearFile | undefined {
  const sameLetters = handbook.fileAtIgnoringCase(address);
  if (sameLetters !== undefined) return { address: sameLetters, safe: true };
  const index = fileIndex(handbook);
  const name = lastSegment(address);
  if (name.length > MAX_LENGTH) return undefined;
  const siblings = siblingsIn(folderPrefix(address), index);
  return besideIt(name, siblings) ?? inAnotherFolder(address, index);
}

function siblingsIn(folder: string, { inFolder, siblings }: FileIndex): readonly Sibling[] {
  return getOrInsert(siblings, folder, () =>
    (inFolder.get(folder) ?? []).map((address) => ({ address, ...partsOf(lastSegment(address)) })),
  );
}

function partsOf(name: string): Omit<Sibling, 'address'> {
  const stem = withoutEnding(name);
  return { stem, ending: name.slice(stem.length).toLowerCase(), normalisedKey: normalisedKey(stem) };
}

function besideIt(name: string, siblings: readonly Sibling[]): NearFile | undefined {
  const own = partsOf(name);
  const written = siblings.filter((file) => file.normalisedKey === own.normalisedKey);
  const [only] = written;
  if (only && written.length === 1)
    return { address: only.address, safe: normalisedKey(lastSegment(only.address)) === normalisedKey(name) };
  const near = onlyBest(siblings, (file) => (file.ending === own.ending ? typos(own.stem, file.stem) : null));
  return near && { address: near.best.address, safe: near.cost === 1 && own.stem.length > 5 };
}

/** The only file of this name, in another folder that shares a part of the way. */
function inAnotherFolder(address: string, index: FileIndex): NearFile | undefined {
  const files = index.byName.get(lastSegment(address).toLowerCase()) ?? [];
  const [only] = files;
  if (files.length !== 1 || only === undefined) return undefined;
  const folders = new Set(only.split('/').slice(2, -1));
  const isRelated = address
    .split('/')
    .slice(2, -1)
    .some((folder) => folders.has(folder));
  return isRelated ? { address: only, safe: false } : undefined;
}

function indexFiles(addresses: Iterable<string>): FileIndex {
  const inFolder = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const address of addresses) {
    addToGroup(inFolder, folderPrefix(address), address);
    addToGroup(byName, lastSegment(address).toLowerCase(), address);
  }
  return { inFolder, siblings: new Map(), byName };
}
