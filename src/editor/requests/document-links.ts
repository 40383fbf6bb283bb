import type { DocumentLink } from 'vscode-languageserver/node';
import { internalLinks } from '../../links/judge.ts';
import { targetsOf } from '../find/link-targets.ts';
import type { PageNow } from '../handbooks.ts';
import { rangeIn, uriOf } from '../positions.ts';

/** The links of a page that lead to a file, each with the file and the line in it: `file:///…/values.md#L12`. */
export function documentLinks({ handbook, page }: PageNow): DocumentLink[] {
  const links = internalLinks(page, handbook).flatMap((link): DocumentLink[] => {
    const [target] = targetsOf(link, page, handbook);
    if (target === undefined) return [];
    const holder = handbook.page(target.path);
    const line = holder && target.range ? `#L${rangeIn(holder, target.range).start.line + 1}` : '';
    return [{ range: rangeIn(page, link.target), target: uriOf(handbook, target.path) + line }];
  });
  const includes = handbook.includes(page).flatMap(({ call, state }): DocumentLink[] => {
    const [argument] = call.params;
    if (state.kind !== 'found' || argument === undefined) return [];
    return [{ range: rangeIn(page, argument.range), target: uriOf(handbook, state.page.path) }];
  });
  return [...links, ...includes];
}
