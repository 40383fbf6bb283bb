import type { Range } from './facts.ts';

interface Ranged {
  readonly range: Range;
}

/** Orders by where things start. */
export function byStart(a: Ranged, b: Ranged): number {
  return a.range[0] - b.range[0];
}

/** Sorts a list by where things start, in place. Most lists are in order already, and V8 copies a list to sort it. */
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

/** Where what a sticky pattern matches at `start` ends; `start` where it matches nothing. */
export function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** A part of a text, and what is written in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with these parts replaced, which stand in order and apart; every other character stays. With a range of the text, that range alone. */
export function replaced(
  text: string,
  replacements: Iterable<Replacement>,
  [from, to]: Range = [0, text.length],
): string {
  const pieces: string[] = [];
  let at = from;
  for (const { start, end, text: written } of replacements) {
    pieces.push(text.slice(at, start), written);
    at = end;
  }
  pieces.push(text.slice(at, to));
  return pieces.join('');
}

/** The text with these ranges left blank, but for the ends of their lines: all offsets stay. */
export function blanked(text: string, ranges: readonly Range[]): string {
  const blank = ([start, end]: Range) => text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return replaced(
    text,
    ranges.map((range) => ({ start: range[0], end: range[1], text: blank(range) })),
  );
}
