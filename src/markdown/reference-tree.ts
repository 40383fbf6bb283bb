import type { Nodes } from 'mdast';
import * as NodeType from './node-type.ts';
import type { Tree } from './tree.ts';

const TYPES = new Map<string, number>(
  Object.entries(NodeType).map(([name, type]) => [name.charAt(0).toLowerCase() + name.slice(1), type]),
);

/** remark's tree, numbered. */
export class ReferenceTree implements Tree {
  private readonly nodes: Nodes[] = [];
  private readonly firstChild: number[] = [];

  constructor(root: Nodes) {
    // Breadth first, so that siblings get numbers in a row.
    this.nodes.push(root);
    for (let index = 0; index < this.nodes.length; index += 1) {
      const node = this.nodes[index]!;
      this.firstChild.push(this.nodes.length);
      if ('children' in node) for (const child of node.children) this.nodes.push(child);
    }
  }

  type(node: number): number {
    return TYPES.get(this.nodes[node]!.type) ?? -1;
  }

  start(node: number): number {
    return this.nodes[node]!.position?.start.offset ?? -1;
  }

  end(node: number): number {
    return this.nodes[node]!.position?.end.offset ?? -1;
  }

  childCount(node: number): number {
    const own = this.nodes[node]!;
    return 'children' in own ? own.children.length : 0;
  }

  child(node: number, index: number): number {
    return this.firstChild[node]! + index;
  }

  value(node: number): string {
    const own = this.nodes[node]!;
    return 'value' in own ? own.value : '';
  }

  url(node: number): string {
    const own = this.nodes[node]!;
    return 'url' in own ? own.url : '';
  }

  label(node: number): string {
    const own = this.nodes[node]!;
    return 'label' in own ? (own.label ?? '') : '';
  }

  alt(node: number): string {
    const own = this.nodes[node]!;
    return 'alt' in own ? (own.alt ?? '') : '';
  }

  depth(node: number): number {
    const own = this.nodes[node]!;
    return own.type === 'heading' ? own.depth : 1;
  }

  language(node: number): string {
    const own = this.nodes[node]!;
    return own.type === 'code' ? (own.lang ?? '') : '';
  }

  ordered(node: number): boolean {
    const own = this.nodes[node]!;
    return own.type === 'list' && own.ordered === true;
  }

  moveOffsets(original: (offset: number) => number): void {
    for (const { position } of this.nodes) {
      if (!position) continue;
      position.start.offset = original(position.start.offset!);
      position.end.offset = original(position.end.offset!);
    }
  }
}
