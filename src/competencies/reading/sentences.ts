import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { isUnspaced } from '../../sections/names/role-words.ts';
import { isPlaceholder } from '../../sections/not-yet.ts';
import { splitWords } from '../wording.ts';

/** Words of Markdown that no parser took apart, without links, tags and comments. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<[^<>]{0,300}>/g, (tag) => (/^<br\b/i.test(tag) ? ' ' : ''))
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,600}\)/g, '$1');
}

/** A stop after these ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|etc|vs|resp|incl|approx|max|min|no|z\.\s?b|d\.\s?h|u\.\s?a|bzw|ca|p\.\s?ex)\.\s*$/iu;
/** Where the first sentence begins with a small letter, the next ones do too. */
const smallStart = /^[^\p{L}\p{N}]*\p{Ll}/u;
const smallSentence = /(?<=[.!?]["'”’)\]]?\s{1,3})(?=["'“‘(]?\p{Ll})/u;
/** A sentence has at least this many words, or it goes with the one before it. */
const fewestWords = 2;

let segmenter: Intl.Segmenter | null = null;

/** The sentences of a text without markup, each with its place in `range` of the page; one whose words are marked up has the whole range. */
export function sentencesOf(
  text: string,
  range: Range,
  page: Page,
): readonly { readonly text: string; readonly range: Range }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const texts: string[] = [];
  const segments = [...segmenter.segment(text)].map(({ segment }) => segment);
  for (const segment of smallStart.test(text) ? segments.flatMap((each) => each.split(smallSentence)) : segments) {
    const before = texts.at(-1);
    const isShort = splitWords(segment).length < fewestWords && !isUnspaced(segment) && !isPlaceholder(segment);
    const isPart = before !== undefined && (isShort || abbreviation.test(before));
    if (isPart) texts[texts.length - 1] = before + segment;
    else texts.push(segment);
  }
  const source = page.text.slice(...range);
  let from = 0;
  return texts.map((each) => {
    const words = each.trim();
    const at = source.indexOf(words, from);
    if (at < 0 || texts.length === 1) return { text: words, range };
    from = at + words.length;
    return { text: words, range: [range[0] + at, range[0] + from] };
  });
}
