import { expect, test } from 'vitest';
import readable from '../../rules/readable.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { lint } from '../../src/lint/run.ts';

const page = '---\ntitle: Travel\nowner: [a]\nparams:\n  town: Ghent\n  town: Bruges\ntitle: Trips\n---\n# Travel\n';

test.each([
  ['0.151', []],
  ['0.152', ['content/travel.md "town" 6', 'content/travel.md "title" 7']],
])('a key that front matter has twice is an error where Hugo %s stops at it', async (hugo, expected) => {
  const tree = memoryTree({ 'hugo.toml': "baseURL = 'https://example.org/'\n", 'content/travel.md': page });
  const handbook = await openHandbook({ root: tree.root, tree, hugo });
  const { findings } = await lint(handbook, { rules: [readable] });
  expect(findings.map(({ path, start, message }) => `${path} ${/"\w+"/.exec(message)?.[0]} ${start.line}`)).toEqual(
    expected,
  );
});

const template = '---\ntitle: "{{ replace .Name "-" " " | title }}"\n---\n';

test.each([
  ['archetypes/default.md', template, {}, 0],
  ['archetypes/default.md', '---\ntitle: a: b\n---\n', {}, 1],
  ['content/a.md', template, { 'hugo.toml': '' }, 1],
])('settings of %s, %j, with %j are told %d times', async (path, text, files, times) => {
  const tree = memoryTree({ [path]: text, ...files });
  const handbook = await openHandbook({ root: tree.root, tree });
  expect((await lint(handbook, { rules: [readable] })).findings).toHaveLength(times);
});
