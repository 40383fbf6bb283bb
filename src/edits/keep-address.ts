import { isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { claimedAddress } from '../links/aliases.ts';
import { redirectLine, redirectsFile } from '../lint/changes/keep-address.ts';
import { replaced } from '../markdown/ranges.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { siteAt } from '../sites/index.ts';
import type { Move, TextEdit } from './plan.ts';

/** What keeps the old address of a moved page: a line in its front matter, a line in the file of redirects, nothing. */
export type KeepBy = 'alias' | 'redirect' | 'nothing';

/**
 * The lines that keep the old addresses of moved pages, where nothing else stands there now, and the site makes no page by itself: the home
 * page, a list of what is left in a folder. Aliases that they had before lead on.
 */
export function keepAddresses(before: Handbook, after: Handbook, moves: readonly Move[], by: KeepBy): TextEdit[] {
  const moved = moves.flatMap(({ from, to }): readonly Moved[] => {
    const [old, now] = [before.page(from), after.page(to)];
    return old?.address && now?.address && old.address !== now.address ? [{ old, now }] : [];
  });
  const left = moved.filter(({ old: { address } }) => address && !after.at(address) && !after.isAutomatic(address));
  const redirects = by === 'redirect' ? redirectLines(left, before) : [];
  const isLeft = new Set(left);
  const aliases = moved.flatMap((each) => {
    const line = by === 'alias' && isLeft.has(each) ? aliasLine(each, after) : null;
    return withLine(relativeAliases(each.old, each.now, before, after), line, each.old.text);
  });
  return [...aliases, ...redirects];
}

interface Moved {
  readonly old: Page;
  readonly now: Page;
}

function aliasLine({ old, now }: Moved, after: Handbook): TextEdit | null {
  // Edits behind the front matter have not moved it.
  const { range, text } = siteAt(now, after).keepAddress(now, old.address ?? '');
  return text === null ? null : { path: old.path, start: range[0], end: range[1], text };
}

/** The edits of single aliases, and the line for another one, which may write all of them anew. */
function withLine(items: readonly TextEdit[], line: TextEdit | null, before: string): readonly TextEdit[] {
  if (line === null) return items;
  const last = items.findLast(({ start, end }) => line.start <= start && end <= line.end);
  if (last === undefined) return [...items, line];
  // What stood there before stands in the new text as well.
  const shift = line.text.indexOf(before.slice(line.start, last.end)) - line.start;
  const moved = items.map(({ start, end, text }) => ({ start: start + shift, end: end + shift, text }));
  return [{ ...line, text: replaced(line.text, moved) }];
}

function redirectLines(moved: readonly Moved[], before: Handbook): TextEdit[] {
  const file = redirectsFile(before);
  if (file === undefined || moved.length === 0) return [];
  const lead = file.text === '' || file.text.endsWith('\n') ? '' : '\n';
  const lines = moved.map(({ old, now }) => `${redirectLine(old.address ?? '', now.address ?? '')}\n`);
  return [{ path: file.path, start: file.text.length, end: file.text.length, text: lead + lines.join('') }];
}

/**
 * Items of `aliases` that are counted from where a page is, written as the addresses that they were before the page moved: Hugo
 * 0.131 to 0.169 start a relative alias from the folder above the page. Only YAML is changed.
 */
function relativeAliases(old: Page, now: Page, before: Handbook, after: Handbook): TextEdit[] {
  const value = Object.entries(old.facts.frontMatter?.keys ?? {}).find(([key]) => key.toLowerCase() === 'aliases')?.[1]
    .value;
  if (value === undefined || old.facts.frontMatter?.format !== 'yaml') return [];
  return aliasesIn(old.text.slice(...value), columnOf(old.text, value[0])).flatMap(({ alias, start, end }) => {
    const [was, is] = [addressOf(alias, old, before), addressOf(alias, now, after)];
    if (was === null || is === null || was === is) return [];
    return [{ path: old.path, start: value[0] + start, end: value[0] + end, text: was }];
  });
}

/** The items of a value as it stands in front matter, its first line at a column. */
function aliasesIn(value: string, column: number) {
  // Lines of a list are indented alike, so the first one is put where it stood.
  const { contents } = parseDocument(' '.repeat(column) + value);
  const items: readonly unknown[] = isSeq(contents) ? contents.items : [contents];
  return items.flatMap((item) => {
    if (!isScalar(item) || typeof item.value !== 'string') return [];
    const [start = 0, end = 0] = (item as Node).range ?? [];
    return [{ alias: item.value, start: start - column, end: end - column }];
  });
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function addressOf(alias: string, page: Page, handbook: Handbook): string | null {
  if (alias.startsWith('/') || page.address === null || !handbook.config.hugo.hasAliases) return null;
  return claimedAddress(alias, page, handbook);
}
