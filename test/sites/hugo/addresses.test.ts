import { describe, expect, test } from 'vitest';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const page = (frontMatter = '') => `---\ntitle: A\n${frontMatter}---\n`;

async function open(files: Record<string, string>) {
  return memoryHandbook({ 'content/_index.md': page(), ...files });
}

async function addressOf(path: string, frontMatter = '') {
  const handbook = await open({ [`content/${path}`]: page(frontMatter) });
  return handbook.page(`content/${path}`)?.address;
}

// Each of these is what Hugo 0.131 made of a file of this name.
test.each([
  ['b/page.md', '/b/page/'],
  ['b/Upper-Name.md', '/b/upper-name/'],
  ['b/dotted.name.md', '/b/dotted.name/'],
  ['With Space/My  Page (2) & Co.md', '/with-space/my--page-2--co/'],
  ["q/it's.md", '/q/its/'],
  ['q/a,b;c.md', '/q/abc/'],
  ['q/what?.md', '/q/what/'],
  ['q/100%.md', '/q/100/'],
  ['q/a%20b.md', '/q/a%20b/'],
  ['q/a+b#c@d~e.md', '/q/a+b#c@d~e/'],
  ['q/ａ　ｂ.md', '/q/ａ-ｂ/'],
  ['q/①x²½.md', '/q/x/'],
  ['q/é.md', '/q/é/'],
  // But for a Mac, Hugo leaves an accented letter as it is written, one sign or two. Run with 0.131, 0.167 and 0.169.
  ['q/e\u0301.md', '/q/e\u0301/'],
  ['UP/İx.md', '/up/ix/'],
  ['page.html', '/page/'],
  ['leaf/index.md', '/leaf/'],
  ['b/.hidden.md', undefined],
  ['b/.folder/x.md', undefined],
  ['b/#draft.md', undefined],
])('content/%s is at %s', async (path, address) => {
  expect(await addressOf(path)).toBe(address);
});

test.each([
  ['b/p.md', 'slug: "Some Slug/With Slash"\n', '/b/some-slug/with-slash/'],
  ['b/_index.md', 'slug: other\n', '/other/'],
  ['b/p.md', 'url: Rel/Path\n', '/Rel/Path/'],
  ['b/p.md', 'url: /Abs/Path.html\n', '/Abs/Path.html'],
  ['b/p.md', 'url: "/:section/:slug/x"\nslug: tt\n', '/b/tt/x/'],
  ['b/p.md', 'URL: /odd/\n', '/odd/'],
])('content/%s with %j is at %s', async (path, frontMatter, address) => {
  expect(await addressOf(path, frontMatter)).toBe(address);
});

test.each([
  ['draft: true\n', 'draft'],
  ['build:\n  render: never\n', 'unrendered'],
  ['_build:\n  render: false\n', 'unrendered'],
  ['headless: true\n', 'unrendered'],
  ['date: 2999-01-01\n', 'future'],
  ['date: 2999-01-01\npublishDate: 2001-01-01\n', null],
  ['expiryDate: 2001-01-01\n', 'expired'],
  ['cascade:\n  build:\n    render: never\n', 'unrendered'],
])('%j: no address, as %s', async (frontMatter, why) => {
  const handbook = await open({ 'content/b/p.md': page(frontMatter) });
  expect(handbook.page('content/b/p.md')).toMatchObject({ unbuilt: why });
});

describe('what a section hands down', () => {
  const section = page('cascade:\n  - target:\n      path: "/b/p*"\n    build:\n      render: never\n');

  test('reaches the pages that its pattern names', async () => {
    const handbook = await open({
      'content/b/_index.md': section,
      'content/b/p1.md': page(),
      'content/b/q.md': page(),
    });
    expect(handbook.page('content/b/_index.md')?.unbuilt).toBeNull();
    expect(handbook.page('content/b/p1.md')?.unbuilt).toBe('unrendered');
    expect(handbook.page('content/b/q.md')?.unbuilt).toBeNull();
  });

  test('gives way to what a page says itself', async () => {
    const handbook = await open({
      'content/b/_index.md': page('cascade:\n  build:\n    render: never\n'),
      'content/b/in.md': page('build:\n  render: always\n'),
      'content/b/sub/out.md': page(),
    });
    expect(handbook.page('content/b/in.md')?.address).toBe('/b/in/');
    expect(handbook.page('content/b/sub/out.md')?.unbuilt).toBe('unrendered');
  });
});

