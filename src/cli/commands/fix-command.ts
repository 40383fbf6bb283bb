import { rules } from '../../../rules/index.ts';
import { type Fixed, fix, shapeOf } from '../../edits/fix.ts';
import { diffOf, namesOfFiles, type Originals, readOriginals, writeTexts } from '../../edits/originals.ts';
import { openHandbook } from '../../incremental/open.ts';
import { lint } from '../../lint/run.ts';
import { pagesInScope } from '../../lint/scope.ts';
import { printable } from '../../reporters/printable.ts';
import { describeTakenFor } from '../../sites/taken-for.ts';
import type { Arguments } from '../arguments.ts';
import { printPatch } from '../carry-out-plan.ts';
import { configOf } from '../config-of.ts';
import { Failure } from '../failure.ts';
import { findTarget } from '../find-target.ts';
import { lintCommand } from '../lint-command.ts';

/**
 * `--fix` mends what has one safe mend, then reports what is left. `--fix-dry-run` only prints what `--fix` would change,
 * as a patch; its exit code is about what would be left.
 */
export async function fixCommand(args: Arguments): Promise<number> {
  if (args.since !== undefined || args.sinceMergeBase !== undefined || args.staged || args.baseline !== undefined)
    throw new Failure('--fix mends whole files, so it does not go with --since, --staged or --baseline.');
  const { root, paths } = findTarget(args);
  const { fixed, originals, config } = await findFixes(root, paths, args);
  if (args.fixDryRun) {
    process.stderr.write(`${printable(describeTakenFor(config))}\n`);
    printPatch(diffOf(fixed.texts, originals));
    process.stderr.write(`${describe(fixed, 'Would mend')}\n`);
    return fixed.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  }
  writeTexts(fixed.texts, originals);
  process.stderr.write(`${describe(fixed, 'Mended')}\n`);
  return lintCommand(args);
}

/** Finds what there is to mend in these files (`null`: all), and what they were. */
export async function findFixes(root: string, paths: readonly string[] | null, args: Arguments) {
  const handbook = await openHandbook({ root, ...configOf(args, root) });
  const wanted = new Set(pagesInScope(handbook, paths ?? undefined).map(({ path }) => path));
  const originals: Originals = readOriginals(handbook.root);
  const all = handbook.pages.map(({ path }) => path);
  const names = namesOfFiles(handbook.root, all);
  // A file with several names is changed by the first of them.
  const isFirst = (path: string) => (names.get(path)?.find((name) => wanted.has(name)) ?? path) === path;
  const fixed = await fix({
    mayEdit: (path) => wanted.has(path) && isFirst(path) && originals.get(path) !== null,
    text: (path) => originals.get(path)?.text ?? '',
    // All pages, since a mend here must not make a finding there.
    judge: async (texts) => {
      const overlays = new Map(
        [...texts].flatMap(([path, text]) => (names.get(path) ?? [path]).map((name) => [name, text])),
      );
      const state = overlays.size === 0 ? handbook : await openHandbook({ root, ...configOf(args, root), overlays });
      const { findings } = lint(state, { rules, levels: args.levels });
      return { findings, shape: (path) => shapeOf(state.page(path)) };
    },
  });
  return { fixed, originals, config: handbook.config };
}

function describe({ edits, texts }: Fixed, verb: string): string {
  if (edits.length === 0) return 'Nothing to mend.';
  const places = edits.length === 1 ? 'one place' : `${edits.length} places`;
  return `${verb} ${places} ${texts.size === 1 ? 'in one file' : `in ${texts.size} files`}.`;
}
