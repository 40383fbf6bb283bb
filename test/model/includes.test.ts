import { describe, expect, test } from 'vitest';
import { memoryHandbook } from '../support/memory-handbook.ts';

const home = { 'content/_index.md': '# Home' };
const call = (path: string) => `{{% include "${path}" %}}\n`;

async function states(files: Record<string, string>, path: string) {
  const handbook = await memoryHandbook({ ...home, ...files });
  return handbook.includes(handbook.page(path)!).map(({ state }) => state);
}

test('what an include call brings', async () => {
  const body = ['includes/a.md', '/includes/a.md', 'includes/gone.md', '../../secret.md', 'data.csv', 'other/b.md', '']
    .map(call)
    .join('\n');
  const found = await states(
    { 'content/p.md': body, 'assets/includes/a.md': 'x', 'assets/data.csv': '1', 'assets/other/b.md': '# B' },
    'content/p.md',
  );
  expect(found.map((state) => (state.kind === 'found' ? state.page.path : state))).toEqual([
    'assets/includes/a.md',
    'assets/includes/a.md',
    { kind: 'missing', path: 'assets/includes/gone.md' },
    { kind: 'outside' },
    { kind: 'unread', why: 'not-markdown' },
    'assets/other/b.md',
    { kind: 'missing', path: 'assets' },
  ]);
});

test('an include call never leads to another drive, and calls of other shortcodes bring nothing', async () => {
  const body = `${call('C:/secret.md')}\n${call('C:\\\\secret.md')}\n{{% other "includes/a.md" %}}\n`;
  const found = await states({ 'content/p.md': body, 'assets/includes/a.md': 'x' }, 'content/p.md');
  expect(found).toEqual([{ kind: 'outside' }, { kind: 'outside' }]);
});

test('calls in code, in comments and escaped ones are no includes', async () => {
  const body = '```\n{{% include "a.md" %}}\n```\n\n<!-- {{% include "a.md" %}} -->\n\n{{%/* include "a.md" */%}}\n';
  expect(await states({ 'content/p.md': body }, 'content/p.md')).toEqual([]);
});

// By Hugo 0.167.0 and 0.169.0.
test('headings that an include brings into a `{{< >}}` are numbered by themselves', async () => {
  const box = (text: string) => `{{< box >}}\n${text}\n{{< /box >}}\n\n`;
  const include = call('includes/a.md');
  const handbook = await memoryHandbook({
    ...home,
    'content/p.md': `${box('one')}## A\n\n${box(include)}${box(include + include)}`,
    'assets/includes/a.md': '## A\n',
  });
  expect([...handbook.anchors(handbook.page('content/p.md')!).ids.keys()]).toEqual(['a', 'a-1']);
  const apart = await memoryHandbook({
    ...home,
    'content/p.md': `${box('one')}## A\n\n${box(include)}${box(include)}`,
    'assets/includes/a.md': '## A\n',
  });
  expect([...apart.anchors(apart.page('content/p.md')!).ids.keys()]).toEqual(['a']);
});

describe('circles', () => {
  test('each call on the way round is told the way', async () => {
    const files = {
      'content/p.md': call('includes/a.md'),
      'assets/includes/a.md': call('includes/b.md'),
      'assets/includes/b.md': `${call('includes/a.md')}\n${call('includes/c.md')}`,
      'assets/includes/c.md': '## C',
    };
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `assets/includes/${name}.md`);
    expect(await states(files, 'content/p.md')).toMatchObject([{ kind: 'found' }]);
    expect(await states(files, a!)).toEqual([{ kind: 'circular', chain: [a, b, a] }]);
    expect(await states(files, b!)).toMatchObject([{ kind: 'circular', chain: [b, a, b] }, { kind: 'found' }]);
    const handbook = await memoryHandbook({ ...home, ...files });
    expect(handbook.anchors(handbook.page('content/p.md')!).ids.size).toBe(0);
    expect(handbook.shownOn(handbook.page(c!)!).map(({ path }) => path)).toEqual(['content/p.md']);
  });

  test('a file that includes itself', async () => {
    const path = 'assets/includes/a.md';
    expect(await states({ [path]: call('includes/a.md') }, path)).toEqual([{ kind: 'circular', chain: [path, path] }]);
  });
});

