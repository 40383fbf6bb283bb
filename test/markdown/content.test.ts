import { expect, it } from 'vitest';
import type { Block } from '../../src/markdown/facts.ts';
import { contentOf, factsOf, useParsers } from './both-parsers.ts';

useParsers();

/** Blocks as short lines, nested ones indented. */
function outline(text: string): string[] {
  const facts = factsOf(text);
  const show = (block: Block): string[] => {
    switch (block.type) {
      case 'heading':
        return [`# ${facts.headings[block.heading]?.text}`];
      case 'shortcode':
        return [`{{${facts.shortcodes[block.shortcode]?.name}}}`];
      case 'list':
        return block.items.flatMap((item) => [
          `${block.ordered ? '1.' : '-'} ${item.text}|${text.slice(...item.textRange)}`,
          ...item.children.flatMap(show).map((line) => `  ${line}`),
        ]);
      case 'table':
        return [block.header, ...block.rows].map((row) => row.map((cell) => text.slice(...cell.textRange)).join(' / '));
      case 'code':
        return [`code ${block.language}`];
      case 'image':
        return [`image ${text.slice(...block.range)}`];
      default:
        return [`${block.type} ${block.text}`];
    }
  };
  return contentOf(text).blocks.flatMap(show);
}

it('lists blocks in order, those in quotes and shortcode bodies too', () => {
  const text = [
    '---\ntitle: x\n---\nIntro **text**\nhere\n',
    '## One\n',
    '1. first [link](/x)\n1. second\n   - nested\n\n     more\n',
    '> quoted\n',
    '{{% include "a.md" %}}\n',
    '{{< note >}}\nin note {{< icon >}}\n{{< /note >}}\n',
    '{{% tip %}}\nin tip\n{{% /tip %}}\n',
    '| a | b |\n|---|---|\n| c `\\|` | [d](/x) |\n',
    '```js\ncode\n```\n',
    '<p>html <b>text</b></p>\n',
    '![alt](/i.png)\n',
    '<!-- comment -->\n',
    '- [ ] task\n- {{% include "b.md" %}}\n-\n',
  ].join('\n');
  expect(outline(text)).toEqual([
    'paragraph Intro text here',
    '# One',
    '1. first link|first [link](/x)',
    '1. second|second',
    '  - nested|nested',
    '    paragraph more',
    'paragraph quoted',
    '{{include}}',
    '{{note}}',
    'paragraph in note',
    '{{tip}}',
    'paragraph in tip',
    'a / b',
    'c `\\|` / [d](/x)',
    'code js',
    'html html text',
    'image ![alt](/i.png)',
    'html ',
    '- task|task',
    '- |',
    '  {{include}}',
    '- |',
  ]);
});

it('puts a shortcode between items into the item above it', () => {
  expect(outline('- a\n  {{% x %}}\n- b\n\n{{% y %}}\n')).toEqual(['- a|a', '  {{x}}', '- b|b', '{{y}}']);
});
