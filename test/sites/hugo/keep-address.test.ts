import { expect, test } from 'vitest';
import type { Heading } from '../../../src/markdown/facts.ts';
import { loadParsers } from '../../../src/markdown/parse.ts';
import { readPage } from '../../../src/markdown/read-page.ts';
import type { Page } from '../../../src/model/handbook.ts';
import { keepAddress, keepId } from '../../../src/sites/hugo/keep-address.ts';

/** The page with what is written into it; `null` where nothing can be. */
async function kept(text: string): Promise<string | null> {
  await loadParsers();
  const page = { text, facts: readPage(text) } as unknown as Page;
  const { range, text: written } = keepAddress(page, '/old/');
  return written === null ? null : text.slice(0, range[0]) + written + text.slice(range[1]);
}

test.each([
  ['# A\n', '---\naliases:\n  - /old/\n---\n\n# A\n'],
  ['---\ntitle: A\n---\n', '---\naliases:\n  - /old/\ntitle: A\n---\n'],
  ['\n---\ntitle: A\n---\n', '\n---\naliases:\n  - /old/\ntitle: A\n---\n'],
  ['---\n---\n', '---\naliases:\n  - /old/\n---\n'],
  ['---\naliases:\n  - /a/\ntitle: A\n---\n', '---\naliases:\n  - /a/\n  - /old/\ntitle: A\n---\n'],
  ['---\nAliases:\n- /a/\n- /b/\n---\n', '---\nAliases:\n- /a/\n- /b/\n- /old/\n---\n'],
  ['---\naliases: [/a/]\n---\n', '---\naliases: [/a/, /old/]\n---\n'],
  ['---\naliases: [/a/, /b/ , ]\n---\n', '---\naliases: [/a/, /b/, /old/]\n---\n'],
  ['---\naliases:\ntitle: A\n---\n', '---\naliases: [/old/]\ntitle: A\n---\n'],
  ['---\naliases: \n---\n', '---\naliases: [/old/]\n---\n'],
  ['---\naliases: # none\n---\n', '---\naliases: [/old/] # none\n---\n'],
  ['---\naliases: null\n---\n', '---\naliases: [/old/]\n---\n'],
  ['---\naliases: []\n---\n', '---\naliases: [/old/]\n---\n'],
  ['---\naliases: [ ]\n---\n', '---\naliases: [/old/]\n---\n'],
  ['---\naliases: /a/\n---\n', '---\naliases: [/a/, /old/]\n---\n'],
  ['---\naliases: [\n  /a/,\n  /b/\n]\n---\n', '---\naliases: [\n  /a/,\n  /b/, /old/]\n---\n'],
  ['+++\ntitle = "A"\n+++\n', null],
  ['{"title": "A"}\n', null],
])('in %j an old address is kept by %j', async (text, expected) => {
  expect(await kept(text)).toBe(expected);
});

test.each([
  ['a', undefined, 'Words {#a}'],
  ['a.b:c-d_1', undefined, 'Words {#a.b:c-d_1}'],
  ['é', undefined, 'Words {#é}'],
  ['a b', undefined, null],
  ['', undefined, null],
  ['a', 'own', null],
])('an old id %j of a heading with the id %s is kept by %j', (old, id, expected) => {
  expect(keepId({ ...(id === undefined ? {} : { id }) } as Heading, 'Words', old)).toBe(expected);
});
