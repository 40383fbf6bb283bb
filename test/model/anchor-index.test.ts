import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import type { Anchor } from '../../src/model/handbook.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

async function indexOf(text: string, include = '') {
  const handbook = await memoryHandbook({ 'content/a.md': text, 'assets/includes/a.md': include });
  const page = handbook.page('content/a.md')!;
  return { page, ids: handbook.anchors(page).ids, get: (id: string) => handbook.anchor(page, id) };
}

const plain = ({ path, id, heading, headingIndex, positional }: Anchor) => ({
  path,
  id,
  heading,
  headingIndex,
  positional,
});

const headings = (count: number) => Array.from({ length: count }, (_, i) => `## Entry ${i % 200}\n\n`).join('');

describe.each([3, 299, 300, 301, 1000])('among %i headings', (count) => {
  test('every id is found as it was collected, and no other', async () => {
    const text = `${headings(count)}Words\n{#words}\n\n{{% include "includes/a.md" %}}\n`;
    const { ids, get } = await indexOf(text, '## Shared\n\n<a id="raw"></a>\n');
    expect(ids.size).toBe(count + 3);
    for (const [id, anchor] of ids) expect(plain(get(id)!)).toEqual(plain(anchor));
    for (const id of ['', 'entry', 'ntry-1', 'entry-1\nentry-2', '\n', 'shared\n', 'shared\t', 'entry-1\t2', '\t'])
      expect(get(id)).toBeUndefined();
  });
});

test.each([['one\ntwo'], ['one\ttwo'], ['one\t2']])('an id like %j is found too', async (id) => {
  const { get } = await indexOf(`<a id="${id}"></a>\n\n## Three\n`);
  expect(get(id)?.id).toBe(id);
  expect(get('one')).toBeUndefined();
  expect(get('three')?.heading).toBe('Three');
});

test('ids that headings alone make are numbered as all others are', async () => {
  const names = [
    'One',
    'one',
    'One 1',
    'One 1 1',
    '1',
    '🚀',
    '—',
    'Größe',
    'One {#one-1}',
    'One {#own}',
    'One {#x}',
    '`a` *b*',
    '',
  ];
  const wanted = [
    'one',
    'one-1',
    'one-1-1',
    'one-1-2',
    'one-2',
    '1',
    'heading',
    'heading-1',
    'own',
    'x',
    '',
    '-1',
    'größe',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 9 }), async (headings) => {
      const { ids, get } = await indexOf(headings.map((name) => `## ${name}\n\n`).join(''));
      for (const [id, anchor] of ids) expect(plain(get(id)!)).toEqual(plain(anchor));
      for (const id of wanted) expect(get(id)?.id).toBe(ids.get(id)?.id);
    }),
  );
});

test('where ids are read with a page, its text is not read for them', async () => {
  const tree = memoryTree({ 'content/a.md': '## One\n\n## Two {#own}\n\n<a id="raw"></a>\n' });
  const read = vi.fn(tree.read);
  const config = { path: 'handbook.yaml', text: 'site: hugo\n' };
  const handbook = await openHandbook({ root: tree.root, tree: { ...tree, read }, config });
  read.mockClear();
  expect([...handbook.anchors(handbook.page('content/a.md')!).ids.keys()]).toEqual(['one', 'own', 'raw']);
  expect(read).not.toHaveBeenCalled();
});

// What is quadratic takes minutes here; in the processor's time, since machines are busy.
test('a miss costs no more on a page of many headings', async () => {
  const { get } = await indexOf(Array.from({ length: 50_000 }, (_, i) => `## Heading of ${i} things\n\n`).join(''));
  get('warm');
  const before = process.cpuUsage();
  for (let i = 0; i < 200_000; i += 1) get(`heading-off-${i}`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(5);
});
