import type { Heading, Range } from '../facts.ts';
import type { ParsedLayer } from '../layer/layer-facts.ts';
import * as NodeType from '../node-type.ts';

const HEADING = /^(?: {4}| {0,3}\t)[ \t]*(#{1,6})[ \t]+\S.*$/gm;

/** A heading in a definition, which Markdown without definition lists takes for code. */
export interface DefinedHeading {
  readonly level: Heading['level'];
  /** In the layer. */
  readonly range: Range;
}

/** Whether a text may have definition lists at all. */
export function mayDefine(text: string): boolean {
  // Lines are many: nearly all texts are looked through once.
  return text.includes('\n:') && (text.includes('\n: ') || text.includes('\n:\t'));
}

/**
 * Where a definition, `: meaning`, begins in a block; `null` where none does. Its colon stands as far to the right as the content of what
 * holds the block. Run with Hugo 0.131 and 0.169.
 */
export function definitionIn({ tree, layer }: ParsedLayer, parent: number, node: number): number | null {
  const { text } = layer;
  const start = tree.start(node);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const quotes = before.split('>').length - 1;
  const indent = tree.type(parent) === NodeType.ListItem ? before.replace(/^.*> ?/, '').length : 0;
  const colon = new RegExp(`^((?:[ \\t]*>){${quotes}} {0,${Math.min(quotes, 1)}}.{${indent}}):[ \\t]`, 'm');
  const found = colon.exec(text.slice(lineStart, tree.end(node)));
  return found === null ? null : lineStart + found.index + found[1]!.length;
}

/** Whether goldmark has the parent's child at `index` in a definition list, so that four spaces make no code. */
export function isDefinition(parsed: ParsedLayer, parent: number, index: number): boolean {
  const { tree, layer } = parsed;
  for (let before = index - 1; before >= 0 && index - before < 50; before -= 1) {
    const node = tree.child(parent, before);
    const start = tree.start(node);
    if (tree.type(node) === NodeType.Paragraph && definitionIn(parsed, parent, node) !== null) return true;
    if (start === 0 || layer.text[start - 1] === '\n') return false;
  }
  return false;
}

const ON_THE_LINE = /^ {0,3}:[ \t]+(#{1,6})[ \t]+\S.*$/gm;

/** The headings that open a definition, `: ## Part`, in what looks like a paragraph; with `isFirst` not on its first line. */
export function headingsOfDefinitions(text: string, from: number, to: number, isFirst: boolean): DefinedHeading[] {
  const source = text.slice(from, to);
  if (!source.includes(':') || !source.includes('#')) return [];
  return Array.from(source.matchAll(ON_THE_LINE))
    .filter(({ index }) => index > 0 || !isFirst)
    .map((match) => headingAt(from, match));
}

/** The headings in what looks like a code block between these offsets. */
export function definedHeadings(text: string, from: number, to: number): DefinedHeading[] {
  const start = text.lastIndexOf('\n', from) + 1;
  return Array.from(text.slice(start, to).matchAll(HEADING), (match) => headingAt(start, match));
}

/** The heading of a line in the text from `base` on; the first group of the match holds its `#`s. */
function headingAt(base: number, { index, 0: line, 1: hashes = '' }: RegExpExecArray): DefinedHeading {
  return {
    level: hashes.length as Heading['level'],
    range: [base + index + line.indexOf('#'), base + index + line.length],
  };
}
