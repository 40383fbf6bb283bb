import { compareTexts } from '../collections/order.ts';
import type { FileTree } from '../files/file-tree.ts';
import { lineTable } from '../lint/line-table.ts';
import { decode } from '../markdown/decode.ts';
import type { Range } from '../markdown/facts.ts';
import type { Replacement } from '../markdown/ranges.ts';
import type { Handbook } from '../model/handbook.ts';
import { count } from '../phrases/amounts.ts';

/** A file that gets another path; both relative to the root. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export function pathsAfter(moves: readonly Move[]): (path: string) => string {
  const newPaths = new Map(moves.map(({ from, to }) => [from, to]));
  return (path) => newPaths.get(path) ?? path;
}

/** One replacement in a file, which is named by its path before the change. */
export interface TextEdit extends Replacement {
  readonly path: string;
}

/** Edits in order of path and place. */
export function inOrder<Edit extends TextEdit>(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => compareTexts(a.path, b.path) || a.start - b.start || a.end - b.end);
}

/** A reference that someone should look at: it is left as it is. */
export interface Untouched {
  /** The path before the change. */
  readonly path: string;
  readonly range: Range;
  readonly written: string;
  /** `breaks`: it led somewhere and no longer does. `unsure`: nobody can say where it leads. */
  readonly kind: 'breaks' | 'unsure';
  /** One plain sentence. */
  readonly why: string;
}

/** All that a rename or a move changes; nothing is written yet. */
export interface EditPlan {
  readonly moves: readonly Move[];
  /** Apart from each other, in order of path and place. */
  readonly edits: readonly TextEdit[];
  readonly untouched: readonly Untouched[];
  /** The texts, before the change, of the files that edits and remarks stand in, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The handbook that a plan starts from. */
export interface Ground {
  readonly handbook: Handbook;
  readonly tree: FileTree;
  /** Opens the handbook over other files, with the configuration that it has. */
  over(tree: FileTree): Promise<Handbook>;
}

/** A plan of these edits and remarks, with the texts that they stand in. */
export function planOf({ handbook, tree }: Ground, plan: Omit<EditPlan, 'texts'>): EditPlan {
  const paths = new Set([...plan.edits, ...plan.untouched].map(({ path }) => path));
  const textOf = (path: string) => handbook.page(path)?.text ?? decode(tree.read(path)).text;
  return { ...plan, texts: new Map([...paths].map((path) => [path, textOf(path)])) };
}

/** What a plan changes, in a sentence: `Moved 2 files, changed 5 places in 3 files.` */
export function describeOutcome({ moves, edits }: EditPlan, isDone: boolean): string {
  const files = new Set(edits.map(({ path }) => path)).size;
  const changes = `${isDone ? 'changed' : 'change'} ${count(edits.length, 'place')} in ${count(files, 'file')}`;
  if (moves.length === 0) return `${isDone ? 'C' : 'Would c'}${changes.slice(1)}.`;
  return `${isDone ? 'Moved' : 'Would move'} ${count(moves.length, 'file')}${edits.length === 0 ? '' : `, ${changes}`}.`;
}

/** What someone has to look at, a line each: `content/a.md:12:3 /old/ This link …`. */
export function untouchedLines({ untouched, texts }: EditPlan): readonly string[] {
  const tables = new Map([...texts].map(([path, text]) => [path, lineTable(text)]));
  return untouched.flatMap(({ path, range, written, why }) => {
    const at = tables.get(path)?.point(range[0]);
    return at === undefined ? [] : [`${path}:${at.line}:${at.column} ${written} ${why}`];
  });
}

/** A change that cannot be planned: one sentence for whoever asked for it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
