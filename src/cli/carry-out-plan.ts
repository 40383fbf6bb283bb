import { fstatSync } from 'node:fs';
import { carryOut } from '../edits/carry-out.ts';
import { editedTexts } from '../edits/changed-tree.ts';
import { diffOf, readOriginals } from '../edits/originals.ts';
import { describeOutcome, type EditPlan, type Ground, type Move, untouchedLines } from '../edits/plan.ts';
import { diskTree } from '../files/disk-tree.ts';
import { wholeCheckout } from '../git/sparse.ts';
import { openOver } from '../incremental/open.ts';
import type { Handbook } from '../model/handbook.ts';
import { printableLine, printablePatch } from '../reporters/printable.ts';
import { Failure } from './failure.ts';
import { tellUnread } from './open-for.ts';
import { isInJob } from './terminal/colours.ts';

/** Opens the handbook on disk for planning a change. */
export function diskGround(handbook: Handbook): Ground {
  return {
    handbook,
    tree: wholeCheckout(diskTree(handbook.root)).tree,
    over: async (tree) => {
      const other = await openOver(handbook, tree);
      if (other === null) throw new Error('the handbook cannot be opened over other files');
      return other;
    },
  };
}

/**
 * Writes what was planned, or with `dryRun` prints it as a patch; then says what was left alone. The exit code is 1 when a link
 * breaks. `renames` are what is renamed on disk: files, or one folder in place of its files.
 */
export function carryOutPlan(plan: EditPlan, renames: readonly Move[], handbook: Handbook, dryRun: boolean): number {
  const originals = readOriginals(handbook.root);
  const texts = editedTexts(plan.edits, (path) => originals.get(path)?.text ?? '');
  for (const path of texts.keys())
    if (originals.get(path)?.text !== plan.texts.get(path))
      throw new Failure(
        `${path} cannot be changed: it is not clean UTF-8, lies elsewhere, is left out of this checkout, or has just changed.`,
      );
  if (dryRun) printPatch(diffOf(texts, originals, plan.moves));
  else carryOut(texts, renames, originals);
  tellUnread(handbook);
  for (const line of untouchedLines(plan)) process.stderr.write(`${printableLine(line)}\n`);
  process.stderr.write(`${describeOutcome(plan, !dryRun)}\n`);
  return plan.untouched.some(({ kind }) => kind === 'breaks') ? 1 : 0;
}

/** Prints a patch: exact in a file; in a terminal or a job's log it steers and commands nothing. */
export function printPatch(patch: string): void {
  process.stdout.write(fstatSync(process.stdout.fd).isFile() ? patch : printablePatch(patch, isInJob()));
}
