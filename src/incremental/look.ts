import type { HandbookConfig } from '../config/config.ts';
import { hashOf } from '../files/checksum.ts';
import { type FileState, type FileTree, type Listing, listInside, UnreadableFile } from '../files/file-tree.ts';
import { statOf } from '../files/plain-file.ts';
import { listBelow } from '../files/walk.ts';
import { mayBecome } from '../sites/unknown/evidence.ts';
import { GRAIN } from './page-store.ts';

/** What was seen of a handbook's files and folders on disk, without reading them. */
export interface Sight {
  /** The configuration as JSON: it says where to look. */
  readonly config: string;
  /** Files and folders, relative to the root. */
  readonly paths: readonly string[];
  /** Size, times and number of each. */
  readonly stats: Float64Array;
}

const WIDTH = 4;

/**
 * Looks at all that decides what a handbook is: its pages, its templates, and every folder in which a file may appear or
 * vanish. `null` when something was written after `moment`, or so shortly before that its times may not tell of the next write.
 * `states` says how a page was when it was read; it then need not be looked at again. `listings` made since that moment
 * need not be made again: whatever came into a folder after it was listed changed that folder's times, and these are not older.
 */
export function look(
  root: string,
  config: HandbookConfig,
  pages: Iterable<string>,
  moment: number,
  states: (path: string) => FileState | undefined = () => undefined,
  listings: ReadonlyMap<string, Listing> = new Map(),
): Sight | null {
  const paths = watchedPaths(root, config, pages, listings);
  const stats = new Float64Array(paths.length * WIDTH);
  for (const [index, path] of paths.entries()) {
    const stat = states(path) ?? statOf(`${root}/${path}`);
    if (stat === undefined) stats.fill(-1, index * WIDTH, (index + 1) * WIDTH);
    else if (Math.max(stat.mtimeMs, stat.ctimeMs) >= moment - GRAIN) return null;
    else stats.set([stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino], index * WIDTH);
  }
  return { config: JSON.stringify(config), paths, stats };
}

/**
 * Every file and folder whose times tell of a change of the handbook: its pages, its templates, files that it names although they
 * are missing, and every folder in which a file may appear or vanish.
 */
export function watchedPaths(
  root: string,
  { content, static: served, assets, layouts, includes, data, redirects }: HandbookConfig,
  pages: Iterable<string>,
  listings: ReadonlyMap<string, Listing> = new Map(),
): readonly string[] {
  const listed = (folder: string) => listings.get(folder) ?? listBelow(root, folder);
  const ofData = data.patterns.map(({ folder }) => folder);
  const folders = [...content, ...served, ...assets, ...layouts, ...includes.folders, includes.root, ...ofData];
  const templates = layouts.flatMap((folder) => listed(folder).files);
  const below = folders.flatMap((folder) => listed(folder).folders);
  return [...new Set([...pages, ...redirects, ...templates, ...below])];
}

/** The configuration that everything is as it was seen by, this one or what the pages' links may have made of it; `null`: none. */
export function findAsSeen(root: string, config: HandbookConfig, sight: Sight): HandbookConfig | null {
  return mayBecome(config).find((one) => isAsSeen(root, one, sight)) ?? null;
}

/** Whether everything is as it was seen. */
export function isAsSeen(root: string, config: HandbookConfig, { config: known, paths, stats }: Sight): boolean {
  if (known !== JSON.stringify(config) || stats.length !== paths.length * WIDTH) return false;
  let at = 0;
  for (const path of paths) {
    const stat = statOf(`${root}/${path}`);
    if (
      stats[at] !== (stat?.size ?? -1) ||
      stats[at + 1] !== (stat?.mtimeMs ?? -1) ||
      stats[at + 2] !== (stat?.ctimeMs ?? -1) ||
      stats[at + 3] !== (stat?.ino ?? -1)
    )
      return false;
    at += WIDTH;
  }
  return true;
}

/** The templates that say what shortcodes print, by path and content. */
export function templatesOf(tree: FileTree, layouts: readonly string[]): readonly string[] {
  return layouts
    .flatMap((folder) => listInside(tree, folder))
    .filter((path) => /\/_?(?:shortcodes|partials)\//.test(path))
    .sort()
    .map((path) => {
      try {
        return `${path} ${hashOf(tree.read(path))}`;
      } catch (error) {
        if (error instanceof UnreadableFile) return path;
        throw error;
      }
    });
}
