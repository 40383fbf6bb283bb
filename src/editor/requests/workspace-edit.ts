import { join } from 'node:path';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { EditPlan } from '../../edits/plan.ts';
import { lineTable } from '../../lint/line-table.ts';
import type { Handbook } from '../../model/handbook.ts';
import { type Documents, documentsByPath } from '../documents.ts';
import { rangeOf, uriOf } from '../positions.ts';

/** The editor that is to make the edits. */
export interface EditedBy {
  readonly documents: Documents;
  /** Whether it takes edits of a version of a document; else they are of whatever it has. */
  readonly hasVersions: boolean;
  /** Tells its user what is left alone. */
  readonly tell: (plan: EditPlan) => void;
}

/** A plan's edits, with the version of each open document, so that an editor refuses what no longer fits. */
export function workspaceEdit(plan: EditPlan, handbook: Handbook, { documents, hasVersions }: EditedBy): WorkspaceEdit {
  const byPath = new Map<string, TextDocumentEdit>();
  const open = documentsByPath(documents);
  const tables = new Map([...plan.texts].map(([path, text]) => [path, lineTable(text)]));
  for (const { path, start, end, text } of plan.edits) {
    const table = tables.get(path);
    if (table === undefined) continue;
    const { uri, version } = open.get(join(handbook.root, path)) ?? { uri: uriOf(handbook, path), version: null };
    const own = getOrInsert(byPath, path, () => ({ textDocument: { uri, version }, edits: [] }));
    own.edits.push({ range: rangeOf({ start: table.point(start), end: table.point(end) }), newText: text });
  }
  const all = [...byPath.values()];
  if (hasVersions) return { documentChanges: all };
  return { changes: Object.fromEntries(all.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])) };
}
