import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver/node';
import type { PageNow } from '../handbooks.ts';
import { FIX_ALL, fixAll } from './fix-all.ts';
import { quickFixes } from './quick-fixes.ts';
import { silence } from './silence.ts';

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
