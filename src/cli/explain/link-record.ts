import type { JudgedLink } from '../../links/judge.ts';
import { linesOf } from '../../lint/line-table.ts';
import type { Link, LinkKind } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';

/** A link as `links` and `explain --format json` print it. */
export interface LinkRecord {
  /** Relative to the handbook's root. */
  readonly path: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly kind: LinkKind;
  /** As written. */
  readonly href: string;
  readonly outcome: 'found' | 'broken' | 'unknown' | 'external';
  /** Where it leads, or what it looks for; `null` when that is not known. */
  readonly target: string | null;
  /** Why it is broken or cannot be checked; for a found one, by what else than the link itself it gets there. */
  readonly reason: string | null;
}

/** A link inside the site, and where it leads. */
export function recordOf(page: Page, { link, resolution }: JudgedLink): LinkRecord {
  const { outcome, address } = resolution;
  const record = { ...placed(page, link), outcome };
  switch (outcome) {
    case 'found': {
      const { anchor, indirections } = resolution;
      const ways = indirections.map(({ kind }) => kind).join(', ');
      const target = address + (anchor === null ? '' : `#${anchor.id}`);
      return { ...record, target, reason: ways === '' ? null : ways };
    }
    case 'broken': {
      const { fragment, reason } = resolution;
      return { ...record, target: address + (fragment === '' ? '' : `#${fragment}`), reason };
    }
    case 'unknown':
      return { ...record, target: address === '' ? null : address, reason: resolution.reason };
  }
}

/** A link to another site, which is not checked. */
export function externalRecord(page: Page, link: Link): LinkRecord {
  return { ...placed(page, link), outcome: 'external', target: link.href, reason: null };
}

function placed(page: Page, { kind, href, target }: Link) {
  const { line, column } = linesOf(page).point(target[0]);
  return { path: page.path, line, column, kind, href };
}
