import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver/node';
import { z } from 'zod';
import type { PageNow } from '../handbooks.ts';
import { offsetIn, rangeIn } from '../positions.ts';
import { FIX_ALL, fixAll } from './fix-all.ts';

/** The code actions at a place: a fix for each finding, all safe fixes of the page, a comment that silences a finding. */
export async function codeActions(params: CodeActionParams, now: PageNow | null): Promise<CodeAction[]> {
  const { textDocument, context } = params;
  const { uri } = textDocument;
  const isWanted = (kind: string) =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) {
    actions.push(...context.diagnostics.flatMap((diagnostic) => quickFixes(uri, diagnostic)));
    if (now !== null) actions.push(...context.diagnostics.flatMap((diagnostic) => silence(uri, diagnostic, now) ?? []));
  }
  // Asked for by name, or where the cursor stands on a finding.
  const wantsAll = context.only === undefined ? context.diagnostics.length > 0 : isWanted(FIX_ALL);
  const all = wantsAll && now !== null ? await fixAll(uri, now) : null;
  return all === null ? actions : [...actions, all];
}

/** What a diagnostic of ours carries; an editor may send back anything. */
const carried = z.object({
  suggestions: z.array(z.object({ title: z.string(), text: z.string(), safe: z.boolean() })),
});

/** The quick fixes of a diagnostic: one for each suggestion, which replaces exactly the range. */
function quickFixes(uri: string, diagnostic: Diagnostic): CodeAction[] {
  const data = carried.safeParse(diagnostic.data);
  if (!data.success) return [];
  const { suggestions } = data.data;
  return suggestions.map(({ title, text }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(suggestions.length === 1 ? { isPreferred: true } : {}),
    edit: { changes: { [uri]: [{ range: diagnostic.range, newText: text }] } },
  }));
}

/**
 * Silences a finding where it stands, by a comment in front of the paragraph, list or table that holds it; a comment that is there already
 * gets the rule as well. `null` for a place that no such comment reaches: front matter, a file of redirects.
 */
function silence(uri: string, diagnostic: Diagnostic, { page }: PageNow): CodeAction | null {
  const { code } = diagnostic;
  if (typeof code !== 'string' || page.kind === 'redirects') return null;
  const at = offsetIn(page, diagnostic.range.start);
  const block = page.content.blocks.find(({ range: [start, end] }) => start <= at && at <= end);
  if (block === undefined) return null;
  const action = (edit: TextEdit): CodeAction => ({
    title: `Silence ${code} here`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { changes: { [uri]: [edit] } },
  });
  const [start] = block.range;
  // A second comment would stand in the place of what the first one is about.
  const last = page.facts.controls.find(({ verb, next }) => verb === 'ignore' && next?.[0] === start)?.rules.at(-1);
  if (last !== undefined) return action({ range: rangeIn(page, [last.range[1], last.range[1]]), newText: ` ${code}` });
  const lineStart = page.text.lastIndexOf('\n', start - 1) + 1;
  // In a quote, all lines begin with its mark; in front of a block there is nothing else.
  const prefix = page.text.slice(lineStart, start);
  if (!/^[ \t>]*$/.test(prefix)) return null;
  const newText = `${prefix}<!--lint ignore ${code}-->\n${prefix.trimEnd()}\n`;
  return action({ range: rangeIn(page, [lineStart, lineStart]), newText });
}