describe('bundles', () => {
  test('Markdown in a leaf bundle is a resource, its files stand below the page', async () => {
    const handbook = await open({
      'content/b/leaf/index.md': page('slug: renamed\n'),
      'content/b/leaf/part.md': page(),
      'content/b/leaf/sub/index.md': page(),
      'content/b/leaf/sub/Pic.png': '',
    });
    expect(handbook.page('content/b/leaf/part.md')).toMatchObject({ kind: 'resource', unbuilt: 'in-leaf-bundle' });
    expect(handbook.page('content/b/leaf/sub/index.md')).toMatchObject({ kind: 'resource', address: null });
    expect(handbook.fileAt('/b/renamed/sub/Pic.png')).toBe('content/b/leaf/sub/Pic.png');
    expect(handbook.pageAtContentPath('/b/leaf/part')).toBeUndefined();
    expect(handbook.pageAtContentPath('/b/leaf')?.address).toBe('/b/renamed/');
  });

  test("a folder's own page goes before a leaf bundle in the same folder, up to 0.131", async () => {
    const handbook = await open({
      'handbook.yaml': 'hugo: {version: "0.131"}\n',
      'content/b/_index.md': page(),
      'content/b/index.md': page(),
      'content/b/child.md': page(),
    });
    expect(handbook.at('/b/')?.path).toBe('content/b/_index.md');
    expect(handbook.page('content/b/index.md')?.address).toBeNull();
    expect(handbook.page('content/b/child.md')?.address).toBe('/b/child/');
  });

  test('files in content go with the nearest folder that is a page, spelt as its address', async () => {
    const handbook = await open({
      'content/A B/_index.md': page(),
      'content/A B/Pic One.PNG': '',
      'content/A B/Img Dir/Deep.png': '',
      'content/Top Dir/p.md': page(),
      'content/Top Dir/Q.png': '',
      'content/Res Only/Q.png': '',
      'content/draft/_index.md': page('draft: true\n'),
      'content/draft/pic.png': '',
    });
    for (const address of ['/a-b/Pic One.PNG', '/a-b/Img Dir/Deep.png', '/top-dir/Q.png', '/Res Only/Q.png'])
      expect([address, handbook.fileAt(address) !== undefined]).toEqual([address, true]);
    expect(handbook.fileAt('/draft/pic.png')).toBeUndefined();
  });
});

test('pages that no file asks for', async () => {
  const handbook = await open({
    'content/top/a.md': page('tags: ["Über Cool", "C#", 12]\n'),
    'content/top/deep/b.md': page(),
    'content/own/_index.md': page(),
    'content/gone/_index.md': page('draft: true\n'),
    'content/gone/c.md': page(),
    'content/drafts/d.md': page('draft: true\ntags: [unseen]\n'),
  });
  const automatic = [
    '/top/',
    '/top',
    '/drafts/',
    '/tags/',
    '/categories/',
    '/tags/über-cool/',
    '/tags/c#/',
    '/tags/12/',
  ];
  for (const address of automatic) expect([address, handbook.isAutomatic(address)]).toEqual([address, true]);
  for (const address of ['/', '/top/deep/', '/own/', '/gone/', '/tags/unseen/'])
    expect([address, handbook.isAutomatic(address)]).toEqual([address, false]);
});

test('among plain files an address is the file itself', async () => {
  const handbook = await memoryHandbook({ 'README.md': '# Hi', 'docs/a b.md': 'x', 'docs/pic.png': '' });
  expect(handbook.config.site).toBe('plain');
  expect(handbook.at('/docs/a b.md')?.path).toBe('docs/a b.md');
  expect(handbook.page('README.md')).toMatchObject({ kind: 'section', title: 'Hi' });
  expect(handbook.fileAt('/docs/pic.png')).toBe('docs/pic.png');
  expect(handbook.isAutomatic('/docs/')).toBe(false);
});
