/**
 * The recipes of docs/hooks.md and what `init` writes, as written, with real npx of npm 9 to 12 and the real hook managers. npx of
 * npm 9, 10 and 11 took the command's name for the value of `--no` and dropped `--staged`, so that a whole handbook was judged.
 * HANDBOOK_LINT_HOOKS=all tries every hook manager with every npm; else each is tried once.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handbookRepository } from '../changes/judge.ts';
import { builtCommand, type Outcome, runBundle } from '../support/command.ts';
import { type TestRepository, temporaryFolder } from '../support/git-repository.ts';
import { shellEnvironment } from '../support/package-copy.ts';
import { installBuilt, linkPackage } from '../support/project.ts';
import { nodeProgram, toolFolder } from '../support/tools.ts';

type Skip = (why: string) => never;

/** Each with a Node that it runs on; without one, the Node that runs this. */
const npms: readonly { readonly npm: string; readonly node?: string }[] = [
  { npm: '9.9.4' },
  { npm: '10.9.9' },
  { npm: '11.21.2' },
  { npm: '12.2.2', node: '24.21.0' },
];
const usual = '11.21.2';
const all = process.env.HANDBOOK_LINT_HOOKS === 'all';

const docs = readFileSync(new URL('../../docs/hooks.md', import.meta.url), 'utf8');

/** A code block of docs/hooks.md, by its heading and which of the blocks there. */
function recipe(heading: string, at = 0): string {
  const section = docs.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const block = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)][at]?.[1];
  if (block === undefined) throw new Error(`docs/hooks.md has no block ${at} below ${heading}.`);
  return block;
}

interface Shell {
  readonly work: TestRepository;
  readonly skip: Skip;
  /** Runs a program in the repository, with this npm and Node first on the PATH. */
  run(program: string, ...args: string[]): Outcome;
}

function shellFor(npm: string, node: string | undefined, skip: Skip): Shell {
  const bin = temporaryFolder('path');
  const program = nodeProgram(node ?? null, skip);
  symlinkSync(program, join(bin, 'node'));
  for (const name of ['npm', 'npx'])
    symlinkSync(join(toolFolder(`npm@${npm}`, skip), `bin/${name}-cli.js`), join(bin, name));
  const work = handbookRepository();
  installBuilt(work.folder);
  const env = { ...shellEnvironment(), PATH: `${bin}${delimiter}${process.env.PATH}` };
  const run = (name: string, ...args: string[]) => {
    const { status, stdout, stderr, error } = spawnSync(name, args, { cwd: work.folder, env, encoding: 'utf8' });
    if (error !== undefined) throw error;
    return { code: status, out: stdout + stderr };
  };
  expect(run('npx', '--version').out).toContain(npm);
  return { work, skip, run };
}

function runInit(work: TestRepository): Outcome {
  const { code, stdout, stderr } = runBundle(builtCommand(), ['init', '--yes'], work.folder);
  return { code, out: stdout + stderr };
}

function lintStaged(version: string): (shell: Shell) => Outcome {
  return ({ work, skip, run }) => {
    linkPackage(work.folder, toolFolder('husky@9.1.7', skip));
    linkPackage(work.folder, toolFolder(`lint-staged@${version}`, skip));
    work.write({
      '.husky/pre-commit': recipe('husky with lint-staged'),
      'lint-staged.config.mjs': "export default { '*.md': 'node --version' };\n",
    });
    return run('node_modules/.bin/husky');
  };
}

