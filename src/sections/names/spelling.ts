import { distance } from 'fastest-levenshtein';
import { getOrInsert } from '../../collections/get-or-insert.ts';
import { lowerFirst } from '../../phrases/letters.ts';
import { normaliseName } from './normalise.ts';
import type { RoleWords } from './role-words.ts';

/** A heading that is one of the names but for a typo. */
export interface NearName {
  readonly name: string;
  readonly distance: number;
  /** The words of the heading that are misspelt, as normalised. */
  readonly words: string;
}

/**
 * The plain name that this heading misspells: "Responsibilites", "Senior Engineer Responsabilities"; `null` when it is
 * none or exactly one. Short names ("OKRs") are too close to other words to guess, but for a letter that is doubled or two that are
 * swapped ("OKRss", "ORKs").
 */
export function nearestName(heading: string, names: readonly string[], around: RoleWords): NearName | null {
  const whole = normaliseName(heading);
  const starts = wordStarts(whole);
  let nearest: NearName | null = null;
  for (const { name, normal, size, allowed } of spellingsOf(names)) {
    const last = starts.length - 1 - size;
    if (last < 0) continue;
    // At the end, then at the start.
    for (let from = last; from >= 0; from = from > 0 ? 0 : -1) {
      const start = starts[from]!;
      const end = starts[from + size]! - 1;
      if (Math.abs(end - start - normal.length) > Math.max(allowed, 1)) continue;
      const text = whole.slice(start, end);
      const apart = allowed > 0 ? distance(text, normal) : Number(isSlip(text, normal));
      if (apart === 0 || apart > Math.max(allowed, 1) || apart >= (nearest?.distance ?? Number.POSITIVE_INFINITY))
        continue;
      const isRest = (_: string, at: number) => at < from || at >= from + size;
      if (
        whole
          .split(' ')
          .filter(isRest)
          .every((word) => around(word) || isJoined(word, names))
      )
        nearest = { name, distance: apart, words: text };
    }
  }
  return nearest;
}

/** "Responsabilities and duties": another name, and what joins it. */
function isJoined(word: string, names: readonly string[]): boolean {
  return word === 'and' || names.some((name) => normaliseName(name) === word);
}

/** Where each word starts, and where one more would. */
function wordStarts(text: string): readonly number[] {
  let next = 0;
  return [0, ...text.split(' ').map(({ length }) => (next += length + 1))];
}

/** A name that is long enough to be misspelt. */
interface Spelling {
  readonly name: string;
  readonly normal: string;
  /** How many words it has. */
  readonly size: number;
  /** How many typos; none for a short name. */
  readonly allowed: number;
}

/** The same names are held against many headings. */
const known = new WeakMap<readonly string[], readonly Spelling[]>();

function spellingsOf(names: readonly string[]): readonly Spelling[] {
  return getOrInsert(known, names, () =>
    names
      .map((name) => ({ name, normal: normaliseName(name) }))
      .map(({ name, normal }) => ({ name, normal, size: normal.split(' ').length, allowed: typosIn(normal.length) }))
      .filter(({ normal }) => normal.length >= SHORTEST),
  );
}

/** Of names with fewer letters even such a slip may be another word. */
const SHORTEST = 4;

/** Whether one letter is doubled, or two neighbours are swapped. */
function isSlip(text: string, name: string): boolean {
  if (text.length === name.length + 1)
    return [...text].some((letter, at) => letter === text[at - 1] && text.slice(0, at) + text.slice(at + 1) === name);
  const at = [...text].findIndex((letter, index) => letter !== name[index]);
  return text === name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

function typosIn(length: number): number {
  if (length < 6) return 0;
  if (length < 10) return 1;
  return length < 16 ? 2 : 3;
}

/** The heading as written, `words` replaced by the name they misspell; the name alone when they cannot be told apart. */
export function respell(written: string, words: string, name: string): string {
  const at = written.toLowerCase().indexOf(words);
  if (at === -1) return name;
  const isCapital = /^\p{Lu}/u.test(written.slice(at));
  const right = at === 0 || isCapital ? name : lowerFirst(name);
  return written.slice(0, at) + right + written.slice(at + words.length);
}
