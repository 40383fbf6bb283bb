import type { FileState, FileTree, KnownFiles, KnownListing } from '../../files/file-tree.ts';
import { statOf } from '../../files/plain-file.ts';

/** A file younger than this, in ms, when it is read may change again without its times telling. */
export const GRAIN = 2500;

/** What the system tells of a handbook's files and folders without reading them. */
export interface StatSnapshot {
  /** What was said of the configuration besides its files: see `givenConfig`. */
  readonly given: string;
  /** Files and folders, relative to the root. */
  readonly paths: readonly string[];
  /** Size, times and number of each; -1 for what is not there, NaN for what may change again without its times telling. */
  readonly stats: Float64Array;
  /** What lay below folders that all are among the paths, as `writeListings` writes it; absent or `null` where that is not known. */
  readonly listings?: () => Uint8Array | null;
}

const WIDTH = 4;

/**
 * Takes a snapshot of files and folders. What was written after `moment`, or so shortly before that its times may not tell of the
 * next write, counts as changed whenever somebody looks. `states` says how a file was when it was read; the system then is not
 * asked again.
 */
export function takeSnapshot(
  root: string,
  { given, paths }: Pick<StatSnapshot, 'given' | 'paths'>,
  moment: number,
  states: (path: string) => FileState | undefined = () => undefined,
): StatSnapshot {
  const stats = new Float64Array(paths.length * WIDTH);
  for (const [index, path] of paths.entries()) {
    const stat = states(path) ?? statOf(`${root}/${path}`);
    if (stat === undefined) stats.fill(-1, index * WIDTH, (index + 1) * WIDTH);
    else if (isYoung(stat, moment)) stats.fill(Number.NaN, index * WIDTH, (index + 1) * WIDTH);
    else stats.set([stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino], index * WIDTH);
  }
  return { given, paths, stats };
}

/** Whether a file or folder may be written once more after `moment` without its times telling. */
export function isYoung({ mtimeMs, ctimeMs }: FileState, moment: number): boolean {
  return Math.max(mtimeMs, ctimeMs) >= moment - GRAIN;
}

/** Whether all times of a snapshot will tell of the next write. */
export function isSettled({ stats }: StatSnapshot): boolean {
  return !stats.some(Number.isNaN);
}

/** Whether the system tells the same of every file and folder as when the snapshot was taken. */
export function isUnchanged(root: string, given: string, snapshot: StatSnapshot): boolean {
  return isOf(given, snapshot) && !hasChanges(root, snapshot);
}

/** The files and folders of which the system tells something else by now; `null` when the snapshot is of another configuration. */
export function changedSince(root: string, given: string, snapshot: StatSnapshot): ReadonlySet<string> | null {
  return isOf(given, snapshot) ? new Set(changed(root, snapshot, Number.POSITIVE_INFINITY)) : null;
}

/** What a snapshot tells of files and folders some of which have changed since. */
export function stillKnown({ paths, stats, listings }: StatSnapshot, changed: ReadonlySet<string>): KnownFiles {
  const places = new Map(paths.map((path, place) => [path, place]));
  const listed = readListings(listings?.() ?? null);
  return {
    listing: (folder) => listed.get(folder),
    hasChanged: (folder) => changed.has(folder),
    state(path) {
      const place = changed.has(path) ? undefined : places.get(path);
      if (place === undefined) return undefined;
      const at = place * WIDTH;
      const size = stats[at]!;
      return size < 0 ? undefined : { size, mtimeMs: stats[at + 1]!, ctimeMs: stats[at + 2]!, ino: stats[at + 3]! };
    },
  };
}

/** What is still known by a snapshot that is looked at when somebody asks for the first time. */
export function stillKnownLater(
  root: string,
  given: string,
  recall: () => StatSnapshot | null | undefined,
): KnownFiles {
  let known: KnownFiles | null | undefined;
  const now = () => {
    if (known !== undefined) return known;
    const snapshot = recall() ?? null;
    const changed = snapshot && changedSince(root, given, snapshot);
    known = snapshot && changed && stillKnown(snapshot, changed);
    return known;
  };
  return {
    listing: (folder) => now()?.listing(folder),
    hasChanged: (folder) => now()?.hasChanged(folder) ?? true,
    state: (path) => now()?.state(path),
  };
}

/** Whether the system tells something else of a file or folder by now, of one of `among` where those are given. */
export function hasChanges(root: string, snapshot: StatSnapshot, among?: ReadonlySet<string>): boolean {
  return changed(root, snapshot, 1, among).length > 0;
}

function isOf(given: string, { given: before, paths, stats }: StatSnapshot): boolean {
  return given === before && stats.length === paths.length * WIDTH;
}

/** At most `most` of what has changed. Neither a generator nor an iterator: either takes as long again as the system does. */
function changed(root: string, { paths, stats }: StatSnapshot, most: number, among?: ReadonlySet<string>): string[] {
  const found: string[] = [];
  // Of short paths the system has less to look up.
  const below = process.cwd() === root ? '' : `${root}/`;
  for (let place = 0; place < paths.length && found.length < most; place++) {
    const path = paths[place]!;
    if (among?.has(path) === false) continue;
    const stat = statOf(below + path || '.');
    const at = place * WIDTH;
    if (
      stats[at] !== (stat?.size ?? -1) ||
      stats[at + 1] !== (stat?.mtimeMs ?? -1) ||
      stats[at + 2] !== (stat?.ctimeMs ?? -1) ||
      stats[at + 3] !== (stat?.ino ?? -1)
    )
      found.push(path);
  }
  return found;
}

/** What a tree of files on disk has listed, as JSON, where all folders are among the `watched` ones: then their times tell of a change. */
export function writeListings({ listings, plain }: FileTree, watched: ReadonlySet<string>): Uint8Array {
  const rows: Record<string, KnownListing> = {};
  for (const [folder, { files, folders, hasLinks }] of listings ?? []) {
    if (!folders.every((each) => watched.has(each))) continue;
    rows[folder] = { files, folders, hasLinks, links: files.filter((path) => !plain?.has(path)) };
  }
  return Buffer.from(JSON.stringify(rows));
}

/** What `writeListings` wrote, by folder. */
export function readListings(written: Uint8Array | null): ReadonlyMap<string, KnownListing> {
  if (written === null) return new Map();
  return new Map(
    Object.entries(JSON.parse(Buffer.from(written.buffer, written.byteOffset, written.byteLength).toString())),
  );
}

/** What is said of the configuration besides its files, as text: a file of the command line's own, and Hugo's version. */
export function givenConfig(
  config: { readonly path: string; readonly text: string } | undefined,
  hugo: string | undefined,
): string {
  return JSON.stringify([config ?? null, hugo ?? null]);
}
