import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { EditPlan } from '../edits/plan.ts';
import { untouchedLines } from '../edits/show-plan.ts';
import { codeActions } from './actions/index.ts';
import { completion } from './completion/index.ts';
import { type Documents, documentsByPath, pathOfUri } from './documents.ts';
import type { Client } from './greet.ts';
import type { Handbooks, PageNow } from './handbooks.ts';
import type { LifeCycle } from './life-cycle.ts';
import { codeLenses } from './requests/code-lens.ts';
import { definition } from './requests/definition.ts';
import { documentLinks } from './requests/document-links.ts';
import { documentSymbols } from './requests/document-symbols.ts';
import { foldingRanges } from './requests/folding.ts';
import { hover } from './requests/hover.ts';
import { moveFiles } from './requests/move.ts';
import { pullAll, pullDiagnostics } from './requests/pull-diagnostics.ts';
import { references } from './requests/references.ts';
import { prepareRename, rename } from './requests/rename.ts';
import type { EditedBy } from './requests/workspace-edit.ts';
import { workspaceSymbols } from './requests/workspace-symbols.ts';
import type { Settings } from './settings.ts';

/** What answers are made of. */
interface Editor {
  readonly documents: Documents;
  readonly handbooks: Handbooks;
  readonly lifeCycle: LifeCycle;
  readonly client: () => Client;
  readonly settings: () => Settings;
}

/** Answers every request that the server has announced. */
export function answerRequests(connection: Connection, editor: Editor): void {
  const { handbooks, documents, lifeCycle, client, settings } = editor;
  /** Answers about a page; `nothing` where a document shows none, or its handbook cannot be opened. */
  const onPage = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    nothing: Result,
    handle: (params: Params, now: PageNow) => Result | Promise<Result>,
  ) =>
    lifeCycle.answer(async (params: Params) => {
      const now = await handbooks.pageAt(params.textDocument.uri).catch(() => null);
      return now === null ? nothing : handle(params, now);
    });

  connection.onCodeAction(
    lifeCycle.answer(async (params) =>
      codeActions(params, await handbooks.pageAt(params.textDocument.uri).catch(() => null)),
    ),
  );
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
  /** Names the first ten places that someone has to look at after a rename or a move. */
  const tell = (plan: EditPlan) => {
    const lines = untouchedLines(plan);
    if (lines.length === 0) return;
    const more = lines.length > 10 ? [`and ${lines.length - 10} more`] : [];
    const message = ['These are left as they are. Please look at them.', ...lines.slice(0, 10), ...more].join('\n');
    // A notification: nobody has to answer it.
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  const editedBy = (): EditedBy => ({
    documents,
    tell,
    hasVersions: client().capabilities.workspace?.workspaceEdit?.documentChanges === true,
  });
  connection.onRenameRequest(
    lifeCycle.answer(async (params) => {
      // Links that nobody has told of have to be kept, too.
      await handbooks.hasChangedOnDisk();
      const now = await handbooks.pageAt(params.textDocument.uri).catch(() => null);
      return now === null ? null : rename(params, now, editedBy());
    }),
  );
  connection.workspace.onWillRenameFiles(lifeCycle.answer(({ files }) => moveFiles(files, handbooks, editedBy())));
  connection.onWorkspaceSymbol(
    lifeCycle.answer(async ({ query }) => {
      const states = await Promise.all(handbooks.all().map((opened) => handbooks.now(opened).catch(() => null)));
      return states.flatMap((now) => (now === null ? [] : workspaceSymbols(String(query), now.handbook)));
    }),
  );
  connection.languages.diagnostics.on(
    lifeCycle.answer(({ textDocument, previousResultId }) =>
      pullDiagnostics(textDocument.uri, previousResultId, handbooks),
    ),
  );
  connection.languages.diagnostics.onWorkspace(async (params, token, _, progress) =>
    lifeCycle.answer(async () => {
      const previous = new Map(params.previousResultIds.map(({ uri, value }) => [pathOfUri(uri) ?? uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for await (const batch of pullAll(previous, documentsByPath(documents), handbooks, token)) {
        // Undefined unless the editor sent a token for partial results, in vscode-languageserver 11.0.0.
        if (progress === undefined) items.push(...batch);
        else progress.report({ items: batch });
      }
      return { items };
    })(params, token),
  );
}
