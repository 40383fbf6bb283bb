import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver/node';
import { type EditPlan, untouchedLines } from '../edits/plan.ts';
import { codeActions } from './actions/index.ts';
import { type Editor, pageShown } from './answer-page.ts';
import { moveFiles } from './requests/move.ts';
import { rename } from './requests/rename.ts';
import type { EditedBy } from './requests/workspace-edit.ts';

/** Answers requests for edits: code actions, renamed headings, moved files. */
export function answerWithEdits(connection: Connection, { handbooks, documents, lifeCycle, client }: Editor): void {
  connection.onCodeAction(
    lifeCycle.answer(async (params) => codeActions(params, await pageShown(params.textDocument.uri, handbooks))),
  );
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
      const now = await pageShown(params.textDocument.uri, handbooks);
      return now === null ? null : rename(params, now, editedBy());
    }),
  );
  connection.workspace.onWillRenameFiles(lifeCycle.answer(({ files }) => moveFiles(files, handbooks, editedBy())));
}
