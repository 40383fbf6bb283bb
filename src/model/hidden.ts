import type { PageFacts, Range } from '../markdown/facts.ts';

const none: readonly Range[] = [];

/** What stands between the tags of shortcodes that do not show it. */
export function hiddenRanges(
  { shortcodes }: Pick<PageFacts, 'shortcodes'>,
  hiding: readonly string[],
): readonly Range[] {
  if (shortcodes.length === 0) return none;
  const ranges = shortcodes.flatMap(({ name, inner, place }) =>
    inner !== null && place === 'content' && hiding.includes(name) ? [inner] : [],
  );
  return ranges.length === 0 ? none : ranges;
}

/** Whether an offset lies in one of the ranges. */
export function isWithin(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some(([start, end]) => start <= offset && offset < end);
}
