import { expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { openHandbook } from '../../../src/incremental/open.ts';
import { permalinkRules } from '../../../src/sites/hugo/config/permalink-rules.ts';
import { tableOf } from '../../../src/sites/hugo/config/tables.ts';
import { addressOfFormat } from '../../../src/sites/hugo/places/formats.ts';
import { titleOfFolder } from '../../../src/sites/hugo/places/lists.ts';
import { expandPattern, needsDate, ruleFor } from '../../../src/sites/hugo/places/permalinks.ts';

const page = {
  date: null,
  title: 'Watch rules',
  slug: undefined,
  name: 'rules',
  sections: ['crew', 'deck'],
  sectionSlugs: ['crew', 'deck'],
  isSection: false,
  keepsCase: false,
};

test.each([
  ['/:sections/:title/', '/crew/deck/watch-rules/'],
  ['/a\\:b/:section/', '/a:b/crew/'],
  ['/:section/:gone/', null],
  ['/:year/:monthname/:weekdayname/:yearday/', '/1/January/Monday/1/'],
  ['/:2006/:06/:002/:Jan/', '/0001/01/001/Jan/'],
  ['/:15/', null],
  ['/:3/', null],
  ['/:sections[0]/:sectionslugs[last]/', '/crew/deck/'],
  ['/:filename/:slug/', '/rules/watch-rules/'],
])('%s is %s', (pattern, address) => {
  expect(expandPattern(pattern, page)).toBe(address);
});

test.each([
  ['page', '/api/a/index.json'],
  ['section', '/a/api/index.json'],
] as const)('another format of a %s has its path in another place', (kind, address) => {
  const format = { name: 'json', file: 'index.json', path: 'api' };
  expect(
    addressOfFormat('/a/', format, { version: '0.131.0', languages: [], uglyUrls: false, formats: [] }, kind),
  ).toBe(address);
});

// What Hugo 0.169 makes of such a page, and 0.131 where it knows the token.
test.each([
  [':year', '2024-03-05', 'title: My Great Title', '/p/2024/z/'],
  [':month', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/12/z/'],
  [':monthname', '2024-12-30', 'title: My Great Title', '/p/december/z/'],
  [':day', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/05/z/'],
  [':weekday', '2023-12-31', 'title: My Great Title', '/p/0/z/'],
  [':weekdayname', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/monday/z/'],
  [':yearday', '2024-03-05', 'title: My Great Title', '/p/65/z/'],
  [':2006', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/2023/z/'],
  [':06', '2024-12-30', 'title: My Great Title', '/p/24/z/'],
  [':January', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/march/z/'],
  [':Jan', '2023-12-31', 'title: My Great Title', '/p/dec/z/'],
  [':01', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/12/z/'],
  [':1', '2024-03-05', 'title: My Great Title', '/p/3/z/'],
  [':02', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/31/z/'],
  [':2', '2024-12-30', 'title: My Great Title', '/p/30/z/'],
  [':002', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/065/z/'],
  [':Monday', '2023-12-31', 'title: My Great Title', '/p/sunday/z/'],
  [':Mon', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/mon/z/'],
  [':2006-01-02', '2024-03-05', 'title: My Great Title', '/p/2024-01-02/z/'],
  [':Jan-2', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/dec-2/z/'],
  [':section', '2024-12-30', 'title: My Great Title', '/p/sec/z/'],
  [':sections', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/sec/deep/low/z/'],
  [':sections[0]', '2023-12-31', 'title: My Great Title', '/p/sec/z/'],
  [':sections[1]', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/deep/z/'],
  [':sections[last]', '2024-03-05', 'title: My Great Title', '/p/low/z/'],
  [':sections[9]', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/z/'],
  [':sections[1:]', '2024-12-30', 'title: My Great Title', '/p/deep/low/z/'],
  [':sections[:1]', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/sec/z/'],
  [':sections[:last]', '2023-12-31', 'title: My Great Title', '/p/sec/deep/z/'],
  [':sections[0:2]', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/sec/deep/z/'],
  [':sections[1:9]', '2024-03-05', 'title: My Great Title', '/p/deep/low/z/'],
  [':sections[x]', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/sec/z/'],
  [':sectionslug', '2024-12-30', 'title: My Great Title', '/p/top-sec/z/'],
  [':sectionslugs', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/top-sec/dp/x/z/'],
  [':sectionslugs[1:]', '2023-12-31', 'title: My Great Title', '/p/dp/x/z/'],
  [':sectionslugs[last]', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/x/z/'],
  [':title', '2024-03-05', 'title: My Great Title', '/p/my-great-title/z/'],
  [':slug', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/the-slug/z/'],
  [':filename', '2024-12-30', 'title: My Great Title', '/p/my-file/z/'],
  [':contentbasename', '2024-03-05', 'title: My Great Title\nslug: The Slug', '/p/my-file/z/'],
  [':slugorfilename', '2023-12-31', 'title: My Great Title', '/p/my-file/z/'],
  [':slugorcontentbasename', '2024-12-30', 'title: My Great Title\nslug: The Slug', '/p/the-slug/z/'],
  ['a\\:b', '2024-03-05', 'title: My Great Title', '/p/ab/z/'],
  [':year/:month', '2023-12-31', 'title: My Great Title\nslug: The Slug', '/p/2023/12/z/'],
  [':title-:day', '2024-12-30', 'title: My Great Title', '/p/my-great-title-30/z/'],
  ['x:', '2023-12-31', 'title: My Great Title', '/p/x/z/'],
])('permalink %s of a page of %s with %j is %s', async (pattern, date, front, address) => {
  const tree = memoryTree({
    'hugo.toml': `[permalinks.page]\nsec = '/p/${pattern}/z/'\n`,
    'content/sec/_index.md': '---\ntitle: Top Sec\n---\n',
    'content/sec/Deep/_index.md': '---\ntitle: The Deep\nslug: dp\n---\n',
    'content/sec/Deep/low/_index.md': '---\ntitle: x\n---\n',
    'content/sec/Deep/low/My File.md': `---\n${front}\ndate: ${date}\n---\n`,
  });
  const handbook = await openHandbook({ root: tree.root, tree, hugo: '0.169' });
  expect(handbook.page('content/sec/Deep/low/My File.md')?.address).toBe(address);
});

test.each([
  ['/:filename/', { isSection: true }, '//'],
  ['/:slugorfilename/', { isSection: true }, '//'],
  ['/:slugorfilename/', { isSection: true, slug: 'S' }, '/s/'],
  ['/:contentbasename/', { isSection: true }, '/rules/'],
  ['/:slug/', { slug: 'S' }, '/s/'],
  ['/:title/', { keepsCase: true }, '/Watch-rules/'],
  ['/:sections[0]/', { sections: [] }, '//'],
  ['/:sections[last]/', { sections: [] }, '//'],
  ['/:sections[1]/', {}, '/deck/'],
  ['/:sections[2]/', {}, '//'],
  ['/:sections[:last]/', {}, '/crew/'],
  ['/:sections[1:9]/', {}, '/deck/'],
  ['/:sections[0:1]/', {}, '/crew/'],
])('%s with %j is %s', (pattern, more, address) => {
  expect(expandPattern(pattern, { ...page, ...more })).toBe(address);
});

test('patterns that ask for a date', () => {
  const patterns = ['/:year/', '/:monthname/', '/:yearday/', '/:2006/', '/:Jan/', '/:slug/', '/:title/', '/day/'];
  expect(patterns.map(needsDate)).toEqual([true, true, true, true, true, false, false, false]);
});

// Run with Hugo 0.131 and 0.169: since 0.161.0 the page's path counts, before the folders that it lies in.
test.each([
  ['page', '/docs/a', ['docs'], '1', '1'],
  ['page', '/docs/deep/a', ['docs', 'deep'], '2', '2'],
  ['page', '/docs/deep/er/a', ['docs', 'deep', 'er'], '2', '2'],
  ['page', '/a', [], '3', '3'],
  ['page', '/docs', [], '1', '3'],
  ['page', '/docsx/a', ['docsx'], undefined, undefined],
  ['page', '/other/a', ['other'], undefined, undefined],
  ['section', '/docs', ['docs'], '4', '4'],
  ['section', '/posts', ['posts'], undefined, undefined],
  ['page', '/posts/a', ['posts'], '6', '6'],
  ['term', '/posts/a', ['posts'], '6', '6'],
  ['page', '/time-off/a', ['Time off'], '7', '7'],
  ['page', '/sick-leave/a', ['sick leave'], undefined, undefined],
])('the rule for a %s at %s in %j is %s, and was %s', (kind, path, folders, newer, older) => {
  const permalinks = {
    page: { docs: '1', '/docs/deep/': '2', '/': '3', posts: 5 },
    section: { docs: '4' },
    posts: '6',
    'time-off': '7',
    'sick leave': '8',
  };
  const rules = permalinkRules(tableOf({ permalinks }));
  const by = (version: string) => ruleFor(rules, { kind, path, folders }, version)?.pattern;
  expect([by('0.169.0'), by('0.131.0')]).toEqual([newer, older]);
});

test('rules with targets', () => {
  const permalinks = [
    { pattern: '1', target: { kind: 'page', path: '/a/**' } },
    { pattern: '2', target: { lang: 'de' } },
    { pattern: '3', target: { sites: {} } },
    { pattern: '4', target: { environment: 'development' } },
    { pattern: '5', target: { environment: 'production' } },
    { pattern: '6' },
  ];
  expect(permalinkRules(tableOf({ permalinks }))).toEqual([
    { kind: 'page', path: '/a/**', section: null, pattern: '1' },
    { kind: '*', path: '**', section: null, pattern: '5' },
    { kind: '*', path: '**', section: null, pattern: '6' },
  ]);
});

test.each([
  ['tags', 'tags'],
  ['tag', 'tags'],
  ['story', 'stories'],
  ['day', 'days'],
  ['y', 'ies'],
  ['box', 'boxes'],
  ['church', 'churches'],
  ['dish', 'dishes'],
  ['salesperson', 'salespeople'],
  ['people', 'people'],
  ['grandchild', 'grandchildren'],
  ['woman', 'women'],
  ['media', 'media'],
  ['datum', 'data'],
  ['index', 'indices'],
  ['radius', 'radii'],
  ['analysis', 'analyses'],
  ['process', 'processes'],
  ['status', 'statuses'],
  ['news', 'news'],
])('the title of the folder %s is %s', (name, title) => {
  expect(titleOfFolder(name)).toBe(title);
});
