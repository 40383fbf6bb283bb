import type { Heading, Range } from '../facts.ts';
import type { DefinedHeading } from '../headings/defined-headings.ts';
import { headingId } from '../headings/heading-id.ts';
import { type HeadingSource, readHeadingSource } from '../headings/heading-source.ts';
import { plainText, textOf } from '../plain-text.ts';
import { MASK } from '../shortcodes/mask.ts';
import { type FoundHeading, inPage, type ParsedLayer } from './layer-facts.ts';

/** Adds headings of definitions, which the tree has as words or code. */
export function addDefinedHeadings(parsed: ParsedLayer, headings: readonly DefinedHeading[]): void {
  const { text } = parsed.layer;
  for (const { level, range } of headings) {
    const source = readHeadingSource(text, ...range, parsed.settings);
    addHeading(parsed, { level, range, source, text: plainText(text.slice(...source.words)) });
  }
}

/** Adds a heading of the tree. */
export function addHeadingNode(parsed: ParsedLayer, node: number): void {
  const { tree, layer, settings } = parsed;
  const range: Range = [tree.start(node), tree.end(node)];
  const source = readHeadingSource(layer.text, ...range, settings);
  const text = plainText(textOf(tree, node, source.words[1]));
  addHeading(parsed, { level: tree.depth(node) as Heading['level'], range, source, text, node });
}

interface ReadHeading extends DefinedHeading {
  readonly source: HeadingSource;
  readonly text: string;
  readonly node?: number;
}

function addHeading(parsed: ParsedLayer, { level, range, source, text, node }: ReadHeading): void {
  const { layer, facts } = parsed;
  const { slug, words, written } = headingId(parsed, node, source, text);
  const heading: FoundHeading = {
    level,
    range: inPage(layer, range),
    textRange: inPage(layer, source.words),
    text,
    slug,
    hasBody: false,
  };
  if (source.id !== undefined) heading.id = source.id;
  if (layer.calls.length > 0 && written.includes(MASK) && !words.includes(MASK)) heading.isSettled = true;
  facts.headings.push(heading);
}
