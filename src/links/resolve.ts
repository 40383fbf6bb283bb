import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { siteAt } from '../sites/index.ts';
import { type Resolution, unknownAt } from '../sites/resolution.ts';

const SHORTCODE_MASK = '\uFFFC';

/**
 * Where a link leads on the built site. `page` is the file that holds it; `seenFrom` the page that shows it, when
 * that is another one (`page` is an include). Specification: docs/how-resolution-works.md.
 */
export function resolveLink(link: Link, page: Page, handbook: Handbook, seenFrom: Page = page): Resolution {
  if (link.href.includes(SHORTCODE_MASK)) return unknownAt('shortcode', '');
  return siteAt(seenFrom, handbook).lookUp(link, page, seenFrom, handbook);
}

/** Where the link would lead if it were written so: as a link with words where it stands without any. */
export function resolveAs(href: string, link: Link, page: Page, handbook: Handbook, seenFrom: Page = page): Resolution {
  const [start] = link.target;
  const kind = link.kind === 'autolink' ? 'inline' : link.kind;
  return resolveLink({ ...link, kind, href, target: [start, start + href.length] }, page, handbook, seenFrom);
}
