import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/git-repository.ts';

const script = new URL('../../docs/ci/post-comment.mjs', import.meta.url).pathname;
const broken = '<!-- handbook-lint -->\n### Handbook check\n\n| Page |\n| --- |\n| a |\n';
const whole = '<!-- handbook-lint -->\n### Handbook check\n\n✅ This change breaks nothing.\n';

/** Answers as the two hosts do: comments in pages of two, the next page in the header `link`. */
let comments: { id: number; body: string }[] = [];
let asked: string[] = [];
let server: Server;
let host = '';

beforeEach(async () => {
  comments = [1, 2, 3].map((id) => ({ id, body: 'Looks good, see <!-- handbook-lint -->' }));
  asked = [];
  server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url.replace(/\?.*/, '')}`);
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      if (request.headers['private-token'] !== 'secret' && request.headers.authorization !== 'Bearer secret')
        return response.writeHead(401).end();
      if (method === 'GET') {
        const page = Number(new URL(url, host).searchParams.get('page') ?? 1);
        const more = page * 2 < comments.length;
        const link = `<${host}${url.replace(/[?].*/, '')}?page=${page + 1}>; rel="next"`;
        response.setHeader('content-type', 'application/json');
        if (more) response.setHeader('link', link);
        return response.end(JSON.stringify(comments.slice(page * 2 - 2, page * 2)));
      }
      const { body } = JSON.parse(text) as { body: string };
      if (method === 'POST') comments.push({ id: comments.length + 1, body });
      else {
        const id = Number(url.split('/').at(-1));
        comments = comments.map((each) => (each.id === id ? { id, body } : each));
      }
      return response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

const gitlab = () => ({
  GITLAB_CI: 'true',
  CI_API_V4_URL: `${host}/api/v4`,
  CI_PROJECT_ID: '7',
  CI_MERGE_REQUEST_IID: '5',
});
const github = () => ({ GITHUB_API_URL: host, GITHUB_REPOSITORY: 'a/b', GITHUB_REF: 'refs/pull/5/merge' });

interface Posted {
  readonly code: number;
  readonly output: string;
}

function post(body: string, env: Record<string, string>, given?: string): Promise<Posted> {
  const written = join(temporaryFolder('comment'), 'handbook-lint.md');
  writeFileSync(written, body);
  const file = given ?? written;
  const options = { env: { PATH: process.env.PATH ?? '', HANDBOOK_LINT_TOKEN: 'secret', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, file], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : 1, output: stdout + stderr }),
    );
  });
}

test.each([
  ['GitLab', gitlab, '/api/v4/projects/7/merge_requests/5/notes', 'PUT /api/v4/projects/7/merge_requests/5/notes/4'],
  ['GitHub', github, '/repos/a/b/issues/5/comments', 'PATCH /repos/a/b/issues/comments/4'],
])('on %s the first pipeline posts a comment, each later one updates it', async (_, env, list, update) => {
  expect(await post(broken, env())).toMatchObject({ code: 0, output: 'The comment is posted.\n' });
  expect(asked.at(-1)).toBe(`POST ${list}`);
  expect(await post(whole, env())).toMatchObject({ code: 0, output: 'The comment is updated.\n' });
  expect(asked.at(-1)).toBe(update);
  expect(comments).toHaveLength(4);
  expect(comments[3]?.body).toBe(whole);
});

test('with nothing to mend and no earlier comment it says nothing', async () => {
  expect((await post(whole, gitlab())).code).toBe(0);
  expect(comments).toHaveLength(3);
});

test('outside of a merge request nothing is asked', async () => {
  expect((await post(broken, { GITLAB_CI: 'true' })).code).toBe(0);
  expect((await post(broken, { GITHUB_REF: 'refs/heads/main' })).code).toBe(0);
  expect(asked).toEqual([]);
});

test('what goes wrong is one line that does not hold the token', async () => {
  const wrong = { ...gitlab(), HANDBOOK_LINT_TOKEN: 'other' };
  for (const env of [wrong, { ...gitlab(), HANDBOOK_LINT_TOKEN: '' }]) {
    const { code, output } = await post(broken, env);
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).not.toContain('other');
  }
  expect((await post('# Something else\n', gitlab())).output).toContain('was not written by');
});

test.each([
  ['a server that is not there', () => ({ CI_API_V4_URL: 'http://127.0.0.1:65535' }), 'ECONNREFUSED'],
  ['no server', () => ({ CI_API_V4_URL: '' }), 'ERR_INVALID_URL'],
  ['a page in place of an answer', () => ({ CI_API_V4_URL: 'data:text/html,<p>Sign in</p>?' }), 'SyntaxError'],
  ['a token of two lines', () => ({ HANDBOOK_LINT_TOKEN: 'other\nother' }), 'TypeError'],
  ['a file that is not there', () => ({ file: 'nowhere.md' }), 'ENOENT'],
])('%s is one line as well', async (_, change, why) => {
  const { file, ...env } = { file: undefined, ...change() };
  expect(await post(broken, { ...gitlab(), ...env }, file)).toEqual({
    code: 1,
    output: `The comment cannot be posted (${why}).\n`,
  });
});
