import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import { z } from 'zod';

/** What a diagnostic of ours carries; an editor may send back anything. */
const carried = z.object({
  suggestions: z.array(z.object({ title: z.string(), text: z.string(), safe: z.boolean() })),
});

/** The quick fixes of a diagnostic: one for each suggestion, which replaces exactly the range. */
export function quickFixes(uri: string, diagnostic: Diagnostic): CodeAction[] {
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
