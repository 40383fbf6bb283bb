import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver/node';
import type { PageNow } from '../handbooks.ts';
import { rangeIn } from '../positions.ts';

/** The sections of a page, and its front matter, as parts that can be folded. */
export function foldingRanges({ page }: PageNow): FoldingRange[] {
  const { headings, frontMatter } = page.facts;
  const last = rangeIn(page, [page.text.trimEnd().length, page.text.length]).start.line;
  const lineOf = (offset: number) => rangeIn(page, [offset, offset]).start.line;
  const ranges: FoldingRange[] = headings.map((heading, index) => {
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const startLine = lineOf(heading.range[0]);
    return { startLine, endLine: next === undefined ? last : lineOf(next.range[0]) - 1 };
  });
  if (frontMatter !== null) {
    const [start, end] = frontMatter.range;
    const closing = lineOf(start + page.text.slice(start, end).trimEnd().length);
    ranges.unshift({ startLine: lineOf(start), endLine: closing, kind: FoldingRangeKind.Region });
  }
  return ranges.filter(({ startLine, endLine }) => endLine > startLine);
}
