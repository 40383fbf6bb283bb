import { shownTextOf, textOf } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import { MASK } from '../shortcodes/mask.ts';
import type { Tree } from '../tree.ts';
import type { readHeadingSource } from './heading-source.ts';
import { idWords } from './heading-words.ts';
import { githubSlug, gitlabSlug, hugoSlug } from './slug.ts';
import { isVitepress, tokenWords, vitepressSlug } from './token-words.ts';

/** Where a heading stands; `node` is absent for one that the tree does not have as a heading. */
interface HeadingPlace {
  readonly tree: Tree;
  readonly node: number | undefined;
  readonly text: string;
}

type HeadingSource = ReturnType<typeof readHeadingSource>;

/** A heading's id before it is numbered (`slug`), the words that it is made from, and what is written for it in the source. */
export function headingId(
  place: HeadingPlace,
  source: HeadingSource,
  text: string,
  settings: MarkdownSettings,
): { readonly slug: string; readonly words: string; readonly written: string } {
  const { headingIds } = settings;
  const written = place.text.slice(source.slug[0], source.slug[1]);
  const words =
    headingIds === 'source' ? written : headingIds === 'none' ? '' : wordsOfId(place, source, text, settings);
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
  { tree, node, text: page }: HeadingPlace,
  { words }: HeadingSource,
  text: string,
  settings: MarkdownSettings,
): string {
  if (node === undefined) return text;
  const { headingIds } = settings;
  if (isVitepress(headingIds)) return tokenWords({ tree, node, text: page, range: words }, headingIds);
  if (headingIds === 'shown') return shownTextOf(tree, node, words[1]);
  if (headingIds === 'docusaurus' || headingIds === 'shown-with-images') return textOf(tree, node, words[1]);
  return idWords({ tree, node, text: page, range: words }, settings);
}
