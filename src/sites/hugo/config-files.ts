import type { HugoSettings } from '../../config/config.ts';
import { hugoSigns } from '../../config/find-root.ts';
import { type FileTree, listInside } from '../../files/file-tree.ts';

/** What a Hugo site's own configuration says about folders and addresses. */
export interface HugoConfig {
  readonly content: readonly string[];
  readonly static: readonly string[];
  /** Beginnings of addresses that nothing is known of: other languages, and pages that `permalinks` moves. */
  readonly elsewhere: readonly string[];
  readonly settings: HugoSettings;
}

/** What holds without a configuration. */
export const hugoDefaults: HugoConfig = {
  content: ['content'],
  static: ['static'],
  elsewhere: [],
  settings: {
    taxonomies: ['categories', 'tags'],
    disablePathToLower: false,
    removePathAccents: false,
    uglyUrls: false,
  },
};

/** A file of a Hugo site's own configuration. */
export interface HugoFile {
  readonly path: string;
  readonly text: string;
}

/** The folder whose files are the configuration, whole or one key each: `taxonomies.toml`. */
export const hugoFolder = 'config/_default';

const MAX_LENGTH = 200_000;

/** The files of a site's configuration, in the order in which they win over each other. */
export function hugoFiles(tree: FileTree): readonly HugoFile[] {
  const whole = hugoSigns.filter((path) => tree.exists(path));
  const parts = listInside(tree, hugoFolder).filter(
    (path) => !whole.includes(path) && /\.(?:toml|ya?ml|json)$/.test(path),
  );
  return [...whole.sort((a, b) => depth(a) - depth(b)), ...[...parts].sort()].map((path) => ({
    path,
    text: new TextDecoder().decode(tree.read(path)).slice(0, MAX_LENGTH),
  }));
}

function depth(path: string): number {
  return path.split('/').length;
}
