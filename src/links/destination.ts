import type { Link, Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { siteAt } from '../sites/index.ts';

/** The destination without its fragment: what a finding about the page underlines. */
export function pathRange(link: Link): Range {
  return link.fragment ? [link.target[0], link.fragment[0] - 1] : link.target;
}

/** What to write for `pathRange(link)` so that the link leads to this page. */
export function destinationOf(target: Page, link: Link, from: Page, handbook: Handbook): string {
  return siteAt(from, handbook).destinationFor(target, link, from, handbook);
}
