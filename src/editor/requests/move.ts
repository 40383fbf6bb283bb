import type { FileRename, WorkspaceEdit } from 'vscode-languageserver/node';
import { addToGroup } from '../../collections/groups.ts';
import { movesOf, planMove } from '../../edits/move-files.ts';
import { type Move, Refusal } from '../../edits/plan.ts';
import type { HandbookFile, Handbooks } from '../handbooks.ts';
import type { OpenHandbook } from '../open-handbook.ts';
import { type EditedBy, workspaceEdit } from './workspace-edit.ts';

/**
 * The edits that keep all links when an editor is about to rename files or folders; it makes them before the rename. An editor may
 * ask about files that the server did not ask for, so what is no file of a handbook is left out here.
 */
export async function moveFiles(
  files: readonly FileRename[],
  handbooks: Handbooks,
  by: EditedBy,
): Promise<WorkspaceEdit | null> {
  const byHandbook = new Map<OpenHandbook, { readonly from: HandbookFile; readonly to: HandbookFile }[]>();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [handbooks.placeOf(oldUri), handbooks.placeOf(newUri)];
    // Links to what leaves the handbook cannot follow.
    if (from === null || to === null || from.opened !== to.opened) continue;
    addToGroup(byHandbook, from.opened, { from, to });
  }
  // Links that nobody has told of have to be kept, too.
  await handbooks.hasChangedOnDisk();
  const edits: WorkspaceEdit[] = [];
  for (const [opened, asked] of byHandbook) {
    const { handbook } = await handbooks.now(opened);
    const ground = opened.ground(handbook);
    try {
      const moves = asked.flatMap(({ from, to }): readonly Move[] => movesOf(from.path, to.path, ground.tree));
      const plan = await planMove(ground, moves, 'alias');
      by.tell(plan);
      edits.push(workspaceEdit(plan, handbook, by));
    } catch (error) {
      // The editor renames all the same; that it cannot be followed is no reason to stop it.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  if (edits.length === 0) return null;
  if (by.hasVersions) return { documentChanges: edits.flatMap(({ documentChanges }) => documentChanges ?? []) };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
}
