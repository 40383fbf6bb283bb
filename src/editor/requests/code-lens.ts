import type { CodeLens } from 'vscode-languageserver/node';
import { countOf, linksToHeading } from '../find/links-to.ts';
import type { PageNow } from '../handbooks.ts';
import { rangeIn } from '../positions.ts';

/** The number of links to each heading that has any. */
export function codeLenses({ handbook, page }: PageNow): CodeLens[] {
  return page.facts.headings.flatMap((heading, index): CodeLens[] => {
    const count = countOf(linksToHeading(page, index, handbook));
    if (count === 0) return [];
    const title = count === 1 ? '1 link' : `${count} links`;
    return [{ range: rangeIn(page, heading.range), command: { title, command: '' } }];
  });
}
