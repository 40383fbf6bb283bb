import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';

/** A node of a syntax tree, as ESTree has it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number } };
  readonly [key: string]: unknown;
}

const TypeScriptParser = Parser.extend(tsPlugin());

/** Parses JavaScript or TypeScript (acorn 8), or gives the line that is neither. Nothing is run. */
export function parseScript(text: string): SyntaxNode | number {
  let line = 1;
  for (const sourceType of ['module', 'script'] as const) {
    try {
      const options = { sourceType, ecmaVersion: 'latest', locations: true, allowHashBang: true } as const;
      return TypeScriptParser.parse(text, options) as unknown as SyntaxNode;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      if (sourceType === 'module') line = (error as { readonly loc?: { readonly line: number } }).loc?.line ?? line;
    }
  }
  return line;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** The node that a node holds under a name. */
export function child(node: SyntaxNode, key: string): SyntaxNode | null {
  const value = node[key];
  return isNode(value) ? value : null;
}

/** The nodes that a node holds under a name. */
export function children(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A word that a node holds: the name of an identifier. */
export function word(node: SyntaxNode | null, key = 'name'): string | null {
  const value = node?.[key];
  return typeof value === 'string' ? value : null;
}

/** All nodes below a node, itself included, up to a number of them. */
export function* nodesBelow(root: SyntaxNode): Generator<SyntaxNode> {
  const waiting: SyntaxNode[] = [root];
  for (let count = 0; count < 200_000; count += 1) {
    const node = waiting.pop();
    if (node === undefined) return;
    yield node;
    for (const value of Object.values(node))
      for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) waiting.push(each);
  }
}

/** The name at the left end of `a.b.c`. */
export function rootName(node: SyntaxNode | null): string | null {
  let at = node;
  while (at !== null && at.type === 'MemberExpression') at = child(at, 'object');
  return at?.type === 'Identifier' ? word(at) : null;
}