/** How each hook is set up in a repository in which the command is installed; gives how that went. */
const hooks: Readonly<Record<string, (shell: Shell) => Outcome>> = {
  'git alone': ({ run }) => run('sh', '-ec', recipe('No hook manager')),
  'what init writes': ({ work }) => runInit(work),
  lefthook: ({ work, skip, run }) => {
    linkPackage(work.folder, toolFolder('lefthook@2.2.2', skip));
    work.write({ 'lefthook.yml': recipe('lefthook') });
    return run('node_modules/.bin/lefthook', 'install');
  },
  'lefthook, as init adds it': ({ work, skip, run }) => {
    linkPackage(work.folder, toolFolder('lefthook@2.2.2', skip));
    work.write({ 'lefthook.yml': 'pre-commit:\n  commands:\n    other:\n      run: node --version\n' });
    expect(runInit(work).out).toContain('Added handbook-lint to lefthook.yml.');
    return run('node_modules/.bin/lefthook', 'install');
  },
  husky: ({ work, skip, run }) => {
    linkPackage(work.folder, toolFolder('husky@9.1.7', skip));
    work.write({ '.husky/pre-commit': recipe('husky') });
    return run('node_modules/.bin/husky');
  },
  'husky, as init adds it': ({ work, skip, run }) => {
    linkPackage(work.folder, toolFolder('husky@9.1.7', skip));
    work.write({ '.husky/pre-commit': 'node --version\n' });
    expect(runInit(work).out).toContain('Added handbook-lint to .husky/pre-commit.');
    return run('node_modules/.bin/husky');
  },
  'husky with lint-staged 16': lintStaged('16.3.4'),
  'husky with lint-staged 17': lintStaged('17.6.1'),
  'pre-commit with the installed command': ({ work, skip, run }) => {
    if (spawnSync('pre-commit', ['--version']).status !== 0) skip('There is no pre-commit.');
    work.write({ '.pre-commit-config.yaml': recipe('pre-commit', 2) });
    return run('pre-commit', 'install');
  },
  'pre-commit, as init adds it': ({ work, skip, run }) => {
    if (spawnSync('pre-commit', ['--version']).status !== 0) skip('There is no pre-commit.');
    const hook = '{ id: other, name: other, entry: node --version, language: system }';
    work.write({ '.pre-commit-config.yaml': `repos:\n- repo: local\n  hooks:\n  - ${hook}\n` });
    expect(runInit(work).out).toContain('Added handbook-lint to .pre-commit-config.yaml.');
    return run('pre-commit', 'install');
  },
};

describe.each(npms)('with npm $npm', ({ npm, node }) => {
  test.for(Object.keys(hooks).filter((name) => all || npm === usual || name === 'git alone'))(
    '%s holds up what breaks another page, and nothing else',
    (name, { skip }) => {
      // lint-staged 17 needs Node 22.22.1.
      const shell = shellFor(npm, name.endsWith('lint-staged 17') ? '24.21.0' : node, skip);
      const { work, run } = shell;
      expect(hooks[name]?.(shell)).toMatchObject({ code: 0 });
      work.git('add', '--all');
      const commit = (message: string) => run('git', 'commit', '--message', message);

      // The whole handbook has two broken links from the start.
      work.write({ 'content/leave.md': '---\ntitle: Leave\n---\n\nTake it when you need it.\n' });
      work.git('add', '--all');
      expect(commit('Edit')).toMatchObject({ code: 0 });

      work.git('rm', '--quiet', 'content/leave.md');
      const held = commit('Delete');
      expect(held.code).toBe(1);
      expect(held.out).toContain('This change deletes the page "Leave"');
      expect(held.out).toContain('3 pages, ');
      expect(held.out).not.toMatch(/\/gone\/|\/nowhere\//);
      expect(work.git('log', '--format=%s')).toBe('Edit\nStart');
    },
  );
});

test('a clone in which nothing is installed is told so in one line, and asks no registry', () => {
  const work = handbookRepository();
  for (const line of [recipe('No hook manager'), 'handbook-lint init --yes']) {
    installBuilt(work.folder);
    const env = { ...shellEnvironment(), npm_config_registry: 'http://127.0.0.1:9/' };
    const path = `${join(work.folder, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
    const run = (...args: readonly [string, ...string[]]) =>
      spawnSync(args[0], args.slice(1), { cwd: work.folder, env: { ...env, PATH: path }, encoding: 'utf8' });
    rmSync(join(work.folder, '.git/hooks/pre-commit'), { force: true });
    expect(run('sh', '-ec', line)).toMatchObject({ status: 0 });
    rmSync(join(work.folder, 'node_modules'), { recursive: true });
    work.git('add', '--all');
    expect(run('git', 'commit', '--allow-empty', '--message', 'x')).toMatchObject({
      status: 1,
      stderr: 'handbook-lint is not installed here. Run npm install, then commit again.\n',
    });
  }
});
