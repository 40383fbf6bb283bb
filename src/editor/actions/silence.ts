import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import type { PageNow } from '../handbooks.ts';
import { offsetIn, rangeIn } from '../positions.ts';

/**
 * Silences a finding where it stands, with a comment in front of the paragraph, list or table that holds it; `null` for a place that no
 * such comment reaches: front matter, a file of redirects.
 */
export function silence(uri: string, diagnostic: Diagnostic, { page }: PageNow): CodeAction | null {
  const { code } = diagnostic;
  if (typeof code !== 'string' || page.kind === 'redirects') return null;
  const at = offsetIn(page, diagnostic.range.start);
  const block = page.content.blocks.find(({ range: [start, end] }) => start <= at && at <= end);
  if (block === undefined) return null;
  const [start] = block.range;
  const lineStart = page.text.lastIndexOf('\n', start - 1) + 1;
  // In a quote, all lines begin with its mark; in front of a block there is nothing else.
  const prefix = page.text.slice(lineStart, start);
  if (!/^[ \t>]*$/.test(prefix)) return null;
  const newText = `${prefix}<!--lint ignore ${code}-->\n${prefix.trimEnd()}\n`;
  return {
    title: `Silence ${code} here`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { changes: { [uri]: [{ range: rangeIn(page, [lineStart, lineStart]), newText }] } },
  };
}
