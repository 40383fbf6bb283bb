import { expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { compareBuilds } from '../../src/links/compare-builds.ts';

test('what a newer Hugo breaks and mends, each with what to write', async () => {
  const tree = memoryTree({
    'hugo.toml': "baseURL = 'https://example.org/'\n",
    'content/_index.md': '',
    'content/a.md': '## <i class="x">Our</i> goals\n\n## [Rules](/b/) of it\n\n## Plain\n',
    'content/s/_index.md': '---\nslug: moved\n---\n',
    'content/b.md': [
      '[1](/a/#i-classxouri-goals)',
      '[2](/a/#rulesb-of-it)',
      '[3](/a/#our-goals)',
      '[4](/a/#plain)',
      '[5](/s/)',
      '[6](/gone/)',
    ].join('\n\n'),
  });
  const [before, after] = await Promise.all(
    ['0.131', '0.169'].map((hugo) => openHandbook({ root: tree.root, tree, hugo })),
  );
  const { broken, mended, lost, gained } = compareBuilds(before!, after!);
  expect(broken.map(({ link, mend }) => `${link.href} ${mend}`)).toEqual([
    '/a/#i-classxouri-goals #our-goals',
    '/a/#rulesb-of-it #rules-of-it',
    '/s/ /moved/',
  ]);
  expect(mended.map(({ link }) => link.href)).toEqual(['/a/#our-goals']);
  expect([lost, gained]).toEqual([0, 0]);
});

test.each(['generating', 'silent'])(
  'beside shortcodes that are not here, when unknown ones are %s',
  async (unknown) => {
    const tree = memoryTree({
      'handbook.yaml': `site: hugo\nshortcodes: {unknown: ${unknown}}\n`,
      'hugo.toml': "baseURL = 'https://example.org/'\n",
      'content/_index.md': '',
      'content/a.md': '## <i class="x">Our</i> goals\n\n{{< numbers-of-the-year >}}\n',
      'content/b.md': '[1](/a/#i-classxouri-goals)\n\n[2](/a/#our-goals)\n\n[3](/a/#total)\n',
    });
    const [before, after] = await Promise.all(
      ['0.131', '0.169'].map((hugo) => openHandbook({ root: tree.root, tree, hugo })),
    );
    const { broken, mended, lost, gained } = compareBuilds(before!, after!);
    expect(broken).toEqual([]);
    expect(mended.map(({ link }) => link.href)).toEqual(['/a/#our-goals']);
    expect([lost, gained]).toEqual([1, 0]);
  },
);
