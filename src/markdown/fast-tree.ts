import type { MdastReader } from 'satteri';
import { NodeType, type Tree } from './tree.ts';

const MAGIC = 0x5241444d;
/** Positions of the fields in words of four bytes; satteri does not export its layout, so `isKnownLayout` proves it. */
const HEADER = { magic: 0, nodeSize: 2, nodeCount: 3, nodes: 4, children: 6 };
const FIELD = { type: 1, start: 3, end: 4, startLine: 5, firstChild: 9, childCount: 10 };

/** satteri's tree, read in place. */
export class FastTree implements Tree {
  private readonly reader: MdastReader;
  private readonly words: Uint32Array;
  private readonly size: number;
  private readonly nodes: number;
  private readonly children: number;

  constructor(buffer: Uint8Array, reader: MdastReader) {
    this.reader = reader;
    const aligned = buffer.byteOffset % 4 === 0 ? buffer : buffer.slice();
    this.words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
    this.size = this.words[HEADER.nodeSize]! >> 2;
    this.nodes = this.words[HEADER.nodes]! >> 2;
    this.children = this.words[HEADER.children]! >> 2;
  }

  type(node: number): number {
    return this.words[this.nodes + node * this.size + FIELD.type]! & 0xff;
  }

  start(node: number): number {
    const at = this.nodes + node * this.size;
    return this.words[at + FIELD.startLine] === 0 ? -1 : this.words[at + FIELD.start]!;
  }

  end(node: number): number {
    const at = this.nodes + node * this.size;
    return this.words[at + FIELD.startLine] === 0 ? -1 : this.words[at + FIELD.end]!;
  }

  childCount(node: number): number {
    return this.words[this.nodes + node * this.size + FIELD.childCount]!;
  }

  child(node: number, index: number): number {
    const first = this.words[this.nodes + node * this.size + FIELD.firstChild]!;
    return this.words[this.children + first + index]!;
  }

  value(node: number): string {
    return this.reader.fieldString(node, this.type(node) === NodeType.Code ? 16 : 0);
  }

  url(node: number): string {
    return this.reader.fieldString(node, 0);
  }

  label(node: number): string {
    return this.reader.fieldString(node, this.type(node) === NodeType.Definition ? 24 : 8);
  }

  alt(node: number): string {
    return this.reader.fieldString(node, this.type(node) === NodeType.ImageReference ? 20 : 8);
  }

  depth(node: number): number {
    return this.reader.fieldU8(node, 0, 1);
  }

  language(node: number): string {
    return this.reader.fieldString(node, 0);
  }

  ordered(node: number): boolean {
    return this.reader.fieldU8(node, 4, 0) !== 0;
  }

  /** Whether reading in place agrees with satteri's own reader, node for node. */
  isKnownLayout(): boolean {
    if (this.words[HEADER.magic] !== MAGIC || this.words[HEADER.nodeCount] !== this.reader.nodeCount) return false;
    for (let node = 0; node < this.reader.nodeCount; node += 1) {
      const position = this.reader.getPosition(node);
      const children = this.reader.getChildIds(node);
      const agrees =
        this.type(node) === this.reader.getNodeType(node) &&
        this.start(node) === (position?.start.offset ?? -1) &&
        this.end(node) === (position?.end.offset ?? -1) &&
        this.childCount(node) === children.length &&
        children.every((child, index) => this.child(node, index) === child);
      if (!agrees) return false;
    }
    return true;
  }
}
