import type { Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';

/**
 * Says whether a place lies in a heading whose id comes from its words, links in it included: replacing a word there may
 * break links to the heading.
 */
export function inHeading(page: Page): (offset: number) => boolean {
  let known: readonly Range[] | undefined;
  return (offset) => {
    // Most findings suggest nothing that could be applied unseen.
    known ??= headingsOf(page);
    const ranges = known;
    let [from, to] = [0, ranges.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ranges[middle]![0] <= offset) from = middle + 1;
      else to = middle;
    }
    return from > 0 && offset < ranges[from - 1]![1];
  };
}

function headingsOf(page: Page): readonly Range[] {
  return page.facts.headings
    .filter(({ id }) => id === undefined)
    .map(({ range }) => range)
    .sort((a, b) => a[0] - b[0]);
}
