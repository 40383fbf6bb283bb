import { changedTree, editedTexts } from '../../src/edits/changed-tree.ts';
import type { EditPlan, Ground } from '../../src/edits/plan.ts';
import { type FileTree, memoryTree } from '../../src/files/file-tree.ts';
import { openSession } from '../../src/incremental/open.ts';

/** A handbook of texts, to plan changes of. */
export function groundOf(files: Readonly<Record<string, string>>): Promise<Ground> {
  return groundOver(memoryTree(files));
}

export async function groundOver(tree: FileTree): Promise<Ground> {
  const session = await openSession({ root: tree.root, tree });
  return { handbook: session.handbook, tree, over: (other) => session.over(other) };
}

/** The files after a plan is carried out. */
export function carriedOut(plan: EditPlan, { tree }: Ground): FileTree {
  const texts = editedTexts(plan.edits, (path) => plan.texts.get(path) ?? '');
  return changedTree(tree, plan.moves, texts);
}

/** What an edit replaces and by what, as `path: old → new`. */
export function shownEdits({ edits, texts }: EditPlan): readonly string[] {
  return edits.map(({ path, start, end, text }) => `${path}: ${texts.get(path)?.slice(start, end)} → ${text}`);
}
