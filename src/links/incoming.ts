import { addToGroup } from '../collections/groups.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { judgeLinks } from './judge.ts';

interface IncomingLink {
  /** The file that holds the link. */
  readonly from: Page;
  readonly link: Link;
}

const incomingByPath = query('incoming links', allIncoming);

/** Links to the page from the whole handbook, in the order of the pages; those to a missing anchor of it included. */
export function incomingLinks(page: Page, handbook: Handbook): readonly IncomingLink[] {
  return incomingByPath(handbook).get(page.path) ?? [];
}

function allIncoming(handbook: Handbook): ReadonlyMap<string, readonly IncomingLink[]> {
  const incoming = new Map<string, IncomingLink[]>();
  for (const from of handbook.pages)
    for (const { link, resolution } of judgeLinks(from, handbook)) {
      if (!resolution.page) continue;
      addToGroup(incoming, resolution.page.path, { from, link });
    }
  return incoming;
}
