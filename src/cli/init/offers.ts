import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { configNames } from '../../config/find-root.ts';
import { readPackageFile } from '../package-file.ts';

/** A file that `init` can write. */
export interface Offer {
  /** Absolute. */
  readonly path: string;
  readonly question: string;
  readonly text: string;
  /** A file that does the same and is there already: absolute. */
  readonly instead: string | null;
  readonly isProgram?: true;
}

const remarkrc = `# For editors with a remark extension, and for remark-cli.
plugins:
  - remark-preset-lint-handbook
`;

/** Everything that `init` can write here. `config`: the text of handbook.yaml. */
export function offers(root: string, config: string): readonly Offer[] {
  const named = configNames.map((name) => join(root, name)).find((path) => existsSync(path));
  const remark = readdirSync(root).find((name) => name.startsWith('.remarkrc'));
  const list: Offer[] = [
    {
      path: join(root, 'handbook.yaml'),
      question: 'What this handbook is.',
      text: config,
      instead: named ?? null,
    },
    {
      path: join(root, '.remarkrc.yaml'),
      question: 'Findings in editors.',
      text: remarkrc,
      instead: remark === undefined ? null : join(root, remark),
    },
  ];
  const top = repositoryOf(root);
  if (top === null) return list;
  const flag = top === root ? '' : ` --root ${shellWord(relative(top, root))}`;
  const hook = hookOffer(top, flag);
  const job = jobOffer(top, flag);
  return [...list, ...(hook === null ? [] : [hook]), ...(job === null ? [] : [job])];
}

/** The nearest folder upward that git has its folder in. */
export function repositoryOf(folder: string): string | null {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top;
    if (dirname(top) === top) return null;
  }
}

/** The configuration of a hook manager, which only its owner should change. */
export function hookManagerOf(top: string): string | null {
  const names = ['.pre-commit-config.yaml', 'lefthook.yml', 'lefthook.yaml', '.lefthook.yml'];
  return names.find((name) => existsSync(join(top, name))) ?? null;
}

function hookOffer(top: string, flag: string): Offer | null {
  const folder = existsSync(join(top, '.husky')) ? '.husky' : '.git/hooks';
  // In a worktree .git is a file, and the hooks are elsewhere.
  if (hookManagerOf(top) !== null || !statSync(join(top, dirname(folder)), { throwIfNoEntry: false })?.isDirectory())
    return null;
  // A hook that cannot run holds up every commit.
  if (!existsSync(join(top, 'node_modules/.bin/handbook-lint'))) return null;
  return {
    path: join(top, folder, 'pre-commit'),
    question: 'A check of every commit.',
    text: hookText(flag),
    instead: null,
    isProgram: true,
  };
}

/** Says in one line what is missing, where npx would ask the registry for more than a minute (npm 9 to 12, without a network). */
function hookText(flag: string): string {
  return `#!/bin/sh
if [ ! -x node_modules/.bin/handbook-lint ]; then
  echo 'handbook-lint is not installed here. Run npm install, then commit again.' >&2
  exit 1
fi
exec npx --no -- handbook-lint --staged${flag}
`;
}

function jobOffer(top: string, flag: string): Offer | null {
  const remotes = readIfThere(join(top, '.git/config'));
  const job = (heading: string) => readRecipe(heading)?.replace(/\bhandbook-lint --/g, `handbook-lint${flag} --`);
  if (existsSync(join(top, '.github')) || /^[ \t]*url = .*\bgithub\b/m.test(remotes)) {
    const path = join(top, '.github/workflows/handbook-lint.yml');
    const text = job('GitHub Actions');
    return text === undefined ? null : { path, question: 'A check of every pull request.', text, instead: null };
  }
  if (existsSync(join(top, '.gitlab')) || /^[ \t]*url = .*\bgitlab\b/m.test(remotes)) {
    const path = join(top, '.gitlab-ci.yml');
    const text = job('GitLab, without components');
    return text === undefined ? null : { path, question: 'A check of every merge request.', text, instead: null };
  }
  return null;
}

/** The first YAML block under a heading of docs/ci.md. */
function readRecipe(heading: string): string | undefined {
  const page = readPackageFile('docs/ci.md') ?? '';
  const start = page.indexOf(`\n## ${heading}\n`);
  return start < 0 ? undefined : /```yaml\n([\s\S]*?)```/.exec(page.slice(start))?.[1];
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
