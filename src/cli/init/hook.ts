import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hooksFolder } from '../../git/settings.ts';
import { packagePath } from '../package-file.ts';
import { addToLefthook, addToPreCommit } from './add-to-yaml.ts';

/** A file that `init` can write, or add to. */
export interface Offer {
  /** Absolute. */
  readonly path: string;
  readonly question: string;
  /** The whole file, as it is to be. */
  readonly text: string;
  /** A file that does the same and is there already: absolute. */
  readonly instead: string | null;
  /** The lines that `text` has beside those that the file has today; absent when the file is new. */
  readonly added?: string;
  readonly isProgram?: true;
  /** What to know once it is written. */
  readonly note?: string;
}

/** What `init` can set up, or one line that says why it cannot. */
export type MaybeOffer = { readonly offer: Offer } | { readonly why: string };

function noHook(since: string): MaybeOffer {
  return { why: `No commit hook is offered, since ${since}` };
}

const question = 'A check of every commit.';

/** Files of hook managers that are written in YAML, and how the hook is added to each. */
const managers: readonly {
  readonly files: readonly string[];
  readonly name: string;
  readonly install: string;
  readonly add: (text: string, run: string) => string | null;
}[] = [
  { files: ['.pre-commit-config.yaml'], name: 'pre-commit', install: 'pre-commit install', add: addToPreCommit },
  {
    files: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'],
    name: 'lefthook',
    install: 'npx lefthook install',
    add: addToLefthook,
  },
];

/** Looks for a hook manager in the repository `top`, else for git's own hooks. `flag` names the handbook's folder. */
export function hookOffer(top: string, flag: string): MaybeOffer {
  // A hook that cannot run would hold up every commit.
  if (!existsSync(join(top, 'node_modules/.bin/handbook-lint')))
    return noHook(
      `handbook-lint is not in ${join(top, 'node_modules')}, where the hook would look for it. Run npm install --save-dev remark-preset-lint-handbook there, then init again.`,
    );
  const run = `npx --no -- handbook-lint --staged${flag}`;
  for (const { files, name, install, add } of managers) {
    const file = files.find((each) => existsSync(join(top, each)));
    if (file === undefined) continue;
    const path = join(top, file);
    const old = readFileSync(path, 'utf8');
    if (callsUs(old)) return { why: `${file} calls handbook-lint already.` };
    const text = add(old, run);
    if (text === null)
      return noHook(`${file} has no certain place for it. ${packagePath('docs/hooks.md')} has the lines for ${name}.`);
    const note = `It works in every clone in which ${install} has run.`;
    return { offer: { path, question, text, instead: null, added: addedLines(old, text), note } };
  }
  const others = ['lefthook.toml', 'lefthook.json', '.lefthook.toml', '.lefthook.json'];
  const other = others.find((name) => existsSync(join(top, name)));
  if (other !== undefined)
    return noHook(`${other} is not YAML. ${packagePath('docs/hooks.md')} has the lines for lefthook.`);
  if (existsSync(join(top, '.husky'))) return huskyOffer(top, run);
  if (hasSimpleGitHooks(top))
    return noHook(`simple-git-hooks writes .git/hooks/pre-commit anew. Add to its pre-commit: ${run}`);
  return gitOffer(top, run);
}

function huskyOffer(top: string, run: string): MaybeOffer {
  const path = join(top, '.husky/pre-commit');
  const note = 'It works in every clone in which husky is set up.';
  if (!existsSync(path)) return { offer: { path, question, text: `${run}\n`, instead: null, isProgram: true, note } };
  const old = readFileSync(path, 'utf8');
  if (callsUs(old)) return { why: '.husky/pre-commit calls handbook-lint already.' };
  if (/^[ \t]*(?:exec|exit)\b/m.test(old))
    return noHook(`.husky/pre-commit ends on its own terms. Add the line: ${run}`);
  // husky runs it by sh -e, so that a check before this one stops the commit as well.
  const text = `${old}${old === '' || old.endsWith('\n') ? '' : '\n'}${run}\n`;
  return { offer: { path, question, text, instead: null, added: run, note } };
}

function gitOffer(top: string, run: string): MaybeOffer {
  const folder = hooksFolder(top);
  if (folder === null) return noHook(`git does not say where the hooks of ${top} are.`);
  const path = join(folder, 'pre-commit');
  const shown = relative(top, path).startsWith('..') ? path : relative(top, path);
  if (existsSync(path)) {
    if (callsUs(readFileSync(path, 'utf8'))) return { why: `${shown} calls handbook-lint already.` };
    return { why: `${shown} is there already and stays as it is. To check every commit, add the line: ${run}` };
  }
  const isShared = !path.startsWith(join(top, '.git')) && !relative(top, path).startsWith('..');
  const reach = isShared ? '' : ' It reaches this clone alone, since git takes hooks to no other.';
  return { offer: { path, question: question + reach, text: hookText(run), instead: null, isProgram: true } };
}

/** simple-git-hooks 2: a key of package.json, or a file of its own. */
function hasSimpleGitHooks(top: string): boolean {
  const endings = ['json', 'js', 'cjs', 'mjs'];
  const files = endings.flatMap((ending) => [`.simple-git-hooks.${ending}`, `simple-git-hooks.${ending}`]);
  if (files.some((name) => existsSync(join(top, name)))) return true;
  const path = join(top, 'package.json');
  return existsSync(path) && /"simple-git-hooks"\s*:\s*\{/.test(readFileSync(path, 'utf8'));
}

function callsUs(text: string): boolean {
  return /\bhandbook-lint\b/.test(text);
}

/** The lines that a text has and an older one had not, which stand together. */
function addedLines(old: string, text: string): string {
  const [before, after] = [old.split('\n'), text.split('\n')];
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return after.slice(at, at + after.length - before.length).join('\n');
}

/** Says in one line what is missing, where npx would ask the registry for more than a minute (npm 9 to 12, without a network). */
function hookText(run: string): string {
  return `#!/bin/sh
if [ ! -x node_modules/.bin/handbook-lint ]; then
  echo 'handbook-lint is not installed here. Run npm install, then commit again.' >&2
  exit 1
fi
exec ${run}
`;
}