describe('bounds', () => {
  test('a thousand includes that each include a thousand are cut, at once', async () => {
    const files: Record<string, string> = { ...home };
    const all = Array.from({ length: 1000 }, (_, index) => call(`includes/leaf-${index}.md`)).join('\n');
    for (let index = 0; index < 1000; index++) {
      files[`assets/includes/leaf-${index}.md`] = `## Leaf ${index}`;
      if (index < 60) files[`assets/includes/fan-${index}.md`] = all;
    }
    files['content/p.md'] = Array.from({ length: 60 }, (_, index) => call(`includes/fan-${index}.md`)).join('\n');
    const handbook = await memoryHandbook(files);
    const start = performance.now();
    const page = handbook.page('content/p.md')!;
    const kinds = handbook.includes(page).map(({ state }) => state.kind);
    expect(kinds.filter((kind) => kind === 'found')).toHaveLength(1);
    expect(handbook.includes(page).at(-1)?.state).toEqual({ kind: 'unread', why: 'too-many' });
    expect(handbook.anchors(page).ids.size).toBe(1000);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test.each([
    [50, 'found'],
    [51, 'unread'],
  ])('includes are nested fifty deep, no more: %s', async (length, wanted) => {
    const files: Record<string, string> = { ...home, 'content/p.md': call('includes/0.md') };
    for (let index = 0; index < length; index++)
      files[`assets/includes/${index}.md`] = index === length - 1 ? 'Words.\n' : call(`includes/${index + 1}.md`);
    const handbook = await memoryHandbook(files);
    expect(handbook.includes(handbook.page('content/p.md')!)[0]?.state.kind).toBe(wanted);
  });

  test('a chain of ten thousand includes neither hangs nor overflows', async () => {
    const files: Record<string, string> = { ...home, 'content/p.md': call('includes/0.md') };
    for (let index = 0; index < 10_000; index++)
      files[`assets/includes/${index}.md`] = call(`includes/${index + 1}.md`);
    const handbook = await memoryHandbook(files);
    expect(handbook.includes(handbook.page('content/p.md')!)[0]?.state).toEqual({ kind: 'unread', why: 'too-many' });
    expect(handbook.includes(handbook.page('assets/includes/9990.md')!)[0]?.state.kind).toBe('found');
    expect(handbook.shownOn(handbook.page('assets/includes/9999.md')!).map(({ path }) => path)).toEqual([
      'content/p.md',
    ]);
  });

  test('50,000 headings of one name are numbered in a moment', async () => {
    const handbook = await memoryHandbook({ ...home, 'content/p.md': '## Same\n\n'.repeat(50_000) });
    const start = performance.now();
    const { ids } = handbook.anchors(handbook.page('content/p.md')!);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(ids.size).toBe(50_000);
    expect(ids.has('same-49999')).toBe(true);
  });
});

test('the same include twice numbers its ids on', async () => {
  const handbook = await memoryHandbook({
    ...home,
    'content/p.md': `${call('includes/a.md')}\n## Same\n\n${call('includes/a.md')}`,
    'assets/includes/a.md': '## Same\n\n## Own {#own}\n',
  });
  const { ids } = handbook.anchors(handbook.page('content/p.md')!);
  expect([...ids.keys()]).toEqual(['same', 'own', 'same-1', 'same-2']);
});

test('what `{{< >}}` inserts has a numbering of its own', async () => {
  const handbook = await memoryHandbook({
    ...home,
    'content/p.md': '## Same\n\n{{< include "includes/a.md" >}}\n\n## Same\n',
    'assets/includes/a.md': '## Same\n\n## More\n',
  });
  const { ids } = handbook.anchors(handbook.page('content/p.md')!);
  expect([...ids.keys()]).toEqual(['same', 'more', 'same-1']);
});
