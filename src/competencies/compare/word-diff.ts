import { diffArrays } from 'diff';
import { splitWords } from '../wording.ts';

/** Up to this many common words between two differences are shown with them. */
const mostBetween = 2;
/** Longer texts are shown whole. */
const mostWords = 400;

/** The words in which two texts differ, as each has them; `''` for one that only leaves out what the other has. Case and punctuation do not count. */
export function differingWords(left: string, right: string): { readonly left: string; readonly right: string } {
  const [ours, theirs] = [wordsOf(left), wordsOf(right)];
  if (ours.length > mostWords || theirs.length > mostWords) return { left, right };
  const hunks: { readonly left: [from: number, to: number]; readonly right: [from: number, to: number] }[] = [];
  let [at, other] = [0, 0];
  for (const { value, added, removed } of diffArrays(keysOf(ours), keysOf(theirs))) {
    const end = added ? at : at + value.length;
    const otherEnd = removed ? other : other + value.length;
    if (added || removed) {
      const last = hunks.at(-1);
      const isNear = last !== undefined && at - last.left[1] <= mostBetween && other - last.right[1] <= mostBetween;
      if (isNear) [last.left[1], last.right[1]] = [end, otherEnd];
      else hunks.push({ left: [at, end], right: [other, otherEnd] });
    }
    [at, other] = [end, otherEnd];
  }
  const shown = (words: readonly string[], side: 'left' | 'right') => {
    const parts = hunks.map((hunk) => words.slice(...hunk[side]).join(' '));
    return withoutSigns(parts.filter((text) => text !== '').join(' … '));
  };
  return { left: shown(ours, 'left'), right: shown(theirs, 'right') };
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
