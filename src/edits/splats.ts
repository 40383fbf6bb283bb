import type { Handbook, Page } from '../model/handbook.ts';
import type { Redirect } from '../model/redirects.ts';
import { isExternal } from '../sites/href.ts';
import { type Move, pathsAfter, type Untouched } from './plan.ts';
import type { HandbookStates } from './references.ts';

/** `/new/` of `/old/* /new/:splat`: what all addresses begin with that a rule leads to; `null` for a rule that leads to one. */
export function beginningOf({ to }: Redirect): string | null {
  const colon = to.indexOf(':');
  return isExternal(to) || colon < 0 ? null : to.slice(0, colon);
}

/** The beginning that such a rule needs after a change. It is another one only where all pages below the old one have moved together. */
export function beginningAfter(
  beginning: string,
  { before, after, moved }: Pick<HandbookStates, 'before' | 'after' | 'moved'>,
): string {
  const beginnings = new Set(
    pagesBelow(beginning, before).map(({ path, address }) => {
      const rest = address?.slice(beginning.length) ?? '';
      const now = after.page(moved(path))?.address;
      return now?.endsWith(rest) ? now.slice(0, now.length - rest.length) : null;
    }),
  );
  const [only] = beginnings;
  return beginnings.size === 1 && only ? only : beginning;
}

/** Rules that lead to pages of which some have moved, and none keeps its old address. */
export function partlyMoved(before: Handbook, after: Handbook, moves: readonly Move[]): Untouched[] {
  const moved = pathsAfter(moves);
  const states = { before, after, moved };
  return before.redirects.flatMap((rule): Untouched[] => {
    const beginning = beginningOf(rule);
    if (beginning === null || beginningAfter(beginning, states) !== beginning) return [];
    const gone = pagesBelow(beginning, before).filter(
      ({ path, address }) => address !== null && after.page(moved(path))?.address !== address && !after.at(address),
    );
    if (gone.length === 0) return [];
    const why = 'This leads to several pages, of which some have moved.';
    return [{ path: rule.path, range: rule.toRange, written: rule.to, kind: 'unsure', why }];
  });
}

function pagesBelow(beginning: string, handbook: Handbook): readonly Page[] {
  return handbook.pages.filter(({ address }) => address?.startsWith(beginning));
}
