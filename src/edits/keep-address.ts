import { redirectLine, redirectsFile } from '../lint/changes/keep-address.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { siteAt } from '../sites/index.ts';
import type { Move, TextEdit } from './plan.ts';

/** What keeps the old address of a moved page: a line in its front matter, a line in the file of redirects, nothing. */
export type KeepBy = 'alias' | 'redirect' | 'nothing';

/** The lines that keep the old addresses of moved pages, where nothing else stands there now. */
export function keepAddresses(before: Handbook, after: Handbook, moves: readonly Move[], by: KeepBy): TextEdit[] {
  if (by === 'nothing') return [];
  const moved = moves.flatMap(({ from, to }) => {
    const [old, now] = [before.page(from), after.page(to)];
    return old?.address && now?.address && old.address !== now.address && !after.at(old.address) ? [{ old, now }] : [];
  });
  if (by === 'redirect') return redirectLines(moved, before);
  // Edits behind the front matter have not moved it.
  return moved.flatMap(({ old, now }) => aliasLine(old, now, after));
}

function aliasLine(old: Page, now: Page, after: Handbook): TextEdit[] {
  const { range, text } = siteAt(now, after).keepAddress(now, old.address ?? '');
  return text === null ? [] : [{ path: old.path, start: range[0], end: range[1], text }];
}

function redirectLines(moved: readonly { readonly old: Page; readonly now: Page }[], before: Handbook): TextEdit[] {
  const file = redirectsFile(before);
  if (file === undefined || moved.length === 0) return [];
  const lead = file.text === '' || file.text.endsWith('\n') ? '' : '\n';
  const lines = moved.map(({ old, now }) => `${redirectLine(old.address ?? '', now.address ?? '')}\n`);
  return [{ path: file.path, start: file.text.length, end: file.text.length, text: lead + lines.join('') }];
}
