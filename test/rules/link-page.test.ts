import { expect, test } from 'vitest';
import anchorRule from '../../rules/link-anchor.ts';
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

test('a backslash in a link is told alone, whatever else it makes of the address', async () => {
  const tree = memoryTree({
    'handbook.yaml': 'site: hugo\n',
    'content/a.md': '[a](/values/#tru\\_st) [b](/val\\_ues/) [c](/values/#none)\n',
    'content/values.md': '# Values\n\n## Trust\n',
  });
  const { findings } = lint(await openHandbook({ root: tree.root, tree }), { rules: [anchorRule, rule] });
  expect(findings.map(({ rule, start }) => `${start.column} ${rule}`)).toEqual([
    '5 handbook-link-page',
    '27 handbook-link-page',
    '52 handbook-link-anchor',
  ]);
});
