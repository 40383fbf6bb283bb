import { addToSet } from '../../collections/groups.ts';
import type { Department } from '../framework.ts';
import { readWording, type Wording } from '../wording.ts';

/** A competency with all that have it in the same words. */
interface Cluster {
  readonly wording: Wording;
  readonly members: readonly { readonly departments: ReadonlySet<Department> }[];
}

/** When this many departments have different words at one place of a sentence, each fills in its own name. */
const fewestFillings = 3;
/** A name is no longer than this. */
const mostWords = 6;

/**
 * Finds sentences in which each department has words of its own at one place: "mentors new painters", "… riggers", "… joiners";
 * "writes good Go", "… JavaScript"; "reviews test scenarios", "… acceptance criteria".
 */
export function filledSlots(
  pairs: readonly (readonly [Cluster, Cluster])[],
  all: readonly Cluster[],
): (left: Cluster, right: Cluster) => boolean {
  const slots = new Map<string, Map<string, Set<string>>>();
  const places = new Map<number, Set<number>>();
  for (const [left, right] of pairs) {
    const slot = slotOf(left, right);
    if (slot === null || slot.left.length > 1 || slot.right.length > 1) continue;
    slots.set(slot.key, new Map());
    addToSet(places, slot.length, slot.at);
  }
  // Fillings that differ much make no pair, and fill the slot all the same.
  for (const { wording, members } of all) {
    const words = wording.key.split(' ');
    for (const at of places.get(words.length) ?? []) {
      const fillings = slots.get(withGap(words, at));
      const word = words[at] ?? '';
      const ids = members.flatMap(({ departments }) => [...departments].map(({ id }) => id));
      fillings?.set(word, new Set([...(fillings.get(word) ?? []), ...ids]));
    }
  }
  const filled = new Set([...slots].flatMap(([key, words]) => (areFilled([...words.values()]) ? [key] : [])));
  return (left, right) => {
    const slot = slotOf(left, right);
    if (slot === null) return false;
    const sides = [
      { words: slot.left, wording: left.wording },
      { words: slot.right, wording: right.wording },
    ];
    // "Mentors programmers" of the programmers, and "mentors SREs".
    if (sides.some(({ words, wording }) => words.some((word) => wording.nouns.includes(word)))) return true;
    if (filled.has(slot.key)) return true;
    // Where no side is in the majority, other names and other things are meant.
    const areApart = ({ words, wording }: (typeof sides)[number]) =>
      readWording(words.join(' ')).stems.length > 1 || words.every((word) => isName(word, wording));
    return left.members.length === right.members.length && sides.every(areApart);
  };
}

/** `departments`: those that have each word. Are the words enough, and no department's two? */
function areFilled(departments: readonly ReadonlySet<string>[]): boolean {
  const all = departments.flatMap((ids) => [...ids]);
  return departments.length >= fewestFillings && new Set(all).size === all.length;
}

/** Does a word stand with a capital within a text that has others without one? */
function isName(word: string, { text }: Wording): boolean {
  const [, ...words] = text.split(/[^\p{L}\p{N}]+/u);
  const areSmall = words.filter((each) => each.length > 3 && each === each.toLowerCase());
  return areSmall.length > 0 && words.some((each) => each !== word && each.toLowerCase() === word);
}

interface Slot {
  /** The words around it. */
  readonly key: string;
  readonly at: number;
  /** How many words the left text has. */
  readonly length: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The one place at which two texts have other words, and no word in common there; `null` when they differ otherwise. */
function slotOf({ wording: one }: Cluster, { wording: other }: Cluster): Slot | null {
  const [words, others] = [one.key.split(' '), other.key.split(' ')];
  const shorter = Math.min(words.length, others.length);
  let at = 0;
  while (at < shorter && words[at] === others[at]) at += 1;
  let after = 0;
  while (after < shorter - at && words.at(-1 - after) === others.at(-1 - after)) after += 1;
  const left = words.slice(at, words.length - after);
  const right = others.slice(at, others.length - after);
  const longest = Math.max(left.length, right.length);
  if (left.length === 0 || right.length === 0 || longest > mostWords) return null;
  const stems = new Set(readWording(left.join(' ')).stems);
  if (readWording(right.join(' ')).stems.some((stem) => stems.has(stem))) return null;
  const key = left.length === 1 && right.length === 1 ? withGap(words, at) : '';
  return { key, at, length: words.length, left, right };
}

function withGap(words: readonly string[], at: number): string {
  return words.with(at, '…').join(' ');
}
