import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver/node';
import type { PageNow } from '../handbooks.ts';
import { rangeIn } from '../positions.ts';

/** The headings of a page as a tree; each reaches to the next heading that is not below it. */
export function documentSymbols({ page }: PageNow): DocumentSymbol[] {
  const { headings } = page.facts;
  const top: DocumentSymbol[] = [];
  const open: { readonly level: number; readonly children: DocumentSymbol[] }[] = [];
  for (const [index, heading] of headings.entries()) {
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const end = next?.range[0] ?? page.text.length;
    const children: DocumentSymbol[] = [];
    const symbol: DocumentSymbol = {
      name: heading.text.trim() || 'Heading without words',
      detail: '#'.repeat(heading.level),
      kind: SymbolKind.String,
      range: rangeIn(page, [heading.range[0], Math.max(end, heading.range[1])]),
      selectionRange: rangeIn(page, heading.range),
      children,
    };
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    (open.at(-1)?.children ?? top).push(symbol);
    open.push({ level: heading.level, children });
  }
  return top;
}
