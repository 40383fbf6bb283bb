import type { HandbookConfig } from '../../config/config.ts';
import { blobName } from '../../files/checksum.ts';
import { type FileTree, type Listing, listInside, UnreadableFile } from '../../files/file-tree.ts';
import { listBelow } from '../../files/walk.ts';

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

/** The templates that say what shortcodes print, by path and content. */
export function templatesOf(tree: FileTree, layouts: readonly string[]): readonly string[] {
  return layouts
    .flatMap((folder) => listInside(tree, folder))
    .filter((path) => /\/_?(?:shortcodes|partials)\//.test(path))
    .sort()
    .map((path) => {
      try {
        return `${path} ${tree.stamp(path)?.blob ?? blobName(tree.read(path))}`;
      } catch (error) {
        if (error instanceof UnreadableFile) return path;
        throw error;
      }
    });
}
