import {
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Originals, writeTexts } from './originals.ts';
import { type Move, Refusal } from './plan.ts';

/**
 * Writes new texts and renames files or folders, or leaves everything as it was when something is in the way. `texts` are by the path
 * before the move.
 */
export function carryOut(texts: ReadonlyMap<string, string>, renames: readonly Move[], originals: Originals): void {
  const { root } = originals;
  for (const rename of renames) checkRename(rename, root);
  const undo: (() => void)[] = [];
  try {
    writeTexts(texts, originals);
    for (const path of texts.keys()) {
      const original = originals.get(path);
      if (original !== null) undo.push(() => writeFileSync(original.target, original.bytes));
    }
    for (const { from, to } of renames) {
      makeFolder(dirname(join(root, to)), undo);
      renameSync(join(root, from), join(root, to));
      undo.push(() => renameSync(join(root, to), join(root, from)));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

function checkRename({ from, to }: Move, root: string): void {
  const [source, target] = [join(root, from), join(root, to)];
  if (lstatSync(source, { throwIfNoEntry: false }) === undefined) throw new Refusal(`There is no ${from}.`);
  // Where upper and lower case are one, another case of the same name is the same file.
  const there = statSync(target, { throwIfNoEntry: false });
  if (there !== undefined && there.ino !== statSync(source).ino) throw new Refusal(`There is a ${to} already.`);
  let folder = dirname(target);
  while (!existsSync(folder)) folder = dirname(folder);
  if (!`${realpathSync(folder)}${sep}`.startsWith(realpathSync(root) + sep))
    throw new Refusal(`${to} lies outside of the handbook.`);
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), undo);
  mkdirSync(folder);
  undo.push(() => rmdirSync(folder));
}
