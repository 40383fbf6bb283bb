import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { handbookRepository } from '../changes/judge.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import { startLanguageServer } from '../support/language-client.ts';
import { packageCopy, shellEnvironment } from '../support/package-copy.ts';
import { nodeProgram, supportedNodes } from '../support/tools.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blockAfter = (heading: string) =>
  new RegExp(`^##+ ${heading}\\n.*?\`\`\`(?:sh|yaml)\\n(.*?)\`\`\``, 'ms').exec(readme)?.[1] ?? '';

/** Runs a line as a user types it. Only where findings are what is wanted, 1 is no failure. */
function shell(folder: string, line: string): string {
  const { status, stdout, stderr, error } = spawnSync('sh', ['-c', line], {
    cwd: folder,
    env: shellEnvironment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  if (status !== 0 && !(status === 1 && /^(?:npx handbook-lint|node dist)/.test(line)))
    throw new Error(`${line}\n${stdout}${stderr}`);
  return stdout;
}

let copy: string;
let example: string;
let tarball: string;
let project: string;
let firstRun: string;

beforeAll(() => {
  copy = packageCopy();
  const [lint = '', tests] = blockAfter('Try it').trim().split('\n');
  expect(tests).toBe('npm ci && npm test');
  const [install = '', command = ''] = lint.split(' && ');
  shell(copy, install);
  example = shell(copy, command);

  tarball = join(copy, shell(copy, 'npm pack --ignore-scripts --silent').trim());
  project = temporaryFolder('project');
  cpSync(join(copy, 'fixtures/example-handbook'), project, { recursive: true });
  rmSync(join(project, 'handbook.yaml'));
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const [add = '', init = '', run = '', ...more] = blockAfter('Add it to your handbook').trim().split('\n');
  expect([add.endsWith(' remark-preset-lint-handbook'), more]).toEqual([true, []]);
  shell(project, add.replace('remark-preset-lint-handbook', `'${tarball}'`));
  // There is nobody to answer.
  firstRun = shell(project, `${init} --yes`) + shell(project, run);
  shell(project, 'npm install --silent --save-dev remark-cli@12.0.1');
}, 900_000);

test('a fresh clone lints the example as the README shows', () => {
  const picture = /```text\n\$ npx handbook-lint fixtures\/example-handbook\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const timeless = (text: string) => text.replace(/, in [\d.]+ s$/gm, '');
  const shown = timeless(picture)
    .split('\n')
    .filter((line) => line !== '' && line !== '…');
  expect(shown.length).toBeGreaterThan(8);
  const lines = timeless(example).split('\n');
  expect(shown.filter((line) => !lines.includes(line))).toEqual([]);
  // In the order in which they come.
  const places = shown.map((line) => lines.indexOf(line));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('install, init and the first run work in an empty project', () => {
  expect(firstRun).toMatch(/^Taken for a Hugo site, by .*\.$/m);
  expect(firstRun).toMatch(/^\d+ pages and 10 includes\.$/m);
  expect(firstRun).toContain('handbook-link-page');
  expect(readdirSync(project)).toEqual(expect.arrayContaining(['handbook.yaml', '.remarkrc.yaml']));
  const wanted = blockAfter('With remark').trim();
  expect(readFileSync(join(project, '.remarkrc.yaml'), 'utf8')).toContain(wanted);
});

describe.each(supportedNodes)('on Node %s', (version) => {
  const page = 'content/handbook/people/_index.md';
  const main = 'node_modules/remark-preset-lint-handbook/dist/cli/main.js';
  const words = 'The page "Values" has no heading for #colaboration. Link to #collaboration instead.';
  const nodeOf = (skip: (why: string) => never) => nodeProgram(version, skip);
  const runIn = (folder: string, node: string, ...args: string[]) =>
    spawnSync(node, args, { cwd: folder, env: shellEnvironment(), encoding: 'utf8' });
  const run = (node: string, ...args: string[]) => runIn(project, node, ...args);

  test('the command speaks', ({ skip }) => {
    const { status, stdout } = run(nodeOf(skip), main, '--format', 'json', page);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'handbook-link-anchor', message: words }]);
  });

  test('remark-cli speaks', ({ skip }) => {
    const { status, stderr } = run(nodeOf(skip), 'node_modules/remark-cli/cli.js', '--no-stdout', page);
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  });

  test('the language server speaks', async ({ skip }) => {
    const uri = pathToFileURL(project).href;
    const built = { node: nodeOf(skip), cwd: project };
    const client = await startLanguageServer([main, '--stdio'], [uri], built);
    const said = await client.open(`${uri}/${page}`, readFileSync(join(project, page), 'utf8'));
    expect(said.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
  });

  test('hook and pipeline hold up what a change breaks', ({ skip }) => {
    const work = handbookRepository();
    const command = join(project, main);
    work.git('rm', '--quiet', 'content/leave.md');
    const staged = runIn(work.folder, nodeOf(skip), command, '--staged');
    expect(staged).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('This change deletes the page "Leave"'),
    });
    work.commit('Delete');
    const comment = join(work.folder, 'comment.md');
    const since = runIn(work.folder, nodeOf(skip), command, '--since', 'HEAD~1', '--format', `markdown=${comment}`);
    expect(since.status).toBe(1);
    expect(readFileSync(comment, 'utf8')).toContain('This change deletes the page "Leave"');
  });

  test('every entry can be imported', ({ skip }) => {
    const names = readdirSync(join(copy, 'rules')).filter((name) => name !== 'index.ts');
    const entries = ['', '/api', ...names.map((name) => `/rules/${name.slice(0, -3)}`)];
    const code = entries.map(
      (entry) => `import * as m${entry.replace(/\W/g, '_')} from 'remark-preset-lint-handbook${entry}';\n`,
    );
    writeFileSync(join(project, 'import.mjs'), `${code.join('')}console.log('all');\n`);
    expect(run(nodeOf(skip), 'import.mjs')).toMatchObject({ stderr: '', stdout: 'all\n' });
  });
});

test.each(['main', 'thread', 'engine'])('all of cli/%s.js is ASCII, which takes V8 half the memory', (name) => {
  const code = readFileSync(join(project, `node_modules/remark-preset-lint-handbook/dist/cli/${name}.js`));
  expect(code.findIndex((byte) => byte > 0x7f)).toBe(-1);
});

test('TypeScript finds the types of every entry', () => {
  writeFileSync(
    join(project, 'use.mts'),
    `import type { Plugin, Preset } from 'unified';
import preset from 'remark-preset-lint-handbook';
import { lint, openHandbook, rules } from 'remark-preset-lint-handbook/api';
import linkPage from 'remark-preset-lint-handbook/rules/link-page';
export const all: Preset = preset;
export const plugins: Preset['plugins'] = [preset, [linkPage, ['warn']], [linkPage, false]];
export const words: Promise<string[]> = openHandbook({ root: '.' }).then((handbook) => lint(handbook, { rules }).findings.map(({ message }) => message));
export type Any = Plugin;
`,
  );
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
  const { stdout } = spawnSync(
    process.execPath,
    [join(copy, 'node_modules/typescript/bin/tsc'), ...options, 'use.mts'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  expect(stdout).toBe('');
});

test('what is installed is little, and what the bundles hold is told with its licence', () => {
  const folder = temporaryFolder('alone');
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  shell(folder, `npm install --silent '${tarball}'`);
  const modules = join(folder, 'node_modules');
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  const packages = names.flatMap((name) => (name.startsWith('@') ? readdirSync(join(modules, name)) : [name]));
  expect(packages.length).toBeLessThanOrEqual(25);
  const dist = join(modules, 'remark-preset-lint-handbook/dist');
  const { components } = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8')) as {
    readonly components: readonly { readonly name: string; readonly version: string }[];
  };
  const notices = readFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['yaml', 'zod', 'remark-parse', 'satteri']),
  );
  for (const { name, version } of components) expect(notices).toContain(`${name}@${version} (`);
});

test('publint and arethetypeswrong have nothing to say', () => {
  const check = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin', command), [...args, tarball], {
      cwd: copy,
      env: shellEnvironment(),
      encoding: 'utf8',
    });
    return { status, out: status === 0 ? '' : stdout + stderr };
  };
  expect(check('publint', '--strict')).toEqual({ status: 0, out: '' });
  expect(check('attw', '--profile', 'esm-only', '--include-entrypoints', 'rules/link-page', '--')).toEqual({
    status: 0,
    out: '',
  });
});

test('a git dependency builds itself', { timeout: 600_000 }, () => {
  const folder = temporaryFolder('git-dependency');
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/_index.md'), '[x](/nowhere/)\n');
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  shell(folder, `npm install 'git+file://${copy}' >&2`);
  expect(shell(folder, 'npx handbook-lint')).toContain('/nowhere/');
});
