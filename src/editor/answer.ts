import type { Connection } from 'vscode-languageserver/node';
import { answerWithDiagnostics } from './answer-diagnostics.ts';
import { answerWithEdits } from './answer-edits.ts';
import { type Editor, pageShown } from './answer-page.ts';
import { completion } from './completion/index.ts';
import type { PageNow } from './handbooks.ts';
import { codeLenses } from './requests/code-lens.ts';
import { definition } from './requests/definition.ts';
import { documentLinks } from './requests/document-links.ts';
import { documentSymbols } from './requests/document-symbols.ts';
import { foldingRanges } from './requests/folding.ts';
import { hover } from './requests/hover.ts';
import { references } from './requests/references.ts';
import { prepareRename } from './requests/rename.ts';
import { workspaceSymbols } from './requests/workspace-symbols.ts';

/** Answers every request that the server has announced. */
export function answerRequests(connection: Connection, editor: Editor): void {
  const { handbooks, lifeCycle, client, settings } = editor;
  /** Answers about a page; `nothing` where a document shows none, or its handbook cannot be opened. */
  const onPage = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    nothing: Result,
    handle: (params: Params, now: PageNow) => Result | Promise<Result>,
  ) =>
    lifeCycle.answer(async (params: Params) => {
      const now = await pageShown(params.textDocument.uri, handbooks);
      return now === null ? nothing : handle(params, now);
    });

  const hasLinks = () => client().capabilities.textDocument?.definition?.linkSupport === true;
  connection.onDefinition(onPage([], (params, now) => definition(params, now, hasLinks())));
  connection.onReferences(
    onPage([], (params, now) => references(params, now, params.context?.includeDeclaration ?? false)),
  );
  connection.onHover(onPage(null, hover));
  connection.onDocumentLinks(onPage([], (_, now) => documentLinks(now)));
  connection.onDocumentSymbol(onPage([], (_, now) => documentSymbols(now)));
  connection.onFoldingRanges(onPage([], (_, now) => foldingRanges(now)));
  connection.onCodeLens(onPage([], (_, now) => (settings().linkCounts ? codeLenses(now) : [])));
  connection.onCompletion(onPage(null, completion));
  connection.onPrepareRename(onPage(null, prepareRename));
  connection.onWorkspaceSymbol(
    lifeCycle.answer(async ({ query }) => {
      const states = await Promise.all(handbooks.all().map((opened) => handbooks.now(opened).catch(() => null)));
      return states.flatMap((now) => (now === null ? [] : workspaceSymbols(String(query), now.handbook)));
    }),
  );
  answerWithEdits(connection, editor);
  answerWithDiagnostics(connection, editor);
}
