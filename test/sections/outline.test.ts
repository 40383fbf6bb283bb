import { expect, test } from 'vitest';
import { readOutline } from '../../src/sections/outline/read-outline.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const include = (name: string) => `{{% include "includes/${name}.md" %}}`;

async function outlineOf(files: Readonly<Record<string, string>>) {
  const handbook = await memoryHandbook({ 'content/_index.md': '# Home\n', ...files });
  const page = handbook.page('content/a.md')!;
  const outline = readOutline(page, handbook);
  return {
    lead: outline.lead.length,
    sections: outline.sections.map(({ level, text, parent, end, pieces, place }) => ({
      heading: `${'#'.repeat(level)} ${text}`,
      parent,
      end,
      pieces: pieces.map((piece) => (piece.kind === 'block' ? piece.block.type : piece.kind)).join(' '),
      from: place.page.path.replace(/^.*\//, ''),
      shown: page.text.slice(...place.onPage),
    })),
  };
}

test('headings nest, and what stands below them belongs to the nearest', async () => {
  const { lead, sections } = await outlineOf({
    'content/a.md': 'Hello.\n\n# A\n\n### C\n\n- x\n\n## B\n\n| a |\n| - |\n\nText.\n\n# D\n',
  });
  expect(lead).toBe(1);
  expect(sections.map(({ heading, parent, end, pieces }) => [heading, parent, end, pieces])).toEqual([
    ['# A', null, 3, ''],
    ['### C', 0, 2, 'list'],
    ['## B', 0, 3, 'table paragraph'],
    ['# D', null, 4, ''],
  ]);
});

test('an include takes the place of its call, and so does an include in it', async () => {
  const { sections } = await outlineOf({
    'content/a.md': `# A\n\n${include('one')}\n\nAfter.\n\n${include('two')}\n`,
    'assets/includes/one.md': `One.\n\n## From one\n\n${include('two')}\n`,
    'assets/includes/two.md': '## From two\n\n- x\n',
  });
  expect(sections.map(({ heading, pieces, from, shown }) => [heading, pieces, from, shown])).toEqual([
    ['# A', 'paragraph', 'a.md', 'A'],
    ['## From one', '', 'one.md', include('one')],
    ['## From two', 'list paragraph', 'two.md', include('one')],
    ['## From two', 'list', 'two.md', include('two')],
  ]);
});

test('includes in includes are followed to the twenty-first', async () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [
        `assets/includes/${at}.md`,
        at === length - 1 ? '## Last\n' : `${include(String(at + 1))}\n`,
      ]),
    );
  const shown = async (length: number) => {
    const { lead, sections } = await outlineOf({ 'content/a.md': `${include('0')}\n`, ...chain(length) });
    return [lead, sections.map(({ heading }) => heading)];
  };
  expect(await shown(20)).toEqual([0, ['## Last']]);
  expect(await shown(21)).toEqual([1, []]);
});

test('what cannot be read shows something that nobody knows', async () => {
  const { sections } = await outlineOf({
    'content/a.md': `# Missing\n\n${include('gone')}\n\n# Circular\n\n${include('loop')}\n\n# Video\n\n{{< youtube "x" >}}\n\n# Example\n\n\`\`\`text\n${include('loop')}\n\`\`\`\n`,
    'assets/includes/loop.md': include('loop'),
  });
  expect(sections.map(({ heading, pieces }) => [heading, pieces])).toEqual([
    ['# Missing', 'opaque'],
    ['# Circular', 'opaque'],
    ['# Video', 'opaque'],
    ['# Example', 'code'],
  ]);
});

test.each([
  ['a shortcode for comments', '{{% comment %}}\n', '\n{{% /comment %}}'],
  ['a shortcode for comments in one line', '{{% comment %}} ', ' {{% /comment %}}'],
  ['hidden HTML', '<div hidden>\n\n', '\n\n</div>'],
])('an include inside of %s shows nothing', async (_, before, after) => {
  const { sections } = await outlineOf({
    'content/a.md': `# A\n\n${before}${include('one')}${after}\n`,
    'assets/includes/one.md': '## From one\n\nText.\n',
  });
  expect(sections.map(({ heading, pieces }) => [heading, pieces])).toEqual([['# A', '']]);
});

test('headings in tabs of MkDocs stand where they are, and so do those after them', async () => {
  const handbook = await memoryHandbook({
    'mkdocs.yml': 'site_name: Harbour\nmarkdown_extensions: [pymdownx.tabbed, pymdownx.details]\n',
    'docs/a.md':
      '# A\n\n- x\n- y\n\n=== "Day"\n\n    ### Watch\n\n    - z\n\n??? note "Night"\n\n    Text.\n\n## B\n\nText.\n',
  });
  const { sections } = readOutline(handbook.page('docs/a.md')!, handbook);
  expect(
    sections.map(({ level, text, pieces }) => [
      level,
      text,
      pieces.flatMap((piece) => (piece.kind === 'block' ? piece.block.type : [])).join(' '),
    ]),
  ).toEqual([
    [1, 'A', 'list'],
    [7, 'Day', 'paragraph'],
    [3, 'Watch', 'list'],
    [7, 'Night', 'paragraph paragraph'],
    [2, 'B', 'paragraph'],
  ]);
});
