import type { Range, RawAnchor } from '../facts.ts';
import { inPage, type ParsedLayer } from '../layer/layer-facts.ts';
import { definitionIn } from './defined-headings.ts';
import { idWords } from './heading-words.ts';
import { hugoSlug } from './slug.ts';

/**
 * The terms of a definition list, which Markdown without such lists takes for a paragraph: the lines before `: definition`, in
 * the same paragraph or in the one before. Hugo gives them ids since 0.144.0 with `autoDefinitionTermID`; run with 0.169.
 */
export function termAnchors(parsed: ParsedLayer, parent: number, index: number): readonly RawAnchor[] {
  const { tree } = parsed;
  const node = tree.child(parent, index);
  const start = tree.start(node);
  const definition = definitionIn(parsed, parent, node);
  if (definition !== null) return terms(parsed, node, [start, definition]);
  if (index === tree.childCount(parent) - 1) return [];
  const next = tree.child(parent, index + 1);
  // What follows may look like a table or an underlined heading besides.
  const isDefined = definitionIn(parsed, parent, next) === tree.start(next);
  return isDefined ? terms(parsed, node, [start, tree.end(node)]) : [];
}

function terms({ tree, layer, settings }: ParsedLayer, node: number, [start, end]: Range): readonly RawAnchor[] {
  const anchors: RawAnchor[] = [];
  let at = start;
  for (const line of layer.text.slice(start, end).split('\n')) {
    const range: Range = [at, at + line.trimEnd().length];
    at += line.length + 1;
    if (/^[\s>]*$/.test(line)) continue;
    const words = idWords({ tree, node, text: layer.text, range }, settings);
    // A term that is an address alone has none. Run with Hugo 0.167 and 0.169.
    if (words === '') continue;
    anchors.push({ kind: 'term', id: hugoSlug(words, settings.idType, 'term'), range: inPage(layer, range) });
  }
  return anchors;
}
