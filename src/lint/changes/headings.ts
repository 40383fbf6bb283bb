import { diffArrays } from 'diff';
import { distance } from 'fastest-levenshtein';
import type { Heading } from '../../markdown/facts.ts';

/**
 * Which heading each old heading became; `null` for one that is gone. Headings with the same words stay themselves; between
 * them, those that came take the place of those that went.
 */
export function alignHeadings(before: readonly Heading[], after: readonly Heading[]): readonly (number | null)[] {
  const became: (number | null)[] = before.map(() => null);
  const parts = diffArrays(before.map(nameOf), after.map(nameOf));
  let old = 0;
  let now = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (!part.removed && !part.added) {
      for (let step = 0; step < part.value.length; step++) became[old + step] = now + step;
      old += part.value.length;
      now += part.value.length;
      continue;
    }
    const next = parts[at + 1];
    const went = part.removed ? part.value.length : next?.removed ? next.value.length : 0;
    const came = part.added ? part.value.length : next?.added ? next.value.length : 0;
    replace(before.slice(old, old + went), after.slice(now, now + came)).forEach((to, from) => {
      became[old + from] = to === null ? null : now + to;
    });
    old += went;
    now += came;
    if (went > 0 && came > 0) at++;
  }
  return became;
}

function nameOf(heading: Heading): string {
  return `${heading.level} ${heading.text}`;
}

/** Pairs in order when as many came as went; else only headings whose words are alike. */
function replace(went: readonly Heading[], came: readonly Heading[]): (number | null)[] {
  if (went.length === came.length) return went.map((_, index) => index);
  const free = new Set(came.keys());
  return went.map((heading) => {
    const alike = [...free].map((index) => ({ index, apart: relativeDistance(heading.text, came[index]!.text) }));
    const best = alike.sort((a, b) => a.apart - b.apart)[0];
    if (best === undefined || best.apart > 0.6) return null;
    free.delete(best.index);
    return best.index;
  });
}

function relativeDistance(a: string, b: string): number {
  const [short, long] = [a.slice(0, 200).toLowerCase(), b.slice(0, 200).toLowerCase()];
  if (short !== '' && (long.includes(short) || short.includes(long)) && long !== '') return 0;
  return distance(short, long) / Math.max(short.length, long.length, 1);
}
