/** Kinds of mdast nodes, numbered as the fast parser numbers them. */
export const NodeType = {
  Root: 0,
  Paragraph: 1,
  Heading: 2,
  ThematicBreak: 3,
  Blockquote: 4,
  List: 5,
  ListItem: 6,
  Html: 7,
  Code: 8,
  Definition: 9,
  Text: 10,
  Emphasis: 11,
  Strong: 12,
  InlineCode: 13,
  Break: 14,
  Link: 15,
  Image: 16,
  LinkReference: 17,
  ImageReference: 18,
  FootnoteDefinition: 19,
  FootnoteReference: 20,
  Table: 21,
  TableRow: 22,
  TableCell: 23,
  Delete: 24,
} as const;

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
