import { expect, test } from 'vitest';
import { type FileTree, memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook, openOver } from '../../src/incremental/open.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = (title: string, body = '') => `---\ntitle: ${title}\n---\n\n${body}\n`;

test('pages are found by path, address, content path, alias and redirect', async () => {
  const handbook = await memoryHandbook({
    'content/_index.md': page('Home'),
    'content/Values/_index.md': page('Values'),
    'content/Values/Working Hours.md': '---\ntitle: Hours\naliases: [/hours/, old]\n---\n',
    'layouts/index.redirects': '/times/* /values/:splat\n',
    'static/images/Logo.png': '',
  });
  const hours = handbook.page('content/Values/Working Hours.md')!;
  expect(hours).toMatchObject({ kind: 'regular', address: '/values/working-hours/', title: 'Hours' });
  expect(handbook.at('/values/working-hours/')).toBe(hours);
  expect(handbook.at('/Values/working-hours/')).toBeUndefined();
  expect(handbook.atIgnoringCase('/Values/Working-Hours/')).toBe(hours);
  expect(handbook.pageAtContentPath('/VALUES/working hours.md')).toBe(hours);
  expect(handbook.pageAtContentPath('/values/_index.md')?.title).toBe('Values');
  expect(handbook.contentFolder(hours)).toBe('/Values');
  expect(handbook.alias('/hours')).toBe(hours.address);
  expect(handbook.alias('/values/old/')).toBe(hours.address);
  expect(handbook.redirect('/times/working-hours/')?.target).toBe('/values/working-hours/');
  expect(handbook.fileAt('/images/Logo.png')).toBe('static/images/Logo.png');
  expect(handbook.fileAtIgnoringCase('/images/logo.PNG')).toBe('/images/Logo.png');
  expect(handbook.pages.map(({ path }) => path)).toEqual([
    'content/Values/Working Hours.md',
    'content/Values/_index.md',
    'content/_index.md',
    'layouts/index.redirects',
  ]);
});

test('headings of includes take part in the numbering of the page', async () => {
  const handbook = await memoryHandbook({
    'content/_index.md': page('Home'),
    'content/a.md': page('A', '## Goals\n\n{{% include "includes/goals.md" %}}\n\n## Goals'),
    'assets/includes/goals.md': '## Goals\n\n## More\n',
  });
  const a = handbook.page('content/a.md')!;
  const { ids } = handbook.anchors(a);
  expect([...ids.keys()]).toEqual(['goals', 'goals-1', 'more', 'goals-2']);
  expect(ids.get('goals-1')).toMatchObject({ path: 'assets/includes/goals.md', headingIndex: 0, positional: true });
  expect(handbook.shownOn(handbook.page('assets/includes/goals.md')!)).toEqual([a]);
});

test('how many files will be read is told before any is', async () => {
  // Without it, pages would be looked at to see what builds the site.
  const site = { 'hugo.toml': '' };
  const pages = { 'content/_index.md': page('Home'), 'content/a.md': page('A') };
  const files = memoryTree({ ...site, ...pages, 'static/a.png': '' });
  const told: (number | string)[] = [];
  const tree: FileTree = {
    ...files,
    list: (folder) => files.list(folder),
    read(path) {
      told.push(path);
      return files.read(path);
    },
  };
  await openHandbook({ root: files.root, tree, onListed: (count) => told.push(count) });
  const isOfPages = (each: number | string) => typeof each === 'number' || each in pages;
  expect(told.filter(isOfPages)).toEqual([2, 'content/_index.md', 'content/a.md']);
});

test('without a cache nothing gets a name, and a state with other files is read anew', async () => {
  const files = {
    'handbook.yaml': '',
    'content/a.md': '# First',
    'content/b.md': '# Second',
    'content/c.md': '# Second',
  };
  const handbook = await openHandbook({ root: '/', tree: memoryTree(files), isOnlyLook: true });
  expect(handbook.pages.every(({ summary }) => summary.interfaceHash === undefined)).toBe(true);
  const other = { ...files, 'content/a.md': '# Second', 'content/b.md': '# First', 'content/d.md': '# Fourth' };
  const before = (await openOver(handbook, memoryTree(other)))!;
  expect(before.pages.map(({ facts }) => facts.headings[0]?.text)).toEqual(['Second', 'First', 'Second', 'Fourth']);
});
