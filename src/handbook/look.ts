import { hashOf } from './checksum.ts';
import type { HandbookConfig } from './config.ts';
import { type FileTree, UnreadableFile } from './file-tree.ts';
import { GRAIN } from './page-store.ts';
import type { SiteFiles } from './site-index.ts';

/**
 * Names the state of all files that a handbook is made of, from their names and stamps alone: nothing is read. `null` when a
 * file was written after `moment`, or so shortly before that its stamp may not tell of the next write.
 */
export function stateOf(
  tree: FileTree,
  config: HandbookConfig,
  files: SiteFiles,
  pages: Iterable<string>,
  moment: number,
): string | null {
  const parts: string[] = [JSON.stringify(config)];
  for (const path of [...pages, ...config.layouts.flatMap((folder) => tree.list(folder))]) {
    const stamp = tree.stamp(path);
    if (stamp === null || stamp.key === '' || stamp.mtime >= moment - GRAIN) return null;
    parts.push(path, stamp.key);
  }
  for (const list of [files.content, files.includes, files.redirects, files.assets]) parts.push('', ...list);
  for (const { folder, paths } of files.served()) parts.push('', folder, ...paths);
  return hashOf(parts.join('\0'));
}

/** The templates that say what shortcodes print, by path and content. */
export function templatesOf(tree: FileTree, layouts: readonly string[]): readonly string[] {
  return layouts
    .flatMap((folder) => tree.list(folder))
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
