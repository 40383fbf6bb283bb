import type { Handbook } from '../handbook/handbook.ts';
import { essence, onlyBest, slips } from './closeness.ts';
import { lastSegment } from './href.ts';

/** A file that a broken link may mean. */
export interface NearFile {
  readonly address: string;
  /** So close, and so alone, that a machine may correct the link. */
  readonly safe: boolean;
}

interface FileIndex {
  readonly inFolder: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

const INDEX = {};

/** The file that a link to a missing one probably means, or nothing rather than a guess. */
export function suggestFile(address: string, handbook: Handbook): NearFile | undefined {
  const sameLetters = handbook.fileAtIgnoringCase(address);
  if (sameLetters !== undefined) return { address: sameLetters, safe: true };
  const index = handbook.memo(INDEX, () => indexFiles(handbook.files()));
  const name = lastSegment(address);
  const siblings = index.inFolder.get(address.slice(0, address.lastIndexOf('/') + 1)) ?? [];
  return besideIt(name, siblings) ?? elsewhere(address, index);
}

function besideIt(name: string, siblings: readonly string[]): NearFile | undefined {
  const written = siblings.filter((file) => essence(stem(lastSegment(file))) === essence(stem(name)));
  if (written.length === 1) return { address: written[0]!, safe: essence(lastSegment(written[0]!)) === essence(name) };
  const only = onlyBest(siblings, (file) => {
    const other = lastSegment(file);
    return ending(other).toLowerCase() === ending(name).toLowerCase() ? slips(stem(name), stem(other)) : null;
  });
  return only && { address: only.best, safe: only.cost === 1 && stem(name).length > 5 };
}

/** The only file of this name, in another folder that shares a part of the way. */
function elsewhere(address: string, index: FileIndex): NearFile | undefined {
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
    push(inFolder, address.slice(0, address.lastIndexOf('/') + 1), address);
    push(byName, lastSegment(address).toLowerCase(), address);
  }
  return { inFolder, byName };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

function ending(name: string): string {
  return name.slice(stem(name).length);
}
