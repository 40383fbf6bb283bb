/**
 * An mdast as both parsers give it, read by node number: the fast parser's stays in its buffer, since making
 * a million objects would cost more than parsing. The root is node 0.
 */
export interface Tree {
  type(node: number): number;
  /** UTF-16 offset into the parsed text, or -1 where the parser gives no position. */
  start(node: number): number;
  end(node: number): number;
  childCount(node: number): number;
  child(node: number, index: number): number;
  /** Of text, code and html. */
  value(node: number): string;
  /** Of links, images and definitions. */
  url(node: number): string;
  /** Of references, definitions and footnotes, as written. */
  label(node: number): string;
  /** Of images. */
  alt(node: number): string;
  /** Of headings. */
  depth(node: number): number;
  /** Of code, or the empty string. */
  language(node: number): string;
  /** Of lists. */
  ordered(node: number): boolean;
  /** For a text that was changed to be parsed: puts those of the text itself in place of all offsets. */
  moveOffsets(original: (offset: number) => number): void;
}

/** The nodes right below a node, in order. */
export function childrenOf(tree: Tree, node: number): readonly number[] {
  return Array.from({ length: tree.childCount(node) }, (_, index) => tree.child(node, index));
}
