import { changedTree, editedTexts } from '../../src/edits/changed-tree.ts';
import type { EditPlan, Ground } from '../../src/edits/plan.ts';
import { type FileTree, memoryTree } from '../../src/files/file-tree.ts';
import { openSession } from '../../src/incremental/open.ts';
import type { Page } from '../../src/model/handbook.ts';

/** A handbook of texts, to plan changes of. */
export function groundOf(files: Readonly<Record<string, string>>): Promise<Ground> {
  return groundOver(memoryTree(files));
}

export async function groundOver(tree: FileTree): Promise<Ground> {
  const session = await openSession({ root: tree.root, tree });
  return { handbook: session.handbook, tree, over: (other) => session.over(other) };
}

/** The files after a plan is carried out. */
export function carriedOut(plan: EditPlan, { handbook, tree }: Ground): FileTree {
  const texts = editedTexts(plan.edits, (path) => handbook.page(path)?.text ?? '');
  return changedTree(tree, plan.moves, texts);
}

/** What an edit replaces and by what, as `path: old → new`. */
export function shownEdits(plan: EditPlan, { handbook }: Ground): readonly string[] {
  return plan.edits.map(
    ({ path, start, end, text }) => `${path}: ${textIn(handbook.page(path), start, end)} → ${text}`,
  );
}

function textIn(page: Page | undefined, start: number, end: number): string {
  return page?.text.slice(start, end) ?? '';
}
