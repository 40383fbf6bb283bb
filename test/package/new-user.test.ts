/**
 * What a new user does, from the packed tarball, and whether each step says what the docs say: install, init, run, mend, hook, a commit
 * that breaks something, the merge request's job, its comment.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import type { Outcome } from '../support/command.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';
import { shellEnvironment } from '../support/package-copy.ts';
import { startRegistry } from '../support/registry.ts';

const top = new URL('../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(top, path), 'utf8');
const readme = read('README.md');
const [hooks, ci] = [read('docs/hooks.md'), read('docs/ci.md')];

let registry: string;
beforeAll(async () => {
  const folder = temporaryFolder('release');
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  const args = ['--import', 'tsx', 'scripts/release.ts', version, '--dry-run', '--to', folder];
  const made = spawnSync(process.execPath, args, { cwd: top, env: shellEnvironment(), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  registry = await startRegistry(folder);
}, 600_000);

/** A line of docs as a pattern: figures, names in quotes and addresses may be others. */
function like(docs: string, line: string): RegExp {
  expect(docs).toContain(line);
  const literal = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    literal
      .replace(/"[^"]*"/g, '"[^"]*"')
      .replace(/\d[\d,.]*\d|\d/g, '[\\d,.]+')
      .replace(/\/[\w/#-]+/g, '[\\w./#-]+'),
  );
}

const handbooks = [
  {
    name: 'plain files',
    fixture: 'plain-handbook',
    from: 'glossary.md',
    to: 'words.md',
    kind: "a repository's view of its files",
  },
  {
    name: 'a Hugo site',
    fixture: 'example-handbook',
    from: 'content/handbook/hiring/offer.md',
    to: 'content/handbook/hiring/proposal.md',
    kind: 'a Hugo site',
  },
];

describe.each(handbooks)('a new user of $name', ({ fixture, from, to, kind }) => {
  test('finds what the docs say at every step', { timeout: 600_000 }, async () => {
    const work = gitRepository();
    cpSync(join(top, 'fixtures', fixture), work.folder, { recursive: true });
    rmSync(join(work.folder, 'handbook.yaml'), { force: true });
    work.write({ '.gitignore': 'node_modules\n', 'package.json': '{ "private": true }\n' });
    work.git('add', '--all');
    work.commit('Start');
    const env = {
      ...shellEnvironment(),
      npm_config_registry: registry,
      npm_config_cache: temporaryFolder('npm-cache'),
    };
    const run = (line: string, more: NodeJS.ProcessEnv = {}): Outcome => {
      const options = { cwd: work.folder, env: { ...env, ...more }, encoding: 'utf8' } as const;
      const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', line], options);
      return { code: status, out: stdout + stderr };
    };

    const commands = /^## Add it to your handbook\n.*?```sh\n(.*?)```/ms.exec(readme)?.[1]?.trim().split('\n') ?? [];
    expect(commands).toHaveLength(3);
    const [install = '', init = '', lint = ''] = commands;
    expect(run(install)).toMatchObject({ code: 0 });

    // There is nobody to answer.
    const greeted = run(`${init} --yes`);
    expect(greeted).toMatchObject({ code: 0, out: expect.stringContaining(`Taken for ${kind}`) });
    expect(readme).toContain('shows ten findings');
    expect(greeted.out.match(/^ {2}\S+:\d+ .+$/gm)).toHaveLength(10);
    expect(greeted.out).toContain('would stop a commit or a merge request today');
    expect(readdirSync(work.folder)).toEqual(expect.arrayContaining(['handbook.yaml', '.remarkrc.yaml']));
    const [, hook = ''] = /<<'END'\n(.*?)^END$/ms.exec(hooks) ?? [];
    expect(readFileSync(join(work.folder, '.git/hooks/pre-commit'), 'utf8')).toBe(hook);

    const whole = run(lint);
    expect(readme).toContain('1 findings');
    expect(whole.code).toBe(1);
    expect(whole.out).toMatch(like(readme, /^\d+ pages, .*$/m.exec(readme)?.[0] ?? 'no figures'));

    expect(readme).toContain('once, for all that is certain | `handbook-lint --fix`');
    const count = (out: string) => Number(/^(\d+) messages|^✖ (\d+) errors?$/m.exec(out)?.slice(1).find(Boolean));
    expect(count(run(`${lint} --fix`).out)).toBeLessThan(count(whole.out));

    const commit = (message: string, ...args: string[]) =>
      run(`git add --all && git commit -m '${message}' ${args.join(' ')}`);
    const clean = commit('Set up');
    expect(clean.out).toMatch(like(ci, 'This change breaks nothing.'));
    const figures = 'The whole handbook: 212 pages, 1,840 links checked, 35 broken, 12 could not be checked, in 0.2 s';
    expect(clean.out).toMatch(like(ci, figures));
    expect(clean.code).toBe(0);

    work.git('switch', '--quiet', '--create', 'topic');
    work.git('mv', from, to);
    const held = commit('Rename');
    expect(held.code).toBe(1);
    const moved = 'This change moves the page "Pay" to /salary/, and this link still goes to /pay/.';
    expect(held.out).toMatch(like(ci, moved));
    expect(work.git('log', '--format=%s')).toBe('Set up\nStart');
    expect(hooks).toContain('Use `git commit --no-verify` to commit all the same.');
    expect(commit('Rename', '--no-verify')).toMatchObject({ code: 0 });

    const job = parse(/^## GitLab, without components\n.*?```yaml\n(.*?)```/ms.exec(ci)?.[1] ?? '')['handbook-lint'];
    const pipeline = {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: work.git('rev-parse', 'main'),
    };
    const judged = run((job.script as string[]).join('\n'), pipeline);
    expect(judged.code).toBe(1);
    expect(judged.out).toMatch(like(ci, moved));
    expect(readFileSync(join(work.folder, 'gl-code-quality-report.json'), 'utf8')).toContain('handbook-link-');

    const after = /```yaml\n {2}after_script:\n {4}- (.*?)\n```/.exec(ci)?.[1] ?? 'false';
    const posted = await comments(after, work.folder, { ...env, ...pipeline });
    expect(posted.out).toContain('The comment is posted.');
    expect(posted.bodies).toEqual([readFileSync(join(work.folder, 'handbook-lint.md'), 'utf8')]);
  });
});

/** Runs a line beside a host that takes comments; what the line said, and the comments. */
async function comments(line: string, folder: string, env: NodeJS.ProcessEnv) {
  const bodies: string[] = [];
  const host = createServer((request, response) => {
    if (request.method === 'GET') return response.setHeader('content-type', 'application/json').end('[]');
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    return request.on('end', () => {
      bodies.push((JSON.parse(text) as { readonly body: string }).body);
      response.end('{}');
    });
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    host.close();
  });
  const api = { CI_API_V4_URL: `http://127.0.0.1:${(host.address() as AddressInfo).port}`, CI_PROJECT_ID: '1' };
  const child = spawn('bash', ['-c', line], { cwd: folder, env: { ...env, ...api, HANDBOOK_LINT_TOKEN: 'x' } });
  let out = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    out += piece;
  });
  await new Promise((done) => child.on('close', done));
  return { out, bodies };
}
