import type { Handbook } from '../../handbook/handbook.ts';
import type { Link, Range } from '../../markdown/facts.ts';
import type { Cause } from './cause.ts';

/** What a broken link has to say now, where that is known: `/handbook/values/#honesty`. */
export function newTarget(link: Link, cause: Cause, handbook: Handbook): string | null {
  const hash = link.href.indexOf('#');
  const fragment = hash < 0 ? '' : link.href.slice(hash);
  const path = hash < 0 ? link.href : link.href.slice(0, hash);
  switch (cause.kind) {
    case 'page-moved': {
      const { address } = cause.after;
      if (address === null) return null;
      const isThere =
        fragment === '' || handbook.anchors(cause.after).ids.has(decodeURIComponentOrNot(fragment.slice(1)));
      return isThere ? address + fragment : address;
    }
    case 'heading-renamed':
      return `${path}#${cause.newId}`;
    case 'anchor-removed':
      return cause.movedTo?.page.address ? `${cause.movedTo.page.address}#${cause.movedTo.id}` : null;
    default:
      return null;
  }
}

/** The new target cut to what the finding marks: all of the destination, or its fragment alone. */
export function replacementFor(marked: Range, link: Link, target: string): string | null {
  if (isSame(marked, link.target)) return target;
  const hash = target.indexOf('#');
  if (link.fragment === null || hash < 0 || target.slice(0, hash) !== link.href.slice(0, hash)) return null;
  return isSame(marked, link.fragment) ? target.slice(hash + 1) : null;
}

function isSame(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function decodeURIComponentOrNot(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
