import type { FileTree } from '../files/file-tree.ts';
import { inOrder } from './changed-tree.ts';
import { type KeepBy, keepAddresses } from './keep-address.ts';
import { keepLinks } from './keep-links.ts';
import { keepNames } from './named-pages.ts';
import { type EditPlan, type Ground, type Move, planOf, Refusal, type Untouched } from './plan.ts';
import { partlyMoved } from './splats.ts';
import { unsureIn } from './unsure.ts';
import { untouchedOf } from './untouched.ts';

/**
 * Plans the move of pages and other files: links to them follow in their own style, as do relative links of the moved pages, include
 * calls and redirects; a line keeps each old address.
 */
export async function planMove(ground: Ground, moves: readonly Move[], keepBy: KeepBy): Promise<EditPlan> {
  checkMoves(moves, ground.tree);
  const { edits, lost, after } = await keepLinks(ground, { moves, edits: [] });
  const lines = keepAddresses(ground.handbook, after, moves, keepBy);
  const names = await keepNames(ground, after, moves);
  const unsure = unsureIn(ground, moves, names.all);
  const below = keepBy === 'nothing' ? partlyMoved(ground.handbook, after, moves) : [];
  const untouched: readonly Untouched[] = [...untouchedOf(lost), ...names.untouched, ...unsure, ...below];
  return planOf(ground, { moves, edits: inOrder([...edits, ...lines, ...names.edits]), untouched });
}

/** The moves of a file, or of all files in a folder. */
export function movesOf(from: string, to: string, tree: FileTree): readonly Move[] {
  if (from === to) throw new Refusal(`${from} is there already.`);
  if (tree.exists(from)) return [{ from, to }];
  if (to.startsWith(`${from}/`)) throw new Refusal(`${from} cannot be moved into itself.`);
  const files = tree.list(from);
  if (files.length === 0) throw new Refusal(`There is no file or folder ${from}.`);
  return files.map((path) => ({ from: path, to: to + path.slice(from.length) }));
}

function checkMoves(moves: readonly Move[], tree: FileTree): void {
  const leaving = new Set(moves.map(({ from }) => from));
  const targets = new Set<string>();
  for (const { from, to } of moves) {
    if (!tree.exists(from)) throw new Refusal(`There is no file ${from}.`);
    if (targets.has(to) || (tree.exists(to) && !leaving.has(to))) throw new Refusal(`There is a file ${to} already.`);
    targets.add(to);
  }
}
