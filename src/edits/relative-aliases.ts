import { isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Handbook, Page } from '../model/handbook.ts';
import type { TextEdit } from './plan.ts';

/**
 * Items of `aliases` that are counted from where a page is, written as the addresses that they were before the page moved: Hugo
 * 0.131 to 0.169 start a relative alias from the folder above the page. Only YAML is changed.
 */
export function relativeAliases(old: Page, now: Page, before: Handbook, after: Handbook): TextEdit[] {
  const value = Object.entries(old.facts.frontMatter?.keys ?? {}).find(([key]) => key.toLowerCase() === 'aliases')?.[1]
    .value;
  if (value === undefined || old.facts.frontMatter?.format !== 'yaml') return [];
  return aliasesIn(old.text.slice(...value), columnOf(old.text, value[0])).flatMap(({ alias, start, end }) => {
    const [was, is] = [addressOf(alias, old, before), addressOf(alias, now, after)];
    if (was === null || is === null || was === is) return [];
    return [{ path: old.path, start: value[0] + start, end: value[0] + end, text: was }];
  });
}

interface Alias {
  readonly alias: string;
  readonly start: number;
  readonly end: number;
}

/** The items of a value as it stands in front matter, its first line at a column. */
function aliasesIn(value: string, column: number): readonly Alias[] {
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
  return handbook.site.addressOfAlias(alias, { ...page, folder: handbook.contentFolder(page) }, handbook.config);
}
