import { basename, join, resolve } from 'node:path';
import type { KeepBy } from '../../edits/keep-address.ts';
import { movesOf, planMove } from '../../edits/move-files.ts';
import { isFolder } from '../../files/upward.ts';
import { redirectsFile } from '../../lint/changes/keep-address.ts';
import type { Arguments } from '../arguments.ts';
import { carryOutPlan, diskGround } from '../carry-out-plan.ts';
import { Failure } from '../failure.ts';
import { findTarget, pathInside } from '../find-target.ts';
import { openFor } from '../open-for.ts';

/** `handbook-lint move FROM TO`: moves a page, another file or a folder, and changes every link to it. */
export async function moveCommand(args: Arguments): Promise<number> {
  const [from, to, ...others] = args.positionals;
  if (from === undefined || to === undefined || others.length > 0)
    throw new Failure('Write handbook-lint move FROM TO, with the file or folder as it is and as it shall be.');
  if (args.alias && args.redirect) throw new Failure('--alias and --redirect are two ways to the same; give one.');
  const { root, paths } = findTarget({ ...args, positionals: [from] });
  const [path] = paths ?? [];
  if (path === undefined) throw new Failure('The whole handbook cannot be moved.');
  const target = targetPath(from, to, root);
  const handbook = await openFor(root, args);
  if (args.redirect && redirectsFile(handbook) === undefined)
    throw new Failure('--redirect needs a file of redirects, which handbook.yaml names under `redirects`.');
  const ground = diskGround(handbook);
  const keepBy: KeepBy = args.redirect ? 'redirect' : 'alias';
  const plan = await planMove(ground, movesOf(path, target, ground.tree), keepBy);
  return carryOutPlan(plan, [{ from: path, to: target }], handbook, args.dryRun);
}

/** Where it goes: into a folder that is there, or exactly to the path. */
function targetPath(from: string, to: string, root: string): string {
  const isInto = /[/\\]$/.test(to) || isFolder(to);
  const isSame = resolve(from).toLowerCase() === resolve(to).toLowerCase();
  const absolute = isInto && !isSame ? join(resolve(to), basename(resolve(from))) : resolve(to);
  return pathInside(root, absolute, to);
}
