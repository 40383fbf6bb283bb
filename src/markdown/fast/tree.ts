import { isAscii } from 'node:buffer';
import type { MdastReader } from 'satteri';
import * as NodeType from '../node-type.ts';
import type { Tree } from '../tree.ts';
import * as FIELD from './node-fields.ts';

const MAGIC = 0x5241444d;
/** Positions of the tree's own fields in words of four bytes; satteri does not export its layout, so `isKnownLayout` proves it. */
const HEADER = { magic: 0, nodeSize: 2, nodeCount: 3, nodes: 4, children: 6, data: 8, poolSize: 9, pool: 10 };

const NOT_ASCII = /[^\x00-\x7f]/;

/** satteri's tree, read in place. */
export class FastTree implements Tree {
  private readonly view: DataView;
  private readonly words: Uint32Array;
  private readonly size: number;
  private readonly nodes: number;
  private readonly children: number;
  private readonly data: number;
  /** All words of the tree, each byte as a character: cutting words out of it is far quicker than decoding them. */
  private pool: string | undefined;
  /** The bytes of all words, where some are not ASCII. */
  private encoded: Buffer | undefined;

  constructor(tree: Uint8Array) {
    const { buffer, byteOffset, byteLength } = tree.byteOffset % 4 === 0 ? tree : tree.slice();
    this.view = new DataView(buffer, byteOffset, byteLength);
    this.words = new Uint32Array(buffer, byteOffset, byteLength >> 2);
    this.size = this.words[HEADER.nodeSize]! >> 2;
    this.nodes = this.words[HEADER.nodes]! >> 2;
    this.children = this.words[HEADER.children]! >> 2;
    this.data = this.words[HEADER.data]!;
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
    return this.string(node, this.type(node) === NodeType.Code ? 16 : 0);
  }

  url(node: number): string {
    return this.string(node, 0);
  }

  label(node: number): string {
    return this.string(node, this.type(node) === NodeType.Definition ? 24 : 8);
  }

  alt(node: number): string {
    return this.string(node, this.type(node) === NodeType.ImageReference ? 20 : 8);
  }

  depth(node: number): number {
    return this.byte(node, 0, 1);
  }

  language(node: number): string {
    return this.string(node, 0);
  }

  ordered(node: number): boolean {
    return this.byte(node, 4, 0) !== 0;
  }

  moveOffsets(original: (offset: number) => number): void {
    const count = this.words[HEADER.nodeCount]!;
    for (let node = 0; node < count; node += 1) {
      const at = this.nodes + node * this.size;
      if (this.words[at + FIELD.startLine] === 0) continue;
      this.words[at + FIELD.start] = original(this.words[at + FIELD.start]!);
      this.words[at + FIELD.end] = original(this.words[at + FIELD.end]!);
    }
  }

  /** Puts one ASCII character for another wherever it stands, before any words were asked for. */
  replaceInWords(character: string, by: string): void {
    const pool = this.poolBytes();
    for (let at = pool.indexOf(character); at !== -1; at = pool.indexOf(character, at + 1)) pool.write(by, at);
  }

  private byte(node: number, offset: number, otherwise: number): number {
    const at = this.nodes + node * this.size;
    if (offset >= this.words[at + FIELD.dataSize]!) return otherwise;
    return this.view.getUint8(this.data + this.words[at + FIELD.data]! + offset);
  }

  private string(node: number, offset: number): string {
    const at = this.nodes + node * this.size;
    if (offset + 8 > this.words[at + FIELD.dataSize]!) return '';
    const place = this.data + this.words[at + FIELD.data]! + offset;
    const length = this.view.getUint32(place + 4, true);
    if (length === 0) return '';
    const start = this.view.getUint32(place, true);
    this.pool ??= this.readPool();
    const word = this.pool.slice(start, start + length);
    if (this.encoded === undefined || !NOT_ASCII.test(word)) return word;
    return this.encoded.toString('utf8', start, start + length);
  }

  private readPool(): string {
    const bytes = this.poolBytes();
    if (!isAscii(bytes)) this.encoded = bytes;
    return bytes.toString('latin1');
  }

  private poolBytes(): Buffer {
    const { buffer, byteOffset } = this.view;
    return Buffer.from(buffer, byteOffset + this.words[HEADER.pool]!, this.words[HEADER.poolSize]!);
  }

  /** Whether reading in place agrees with satteri's own reader, node for node. */
  isKnownLayout(reader: MdastReader): boolean {
    if (this.words[HEADER.magic] !== MAGIC || this.words[HEADER.nodeCount] !== reader.nodeCount) return false;
    for (let node = 0; node < reader.nodeCount; node += 1) {
      const position = reader.getPosition(node);
      const children = reader.getChildIds(node);
      const agrees =
        this.type(node) === reader.getNodeType(node) &&
        this.start(node) === (position?.start.offset ?? -1) &&
        this.end(node) === (position?.end.offset ?? -1) &&
        this.depth(node) === reader.fieldU8(node, 0, 1) &&
        this.ordered(node) === (reader.fieldU8(node, 4, 0) !== 0) &&
        (this.childCount(node) > 0 || this.url(node) === reader.fieldString(node, 0)) &&
        this.childCount(node) === children.length &&
        children.every((child, index) => this.child(node, index) === child);
      if (!agrees) return false;
    }
    return true;
  }
}
