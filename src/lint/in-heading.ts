import { once } from '../collections/once.ts';
import { coverage } from '../markdown/ranges.ts';
import type { Page } from '../model/handbook.ts';

/**
 * Says whether a place lies in a heading whose id comes from its words, links in it included: replacing a word there may
 * break links to the heading.
 */
export function inHeading({ facts }: Page): (offset: number) => boolean {
  // Most findings suggest nothing that could be applied unseen.
  const covers = once(() => coverage(facts.headings.filter(({ id }) => id === undefined).map(({ range }) => range)));
  return (offset) => covers()(offset);
}
