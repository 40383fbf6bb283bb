import { diffArrays } from 'diff';
import { splitWords } from '../wording.ts';

/** The words in which two texts differ, each as it is written; `''` when one only leaves out what the other has. */
interface WordDifference {
  readonly left: string;
  readonly right: string;
}

/** Up to this many common words between two differences are shown with them. */
const mostBetween = 2;
/** Longer texts are shown whole. */
const mostWords = 400;

/** Finds the words in which two texts differ; case and punctuation do not count. */
export function differingWords(left: string, right: string): WordDifference {
  const [ours, theirs] = [wordsOf(left), wordsOf(right)];
  if (ours.length > mostWords || theirs.length > mostWords) return { left, right };
  const hunks: { from: number; to: number; otherFrom: number; otherTo: number }[] = [];
  let at = 0;
  let other = 0;
  for (const change of diffArrays(keysOf(ours), keysOf(theirs))) {
    const { length } = change.value;
    if (!change.added && !change.removed) {
      at += length;
      other += length;
      continue;
    }
    const last = hunks.at(-1);
    const isNear = last !== undefined && at - last.to <= mostBetween && other - last.otherTo <= mostBetween;
    const hunk = isNear ? last : { from: at, to: at, otherFrom: other, otherTo: other };
    if (!isNear) hunks.push(hunk);
    if (change.removed) at += length;
    else other += length;
    hunk.to = at;
    hunk.otherTo = other;
  }
  const shown = (words: readonly string[], parts: readonly (readonly [number, number])[]) =>
    withoutSigns(
      parts
        .map((part) => words.slice(...part).join(' '))
        .filter((text) => text !== '')
        .join(' … '),
    );
  return {
    left: shown(
      ours,
      hunks.map(({ from, to }) => [from, to] as const),
    ),
    right: shown(
      theirs,
      hunks.map(({ otherFrom, otherTo }) => [otherFrom, otherTo] as const),
    ),
  };
}

/** The words without the signs that stand before and behind them. */
function withoutSigns(text: string): string {
  const letters = [...text];
  const isShown = (letter: string) => !' ,;.'.includes(letter);
  return letters.slice(letters.findIndex(isShown), letters.findLastIndex(isShown) + 1).join('');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function keysOf(words: readonly string[]): string[] {
  return words.map((word) => splitWords(word).join('') || word);
}
