import type { Range } from './facts.ts';

interface Ranged {
  readonly range: Range;
}

/** Orders by where things start. */
export function byStart(a: Ranged, b: Ranged): number {
  return a.range[0] - b.range[0];
}

/** Puts things in the order in which they start, in place; nearly always they are in it already. */
export function sortByStart<T extends Ranged>(things: T[]): T[] {
  for (let index = 1; index < things.length; index += 1) {
    if (things[index - 1]!.range[0] > things[index]!.range[0]) return things.sort(byStart);
  }
  return things;
}

/** A test whether an offset lies in one of the ranges, which do not overlap. */
export function coverage(ranges: readonly Range[]): (offset: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  return (offset) => {
    const index = countUntil(sorted.length, (at) => sorted[at]![0] <= offset);
    return index > 0 && offset < sorted[index - 1]![1];
  };
}

/** How many of `length` things come before the first for which `holds` is false. */
export function countUntil(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
