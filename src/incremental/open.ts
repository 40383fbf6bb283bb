import { loadConfig, readConfigSource } from '../config/loading/load.ts';
import type { ConfigSource } from '../config/loading/source.ts';
import { diskTree } from '../files/disk-tree.ts';
import type { FileTree } from '../files/file-tree.ts';
import { type Overlays, overlayTree } from '../files/overlay-tree.ts';
import { recordedTree } from '../files/recorded-tree.ts';
import { ignoredBelow } from '../git/ignored.ts';
import { wholeCheckout } from '../git/sparse.ts';
import type { Handbook } from '../model/handbook.ts';
import { needsOf } from '../sites/reading-needs.ts';
import type { Threads } from '../workers/threads.ts';
import { configMemory } from './cache/answers.ts';
import { CacheFolder } from './cache/cache-folder.ts';
import { cacheLocation } from './cache/cache-place.ts';
import { type Part, readIndexParts, writeIndexPart } from './index-part.ts';
import { LazyReader } from './pages/lazy-reader.ts';
import { PageCache } from './pages/page-cache.ts';
import type { KnownPlacement } from './places/kept-placement.ts';
import { HandbookSession } from './session.ts';
import type { SessionParts } from './states.ts';
import { givenConfig } from './watch/stat-snapshot.ts';

export type { Part } from './index-part.ts';
export { HandbookSession } from './session.ts';

export interface OpenOptions {
  /** An absolute path. */
  readonly root: string;
  /** Where the files are, when not on disk below the root, those included that a sparse checkout leaves out. */
  readonly tree?: FileTree;
  /** A configuration instead of the root's handbook.yaml. */
  readonly config?: ConfigSource;
  /** The version of Hugo to judge by, instead of the one that is found. */
  readonly hugo?: string;
  /** The folder to keep facts in between runs; `true`: the one that the command uses. None by default. */
  readonly cache?: string | boolean;
  /** Without a cache: nothing is told from what others have read, or will read, and nobody asks what findings were read from. */
  readonly isOnlyLook?: boolean;
  /** What `readIndexPart` gave, by the names of the files it is kept in: pages of the same content are not read again. */
  readonly parts?: ReadonlyMap<string, Uint8Array>;
  /** Texts that an editor has not saved yet, by path. */
  readonly overlays?: Overlays;
  /** Called with the number of files that will be read, or known again, before they are. */
  readonly onListed?: (files: number) => void;
  /** Threads that may read pages, to be closed by whoever gave them. */
  readonly threads?: Threads;
  /** Where earlier runs over these files had all pages. */
  readonly known?: readonly KnownPlacement[];
}

const sessions = new WeakMap<Handbook, HandbookSession>();

/** Reads a handbook into one model. Throws `ConfigError` when its configuration cannot be used. */
export async function openHandbook(options: OpenOptions): Promise<Handbook> {
  const session = await openSession(options);
  sessions.set(session.handbook, session);
  return session.handbook;
}

/** Keeps what was read of a handbook for the next run, if it was opened with a cache. To be called when a run is over. */
export function saveCache(handbook: Handbook): void {
  sessions.get(handbook)?.save();
}

/** Has a thread that helped to judge a handbook keep what was read of it, where one can; says whether it did. */
export async function saveCacheInThread(handbook: Handbook): Promise<boolean> {
  return (await sessions.get(handbook)?.saveInThread()) ?? false;
}

/** The same handbook with other files: the state before a change. What both have in common is not read again. */
export async function openOver(handbook: Handbook, tree: FileTree): Promise<Handbook | null> {
  return (await sessions.get(handbook)?.over(tree)) ?? null;
}

/** Opens a handbook that is going to be asked again after changes. */
export async function openSession(options: OpenOptions): Promise<HandbookSession> {
  const session = new HandbookSession(await partsOf(options));
  await session.refresh(options.overlays ? { overlays: options.overlays } : {});
  return session;
}

/** Reads one of several equal parts of a handbook's pages, as bytes for `OpenOptions.parts`. */
export async function readIndexPart(options: OpenOptions, part: Part): Promise<readonly Uint8Array[]> {
  return writeIndexPart(await partsOf(options), part);
}

async function partsOf(options: OpenOptions): Promise<SessionParts> {
  const tree = options.tree ?? wholeCheckout(diskTree(options.root)).tree;
  const overlaid = overlayTree(tree, options.overlays ?? new Map());
  const folder = cacheFolder(options);
  const memory = folder ? configMemory(folder) : undefined;
  const recorded = recordedTree(overlaid);
  const source = options.config ?? readConfigSource(recorded.tree);
  const loaded = await loadConfig(recorded.tree, source, memory, options.hugo);
  // What git holds, it does not ignore.
  const ignored = tree.isOfGit ? { patterns: [], saidBy: [] } : ignoredBelow(tree.root);
  const config = { ...loaded, ignore: [...loaded.ignore, ...ignored.patterns] };
  const needs = needsOf(config);
  const cache = folder ? new PageCache(folder, needs) : null;
  const index = options.parts ? readIndexParts(options.parts, needs) : null;
  return {
    tree,
    config,
    needs: options.isOnlyLook ? { ...needs, isOnlyLook: true } : needs,
    configReading: {
      given: givenConfig(options.config, options.hugo),
      paths: [...recorded.paths(), ...ignored.saidBy],
    },
    reader: new LazyReader(),
    cache,
    index,
    threads: options.threads ?? null,
    onListed: options.onListed,
    known: options.known ?? [],
    tracks: options.isOnlyLook !== true,
  };
}

function cacheFolder({ cache, root }: OpenOptions): CacheFolder | null {
  if (cache === undefined || cache === false) return null;
  const path = cache === true ? cacheLocation(root, { cache }) : cache;
  return path === false ? null : new CacheFolder(path);
}
