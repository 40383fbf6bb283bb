import type { ParsedLayer } from '../layer/layer-facts.ts';
import { shownTextOf, textOf } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import { MASK } from '../shortcodes/mask.ts';
import type { HeadingSource } from './heading-source.ts';
import { idWords } from './heading-words.ts';
import { githubSlug, gitlabSlug, hugoSlug } from './slug.ts';
import { isVitepress, tokenWords, vitepressSlug } from './token-words.ts';

/**
 * A heading's id before it is numbered (`slug`), the words that it is made from, and what is written for it in the source. `node` is absent
 * for a heading that the tree has as something else.
 */
export function headingId(
  parsed: ParsedLayer,
  node: number | undefined,
  source: HeadingSource,
  text: string,
): { readonly slug: string; readonly words: string; readonly written: string } {
  const { layer, settings } = parsed;
  const { headingIds } = settings;
  const written = layer.text.slice(...source.slug);
  const words = headingIds === 'source' ? written : headingIds === 'none' ? '' : wordsOfId(parsed, node, source, text);
  // Since ids are made from words, a heading without any has none.
  if (headingIds !== 'source' && words === '') return { slug: '', words, written };
  const seen = words.includes(MASK) ? words.replaceAll(MASK, '') : words;
  return { slug: slugOf(seen, source.id, settings), words, written };
}

function slugOf(words: string, id: string | undefined, { headingIds, idType }: MarkdownSettings): string {
  if (isVitepress(headingIds)) return vitepressSlug(words);
  if (headingIds === 'docusaurus') return githubSlug(words);
  if (headingIds === 'shown') return githubSlug(words, id);
  return headingIds === 'shown-with-images' ? gitlabSlug(words, id) : hugoSlug(words, idType);
}

function wordsOfId(
  { tree, layer, settings }: ParsedLayer,
  node: number | undefined,
  { words }: HeadingSource,
  text: string,
): string {
  if (node === undefined) return text;
  const { headingIds } = settings;
  if (isVitepress(headingIds)) return tokenWords({ tree, node, text: layer.text, range: words }, headingIds);
  if (headingIds === 'shown') return shownTextOf(tree, node, words[1]);
  if (headingIds === 'docusaurus' || headingIds === 'shown-with-images') return textOf(tree, node, words[1]);
  return idWords({ tree, node, text: layer.text, range: words }, settings);
}
