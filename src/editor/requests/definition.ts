import type { Location, LocationLink } from 'vscode-languageserver/node';
import { type LinkTarget, targetsOf } from '../find/link-targets.ts';
import { templateOf } from '../find/templates.ts';
import { type UnderCursor, underCursor } from '../find/under-cursor.ts';
import type { PageNow } from '../handbooks.ts';
import { type At, locationOf, offsetIn, rangeIn } from '../positions.ts';

/** Where the thing under the cursor leads: a page, heading, include, file, redirect line or template. */
export function definition(at: At, { handbook, page }: PageNow, hasLinks: boolean): Location[] | LocationLink[] {
  const thing = underCursor(page, offsetIn(page, at.position), handbook);
  if (thing === null) return [];
  const targets = targetsOfThing(thing, { handbook, page });
  if (!hasLinks) return targets.map(({ path, range }) => locationOf(handbook, path, range));
  const origin = rangeIn(page, thing.kind === 'link' ? thing.link.target : thing.range);
  return targets.map(({ path, range, words }) => {
    const { uri, range: whole } = locationOf(handbook, path, range);
    const selection = words === undefined ? whole : locationOf(handbook, path, words).range;
    return { originSelectionRange: origin, targetUri: uri, targetRange: whole, targetSelectionRange: selection };
  });
}

function targetsOfThing(
  thing: UnderCursor,
  { handbook, page }: Pick<PageNow, 'handbook' | 'page'>,
): readonly LinkTarget[] {
  switch (thing.kind) {
    case 'link':
      return targetsOf(thing.link, page, handbook);
    case 'include': {
      const { state } = thing.include;
      return state.kind === 'found' ? [{ path: state.page.path }] : [];
    }
    case 'shortcode': {
      const path = templateOf(thing.call.name, handbook);
      return path === null ? [] : [{ path }];
    }
    case 'heading':
      return [{ path: page.path, range: thing.heading.range, words: thing.heading.textRange }];
    case 'redirect': {
      // A target is an address of the site, as a link in raw HTML would write it.
      const { to, toRange } = thing.rule;
      return targetsOf(
        { kind: 'html', href: to, range: toRange, target: toRange, fragment: null, text: '' },
        page,
        handbook,
      );
    }
  }
}
