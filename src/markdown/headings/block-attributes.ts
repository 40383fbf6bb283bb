import type { RawAnchor } from '../facts.ts';
import { inPage, type ParsedLayer } from '../layer/layer-facts.ts';
import { coverage } from '../ranges.ts';
import { readAttributes } from './attributes.ts';
import { lineEnd } from './heading-source.ts';

const ATTRIBUTE_LINE = /^[ \t]*(?:>[ \t]*)*\{(?![{<%])/gm;

/** `{#id}` on a line of its own below a paragraph, table or list names that block. */
export function blockAttributes({ layer, facts }: ParsedLayer): RawAnchor[] {
  const { text } = layer;
  if (!text.includes('{#') && !text.includes('{id=')) return [];
  const anchors: RawAnchor[] = [];
  const taken = coverage([...facts.code, ...facts.comments, ...facts.headings.map(({ range }) => range)]);
  for (const match of text.matchAll(ATTRIBUTE_LINE)) {
    const brace = match.index + match[0].length - 1;
    const end = lineEnd(text, brace);
    const attributes = readAttributes(text, brace, end);
    if (attributes?.id === undefined || text.slice(attributes.end, end).trim() !== '') continue;
    const before = text.slice(0, match.index).trimEnd().length;
    if (match.index - before > 2 || before === 0) continue;
    if (taken(layer.start + before - 1)) continue;
    anchors.push({ kind: 'attribute', id: attributes.id, range: inPage(layer, [brace, attributes.end]) });
  }
  return anchors;
}
