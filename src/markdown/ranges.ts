import type { Range } from './facts.ts';

interface Ranged {
  readonly range: Range;
}

/** Orders by where things start. */
export function byStart(a: Ranged, b: Ranged): number {
  return a.range[0] - b.range[0];
}

/** The same list in the order of `byStart`. Most are in order already, and sorting them would copy them. */
export function inOrder<T extends Ranged>(list: T[]): T[] {
  for (let at = 1; at < list.length; at += 1) if (byStart(list[at - 1]!, list[at]!) > 0) return list.sort(byStart);
  return list;
}

/** A test whether an offset lies in one of the ranges, which do not overlap. */
export function coverage(ranges: readonly Range[]): (offset: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  return (offset) => {
    const around = sorted[countUntil(sorted.length, (at) => sorted[at]![0] <= offset) - 1];
    return around !== undefined && offset < around[1];
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
