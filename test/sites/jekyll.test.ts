import { expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = (text: string) => `---\ntitle: A\n---\n\n${text}\n`;

/** What a link on a site with this layout comes to, by Jekyll 4.4.1. */
async function outcome(layout: string, href: string): Promise<string | undefined> {
  const handbook = await memoryHandbook({
    '_config.yml': 'title: Crew\n',
    '_layouts/page.html': layout,
    'a.md': page(`[x](${href})`),
    'b.md': page('## Deck'),
  });
  return judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome;
}

test.each([
  ['<main id="main">{{ content }}</main>', 'b.html#main', 'found'],
  ['<main id="main">{{ content }}</main>', 'b.html#mast', 'broken'],
  ['{% for s in site.steps %}<h2 id="{{ s.title | slugify }}">{% endfor %}', 'b.html#mast', 'unknown'],
  ['<ul id="list-{{ forloop.index }}">', 'b.html#mast', 'broken'],
])('ids of layouts: %s', async (layout, href, wanted) => {
  expect(await outcome(layout, href)).toBe(wanted);
});

// By Jekyll 4.4.1: defaults of posts are none of pages.
test.each([
  ['pages', '/crew/b.html', 'broken'],
  ['pages', '/decks/b/', 'found'],
  ['posts', '/crew/b.html', 'found'],
  ['posts', '/decks/b/', 'broken'],
])('a permalink for %s by default: %s', async (type, href, wanted) => {
  const scope = `  - scope: {path: crew, type: ${type}}\n    values: {permalink: /decks/:basename/}\n`;
  const files = { '_config.yml': `defaults:\n${scope}`, 'a.md': page(`[x](${href})`), 'crew/b.md': page('# B') };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

// By jekyll-optional-front-matter 0.3.4: what belongs to the repository stays as it is.
test.each([
  ['notes.md', 'broken'],
  ['LICENSE.md', 'unknown'],
  ['CONTRIBUTING.md', 'unknown'],
])('links of %s, which has no front matter, are judged where the site renders it', async (path, wanted) => {
  const config = 'plugins: [jekyll-optional-front-matter]\n';
  const handbook = await memoryHandbook({ '_config.yml': config, [path]: '[x](gone.html)\n' });
  expect(judgeLinks(handbook.page(path)!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test('a folder is served at its index by name as well', async () => {
  const files = { '_config.yml': '', 'a.md': page('[x](/crew/index) [x](/crew/index.html) [x](/gone/index)') };
  const handbook = await memoryHandbook({ ...files, 'crew/index.md': page('# Crew') });
  const answers = judgeLinks(handbook.page('a.md')!, handbook).map(({ resolution }) => resolution.outcome);
  expect(answers).toEqual(['found', 'found', 'broken']);
});

test.each([
  ['##  Two   gaps', 'two---gaps', 'found'],
  ['## Deck ![plan](plan.png) below', 'deck--below', 'found'],
  ['Text[^tide].\n\n[^tide]: Low.', 'fn:tide', 'found'],
  ['Text[^tide].\n\n[^tide]: Low.', 'fn:1', 'broken'],
])('ids that kramdown 2.5.2 makes of %j', async (text, id, wanted) => {
  const files = { '_config.yml': '', 'a.md': page(`[x](b.html#${id})`), 'b.md': page(text) };
  const handbook = await memoryHandbook(files);
  expect(judgeLinks(handbook.page('a.md')!, handbook)[0]?.resolution.outcome).toBe(wanted);
});

test('a full address whose first folder has no page may be another project on the host', async () => {
  const text = '[x](https://crew.example.io/other/) [x](https://crew.example.io/crew/gone.html)';
  const files = { '_config.yml': 'url: https://crew.example.io\n', 'a.md': page(text), 'crew/b.md': page('') };
  const handbook = await memoryHandbook(files);
  const answers = judgeLinks(handbook.page('a.md')!, handbook).map(({ resolution }) => resolution.outcome);
  expect(answers).toEqual(['unknown', 'broken']);
});
