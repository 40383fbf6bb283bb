import { lineTable } from '../lint/line-table.ts';
import { count } from '../phrases/amounts.ts';
import type { EditPlan } from './plan.ts';

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
