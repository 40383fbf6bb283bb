import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

test.each([
  ['/crew//watch.md', 'unknown'],
  ['crew//watch', 'found'],
  ['/crew//watch.md#gone', 'unknown'],
  ['/crew//gone.md', 'broken'],
  ['/crew/watch.md', 'found'],
])('whether ref finds %s is %s', async (path, wanted) => {
  const handbook = await memoryHandbook({
    'hugo.toml': '',
    'content/_index.md': `[x]({{< ref "${path}" >}})\n`,
    'content/crew/watch.md': '---\ntitle: A\n---\n## Deck\n',
  });
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

const outside =
  "[[module.mounts]]\nsource = '../sdk'\ntarget = 'content/sdk'\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n";
const ofModule =
  "[[module.imports]]\npath = 'x.org/sdk'\n[[module.imports.mounts]]\nsource = 'docs'\ntarget = 'content/sdk'\n";
const ofNpm = outside.replace('../sdk', 'node_modules/sdk');

test.each([
  [outside, 'python', 'unknown'],
  [outside, '/sdk/python', 'unknown'],
  [outside, 'sdk', 'unknown'],
  [outside, 'crew/python', 'broken'],
  [ofModule, 'python', 'unknown'],
  [ofModule, '/sdk/python', 'unknown'],
  [ofNpm, '/sdk/python', 'unknown'],
  ["theme = 'plain'\n", 'python', 'broken'],
])('where %s brings pages, whether ref finds %s is %s', async (config, path, wanted) => {
  const handbook = await memoryHandbook({
    'hugo.toml': config,
    'content/_index.md': `[x]({{< ref "${path}" >}})\n`,
    'content/crew/watch.md': '',
  });
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test.each([
  ['/sdk/python/', 'unknown'],
  ['/crew/gone/', 'broken'],
])('what a module mounts below content cannot be checked: %s is %s', async (href, wanted) => {
  const handbook = await memoryHandbook({
    'hugo.toml': ofModule,
    'content/_index.md': `[x](${href})\n`,
    'content/crew/watch.md': '',
  });
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test.each([
  ['/crew/watch.html', 'found', 'netlify.toml'],
  ['/crew/watch', 'unknown', 'netlify.toml'],
  ['/crew/watch/', 'unknown', 'netlify.toml'],
  ['/crew/watch/', 'broken', 'static/_redirects'],
  ['/crew/watch/deck/', 'broken', 'netlify.toml'],
])('%s is %s where watch.html is built and there is %s', async (href, wanted, sign) => {
  const handbook = await memoryHandbook({
    'hugo.toml': 'uglyURLs = true\n',
    [sign]: '',
    'content/_index.md': `[x](${href})\n`,
    'content/crew/watch.md': '',
  });
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});
