import { expect, test } from 'vitest';
import rule from '../../rules/link-page.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { lint } from '../../src/lint/run.ts';

test.each([
  ['/valeus/', true],
  ['/valeus/#trust', true],
  ['/valeus/?x#trust', true],
  ['/valeus/#gone', false],
  ['/valeus/?x#gone', false],
])('%s is corrected without asking only if nothing is wrong with it then: %s', async (href, safe) => {
  const tree = memoryTree({
    'handbook.yaml': 'site: hugo\n',
    'content/a.md': `[a](${href})\n`,
    'content/values.md': '# Values\n\n## Trust\n',
  });
  const { findings } = lint(await openHandbook({ root: tree.root, tree }), { rules: [rule] });
  expect(findings.map(({ suggestions }) => suggestions[0]?.safe)).toEqual([safe]);
});
