import { titleRange } from '../../sections/title-range.ts';
import type { LevelPage, UnreadPage } from '../framework.ts';
import type { SheetCandidates } from './groups/sheet-candidates.ts';
import { isFolderPage } from './places/find-pages.ts';
import type { PageSheets } from './read-sheets.ts';

/** Why a page gave nothing that it should give; nothing for a page that did. */
export function unreadOn(
  { found, sheets, why, second }: PageSheets,
  pages: readonly LevelPage[],
  candidates: readonly SheetCandidates[],
  pattern: string,
): UnreadPage[] {
  const { page } = found;
  const { data } = page.content;
  const unread: UnreadPage[] = [];
  if (data?.problem && page.kind === 'data') unread.push({ page, why: 'unparsed', ...data.problem });
  // The page of a folder lists the departments in it.
  const isIndex =
    why === 'no-levels' && isFolderPage(page.path) && pattern.indexOf('{', pattern.lastIndexOf('/') + 1) >= 0;
  if (sheets.length === 0 && !isIndex) unread.push({ page, why, range: titleRange(page), detail: '' });
  const own = pages.filter((each) => each.page === page);
  if (sheets.length > 1) for (const range of second) unread.push({ page, why: 'second', range, detail: '' });
  if (own.some(({ department }) => department.id === '')) return unread;
  const isListless = own.every(({ groups }) => groups.every(({ items }) => items.length === 0));
  const asksAll = own.every(
    ({ groups, department }) => groups.length === 0 && department.groups.every(({ match }) => match === 'all'),
  );
  if (own.length > 0 && (asksAll || (own.length > 1 && isListless))) {
    const [other] = candidates.flatMap((each) => (each.sheet.page === page ? each.candidates : []));
    const range = titleRange(page);
    if (other === undefined) unread.push({ page, why: 'no-list', range, detail: '' });
    else if (own.every(({ groups }) => groups.length === 0))
      unread.push({ page, why: 'no-group', range, detail: other.name });
  }
  for (const block of page.content.blocks) {
    if (block.type !== 'table' || !sheets.some(({ shape }) => shape === 'table')) continue;
    for (const { kind, range } of block.faults ?? []) unread.push({ page, why: kind, range, detail: '' });
  }
  return unread;
}
