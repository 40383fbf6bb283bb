import type { Location } from 'vscode-languageserver/node';
import type { Handbook, Page } from '../../model/handbook.ts';
import { targetsOf } from '../find/link-targets.ts';
import { destinationsOf, linksToHeading, linksToPage } from '../find/links-to.ts';
import { underCursor } from '../find/under-cursor.ts';
import type { PageNow } from '../handbooks.ts';
import { type At, locationOf, offsetIn } from '../positions.ts';

/**
 * All links to what is under the cursor: to a heading, to where a link leads, or to the page when the cursor stands on neither.
 * `isWithItself`: the heading or page itself is listed first.
 */
export function references(at: At, { handbook, page }: PageNow, isWithItself: boolean): Location[] {
  const { file, index } = subjectAt(at, page, handbook);
  const links = index === null ? linksToPage(file, handbook) : linksToHeading(file, index, handbook);
  const own = index === null ? undefined : file.facts.headings[index]?.textRange;
  return [...(isWithItself ? [locationOf(handbook, file.path, own)] : []), ...destinationsOf(links, handbook)];
}

function subjectAt(at: At, page: Page, handbook: Handbook): { readonly file: Page; readonly index: number | null } {
  const thing = underCursor(page, offsetIn(page, at.position), handbook);
  if (thing?.kind === 'heading') return { file: page, index: thing.index };
  if (thing?.kind === 'link') {
    const [target] = targetsOf(thing.link, page, handbook);
    const file = target && handbook.page(target.path);
    if (file) return { file, index: target.heading ?? null };
  }
  if (thing?.kind === 'include' && thing.include.state.kind === 'found')
    return { file: thing.include.state.page, index: null };
  return { file: page, index: null };
}
