import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { EditPlan } from '../../edits/plan.ts';
import type { Handbook } from '../../model/handbook.ts';
import type { Documents } from '../documents.ts';
import { rangeIn, uriOf } from '../positions.ts';

/** The editor that is to make the edits. */
export interface EditedBy {
  readonly documents: Documents;
  /** Whether it takes edits of a version of a document; else they are of whatever it has. */
  readonly hasVersions: boolean;
  /** Tells its user what is left alone. */
  readonly tell: (plan: EditPlan, handbook: Handbook) => void;
}

/** A plan's edits, with the version of each open document, so that an editor refuses what no longer fits. */
export function workspaceEdit(plan: EditPlan, handbook: Handbook, { documents, hasVersions }: EditedBy): WorkspaceEdit {
  const byPath = new Map<string, TextDocumentEdit>();
  for (const { path, start, end, text } of plan.edits) {
    const page = handbook.page(path);
    if (page === undefined) continue;
    const uri = uriOf(handbook, path);
    const version = documents.get(uri)?.version ?? null;
    const own = byPath.get(path) ?? { textDocument: { uri, version }, edits: [] };
    own.edits.push({ range: rangeIn(page, [start, end]), newText: text });
    byPath.set(path, own);
  }
  const all = [...byPath.values()];
  if (hasVersions) return { documentChanges: all };
  return { changes: Object.fromEntries(all.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])) };
}
