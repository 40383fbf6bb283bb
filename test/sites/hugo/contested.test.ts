import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

// Of 60 builds each by Hugo 0.131, 0.167 and 0.169, 6 to 13 have the file's page, the others the folder's. What either has may be there.
test.each([
  ['/a/', 'found'],
  ['/a/#from-folder', 'found'],
  ['/a/#from-file', 'unknown'],
  ['/a/#gone', 'unknown'],
  ['/b/#gone', 'broken'],
])('two files want one address: %s', async (href, wanted) => {
  const handbook = await memoryHandbook({
    'hugo.toml': '',
    'content/a.md': '## From file\n',
    'content/a/index.md': '## From folder\n',
    'content/b.md': `[x](${href})\n`,
  });
  expect(judgeLinks(handbook.page('content/b.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test.each(['index', '_index'])(
  'of a file and a folder with %s.md, the folder has the address and the name',
  async (name) => {
    const handbook = await memoryHandbook({
      'hugo.toml': '',
      'content/a.md': '# File\n',
      [`content/a/${name}.md`]: '# Folder\n',
      'content/b.md': '[x](/a/) [y]({{< ref "/a" >}})\n',
    });
    expect(judgeLinks(handbook.page('content/b.md')!, handbook).map(({ resolution }) => resolution.page?.path)).toEqual(
      [`content/a/${name}.md`, `content/a/${name}.md`],
    );
  },
);

// In one build the first of `img/x.png` and `../img/x.png` that a page asks for decides for both; pages are built at the same time.
const asked = '{{ with resources.Get .Destination }}<img src="{{ .RelPermalink }}">{{ else }}<img src="none">{{ end }}';
test.each([
  ['', 'img/x.png', 'found'],
  ['', '../img/x.png', 'unknown'],
  ['', '../img/gone.png', 'broken'],
  ['', '../assets/img/x.png', 'found'],
  [asked, '../img/x.png', 'unknown'],
  [asked, '../img/gone.png', 'broken'],
])(
  'one name of a file under assets that may have been asked for by another, hook "%s": %s',
  async (hook, href, wanted) => {
    const handbook = await memoryHandbook({
      'hugo.toml': "[markup.goldmark.renderHooks.image]\nuseEmbedded = 'fallback'\n",
      ...(hook === '' ? {} : { 'layouts/_default/_markup/render-image.html': hook }),
      'content/a/b.md': `![x](${href})\n`,
      'assets/img/x.png': '',
    });
    expect(judgeLinks(handbook.page('content/a/b.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
  },
);
