import type { Range, RawAnchor } from '../facts.ts';
import { inPage, type Source } from '../layer/layer-facts.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Tree } from '../tree.ts';
import { idWords } from './heading-words.ts';
import { hugoSlug } from './slug.ts';

const DEFINITION = /^ {0,3}:[ \t]/m;

/**
 * The terms of a definition list, which Markdown without such lists takes for a paragraph: the lines before `: definition`, in
 * the same paragraph or in the one before. Hugo gives them ids since 0.144.0 with `autoDefinitionTermID`; run with 0.169.
 */
export function termAnchors(
  tree: Tree,
  source: Source,
  parent: number,
  index: number,
  settings: MarkdownSettings,
): readonly RawAnchor[] {
  const node = tree.child(parent, index);
  const [start, end] = [tree.start(node), tree.end(node)];
  const defined = DEFINITION.exec(source.text.slice(start, end));
  if (defined !== null) return terms(tree, node, source, [start, start + defined.index], settings);
  if (index + 1 === tree.childCount(parent)) return [];
  const next = tree.child(parent, index + 1);
  // What follows may look like a table or an underlined heading besides.
  const isDefinition = /^:[ \t]/.test(source.text.slice(tree.start(next)));
  return isDefinition ? terms(tree, node, source, [start, end], settings) : [];
}

function terms(
  tree: Tree,
  node: number,
  source: Source,
  [start, end]: Range,
  settings: MarkdownSettings,
): readonly RawAnchor[] {
  const anchors: RawAnchor[] = [];
  let at = start;
  for (const line of source.text.slice(start, end).split('\n')) {
    const range: Range = [at, at + line.trimEnd().length];
    at += line.length + 1;
    if (range[0] === range[1]) continue;
    const words = idWords({ tree, node, text: source.text, range }, settings);
    anchors.push({ kind: 'term', id: hugoSlug(words, settings.idType, 'term'), range: inPage(source, range) });
  }
  return anchors;
}
