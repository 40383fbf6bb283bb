import { getOrInsert } from '../../collections/get-or-insert.ts';
import { groupBy } from '../../collections/groups.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { upperFirst } from '../../phrases/letters.ts';
import { type Competency, competenciesOn, type Framework } from '../framework.ts';
import { evenSpelling } from '../wording.ts';
import { placeOf } from './agreement.ts';

/** A word that most competencies of the framework spell the other way, British or American. */
export interface OddSpelling {
  readonly item: Competency;
  readonly range: Range;
  readonly word: string;
  readonly usual: string;
  /** How many more times the word, in any form, stands on the page. */
  readonly more: number;
}

/** Finds words that stand in British spelling in some competencies and in American in more of them, or the other way round: each once for a page. */
export function findOddSpellings(framework: Framework): readonly OddSpelling[] {
  const families = new Map<string, { british: Use[]; american: Use[] }>();
  for (const use of wordsOf(framework)) {
    getOrInsert(families, use.family, () => ({ british: [], american: [] }))[use.spelling].push(use);
  }
  return [...families.values()].flatMap(({ british, american }) => {
    if (british.length === 0 || american.length === 0 || british.length === american.length) return [];
    const odd = british.length < american.length ? british : american;
    return [...groupBy(odd, ({ item }) => item.page).values()].flatMap(([first, ...more]) =>
      first === undefined ? [] : [{ ...first, usual: first.other, more: more.length }],
    );
  });
}

interface Use {
  readonly item: Competency;
  readonly range: Range;
  readonly word: string;
  readonly family: string;
  readonly spelling: 'british' | 'american';
  /** The word in the other spelling. */
  readonly other: string;
}

function* wordsOf(framework: Framework): Generator<Use> {
  const seen = new Set<string>();
  const texts = new Map<Page, string>();
  for (const item of framework.pages.flatMap(competenciesOn)) {
    const place = placeOf(item);
    if (seen.has(place)) continue;
    seen.add(place);
    const text = getOrInsert(texts, item.page, () => item.page.text);
    const source = text.slice(...item.textRange);
    // Addresses are no words of the competency.
    for (const match of source
      .replace(/\]\([^)\]]*\)|<[^<>]*>/g, (hidden) => ' '.repeat(hidden.length))
      .matchAll(/\p{L}+/gu)) {
      const use = spellingOf(match[0]);
      if (use === null) continue;
      const start = item.textRange[0] + match.index;
      yield { ...use, item, word: match[0], range: [start, start + match[0].length] };
    }
  }
}

function spellingOf(written: string): Pick<Use, 'family' | 'spelling' | 'other'> | null {
  const word = written.toLowerCase();
  const even = evenSpelling(word);
  const parts =
    /^(.+iz)(?:e|es|ed|er|ers|ing|ation|ations)$|^(.+yz)(?:e|es|ed|ing)$|^(.{3,}or)(?:s|ed|ing|al|able|ful|ite)?$/u.exec(
      even,
    );
  const family = parts?.[1] ?? parts?.[2] ?? parts?.[3];
  if (family === undefined) return null;
  if (even !== word) return { family, spelling: 'british', other: inCaseOf(written, even) };
  const british = family.endsWith('or') ? `${family.slice(0, -1)}ur` : `${family.slice(0, -1)}s`;
  return { family, spelling: 'american', other: inCaseOf(written, british + even.slice(family.length)) };
}

function inCaseOf(written: string, word: string): string {
  const [first = ''] = written;
  return first === first.toLowerCase() ? word : upperFirst(word);
}
