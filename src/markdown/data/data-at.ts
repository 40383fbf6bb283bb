import type { DataNode, Range } from '../facts.ts';

/** The value at a path of keys and positions (from 0): `['frameworks', 0, 'pages']`; `null` when there is none. */
function dataAt(root: DataNode | null, path: readonly (string | number)[]): DataNode | null {
  let node = root;
  for (const step of path) {
    if (node === null) return null;
    if (typeof step === 'number') node = node.type === 'list' ? (node.items[step] ?? null) : null;
    else node = node.type === 'map' ? (node.entries.find(({ key }) => key === step)?.value ?? null) : null;
  }
  return node;
}

/** Where a value stands, or else the last part of the path that is there. */
export function rangeAt(root: DataNode | null, path: readonly (string | number)[]): Range {
  for (let length = path.length; length > 0; length -= 1) {
    const node = dataAt(root, path.slice(0, length));
    if (node !== null) return node.range;
  }
  return root === null ? [0, 0] : [root.range[0], root.range[0]];
}
