import type { Connection, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { Editor } from './answer-page.ts';
import { documentsByPath, pathOfUri } from './documents.ts';
import { pullAll, pullDiagnostics } from './requests/pull-diagnostics.ts';

/** Answers an editor that asks for what is wrong, on one document or in all handbooks. */
export function answerWithDiagnostics(connection: Connection, { handbooks, documents, lifeCycle }: Editor): void {
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
