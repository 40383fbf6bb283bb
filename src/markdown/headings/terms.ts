import type { Range, RawAnchor } from '../facts.ts';
import { inPage, type LayerSource } from '../layer/layer-facts.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Tree } from '../tree.ts';
import { definitionIn } from './defined-headings.ts';
import { idWords } from './heading-words.ts';
import { hugoSlug } from './slug.ts';

/**
 * The terms of a definition list, which Markdown without such lists takes for a paragraph: the lines before `: definition`, in
 * the same paragraph or in the one before. Hugo gives them ids since 0.144.0 with `autoDefinitionTermID`; run with 0.169.
 */
export function termAnchors(
  tree: Tree,
  source: LayerSource,
  parent: number,
  index: number,
  settings: MarkdownSettings,
): readonly RawAnchor[] {
  const node = tree.child(parent, index);
  const start = tree.start(node);
  const definition = definitionIn(tree, source.text, parent, node);
  if (definition !== null) return terms(tree, node, source, [start, definition], settings);
  if (index === tree.childCount(parent) - 1) return [];
  const next = tree.child(parent, index + 1);
  // What follows may look like a table or an underlined heading besides.
  const isDefined = definitionIn(tree, source.text, parent, next) === tree.start(next);
  return isDefined ? terms(tree, node, source, [start, tree.end(node)], settings) : [];
}

function terms(
  tree: Tree,
  node: number,
  source: LayerSource,
  [start, end]: Range,
  settings: MarkdownSettings,
): readonly RawAnchor[] {
  const anchors: RawAnchor[] = [];
  let at = start;
  for (const line of source.text.slice(start, end).split('\n')) {
    const range: Range = [at, at + line.trimEnd().length];
    at += line.length + 1;
    if (/^[\s>]*$/.test(line)) continue;
    const words = idWords({ tree, node, text: source.text, range }, settings);
    // A term that is an address alone has none. Run with Hugo 0.167 and 0.169.
    if (words === '') continue;
    anchors.push({ kind: 'term', id: hugoSlug(words, settings.idType, 'term'), range: inPage(source, range) });
  }
  return anchors;
}
