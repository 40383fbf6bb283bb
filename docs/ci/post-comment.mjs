#!/usr/bin/env node
/**
 * `node post-comment.mjs handbook-lint.md`: puts what `--format markdown` wrote onto the merge request or pull request of this
 * pipeline. An earlier comment is updated, so there is one of them however many pipelines run; with nothing to mend and no earlier
 * comment it says nothing. Needs Node 20 and HANDBOOK_LINT_TOKEN (GitLab: scope api; GitHub: pull-requests write).
 */
import { readFileSync } from 'node:fs';

const MARK = '<!-- handbook-lint -->';
// A server that cannot be reached, an answer that is no JSON, a file that is not there. Messages of fetch may quote the token.
process.on('uncaughtException', ({ name, code, cause }) => {
  fail(`The comment cannot be posted (${cause?.code ?? code ?? name}).`);
});
const env = process.env;
const [file = 'handbook-lint.md'] = process.argv.slice(2);
const body = readFileSync(file, 'utf8');
if (!body.startsWith(MARK)) fail(`${file} was not written by handbook-lint --format markdown.`);

const place = placeOfComments();
if (place === null) done('This pipeline belongs to no merge request, so there is nothing to comment on.');
if (!env.HANDBOOK_LINT_TOKEN) fail('HANDBOOK_LINT_TOKEN is not set, so the comment cannot be posted.');

const mine = await findComment(`${place.list}?per_page=100`);
if (mine === null && !body.includes('\n| --- |')) done('There is nothing to mend and no earlier comment to update.');
const [method, url] = mine === null ? ['POST', place.list] : [place.update, `${place.one}/${mine}`];
await ask(method, url, { body });
done(mine === null ? 'The comment is posted.' : 'The comment is updated.');

/** Where this pipeline's comments are; `null` when it belongs to no merge request. */
function placeOfComments() {
  if (env.GITLAB_CI) {
    if (!env.CI_MERGE_REQUEST_IID) return null;
    const project = env.CI_MERGE_REQUEST_PROJECT_ID ?? env.CI_PROJECT_ID;
    const notes = `${env.CI_API_V4_URL}/projects/${project}/merge_requests/${env.CI_MERGE_REQUEST_IID}/notes`;
    return { list: notes, one: notes, update: 'PUT', headers: { 'PRIVATE-TOKEN': env.HANDBOOK_LINT_TOKEN } };
  }
  const number = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1];
  if (number === undefined) return null;
  const repository = `${env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${env.GITHUB_REPOSITORY}`;
  return {
    list: `${repository}/issues/${number}/comments`,
    one: `${repository}/issues/comments`,
    update: 'PATCH',
    headers: { authorization: `Bearer ${env.HANDBOOK_LINT_TOKEN}`, accept: 'application/vnd.github+json' },
  };
}

/** The id of our comment, from page to page. */
async function findComment(first) {
  for (let next = first; next !== null; ) {
    const response = await ask('GET', next);
    const found = (await response.json()).find((comment) => comment.body?.startsWith(MARK));
    if (found !== undefined) return found.id;
    next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
  }
  return null;
}

async function ask(method, url, value) {
  const headers = { ...place.headers, 'content-type': 'application/json', 'user-agent': 'handbook-lint' };
  const response = await fetch(url, {
    method,
    headers,
    ...(value === undefined ? {} : { body: JSON.stringify(value) }),
  });
  if (!response.ok) fail(`${method} ${url} was answered by ${response.status} ${response.statusText}.`);
  return response;
}

function done(words) {
  console.log(words);
  process.exit(0);
}

function fail(words) {
  console.error(words);
  process.exit(1);
}
