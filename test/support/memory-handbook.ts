import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import type { Handbook } from '../../src/model/handbook.ts';

/** A handbook of texts by path. `config` is the text of a handbook.yaml; one among the files serves as well. */
export function memoryHandbook(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly config?: string; readonly isOnlyLook?: boolean } = {},
): Promise<Handbook> {
  const tree = memoryTree(files);
  const config = options.config === undefined ? undefined : { path: 'handbook.yaml', text: options.config };
  return openHandbook({
    root: tree.root,
    tree,
    isOnlyLook: options.isOnlyLook ?? false,
    ...(config ? { config } : {}),
  });
}
