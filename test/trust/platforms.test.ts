import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

/** What is found, as `path rule message`. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const handbook = await memoryHandbook({ 'content/_index.md': '', ...files });
  return lint(handbook, { rules }).findings.map(({ path, rule, message }) => `${path} ${rule} ${message}`);
}

const composed = 'caf\u00e9';
const decomposed = 'cafe\u0301';

test('a name that a Mac has taken apart is another than what a keyboard writes, as it is for Hugo and for servers', async () => {
  for (const [name, link, broken] of [
    [composed, composed, 0],
    [composed, encodeURI(composed), 0],
    [decomposed, encodeURI(decomposed), 0],
    [decomposed, composed, 1],
    [composed, decomposed, 1],
  ] as const)
    expect(await found({ [`content/${name}.md`]: '## A\n', 'content/b.md': `[x](/${link}/#a)\n` })).toHaveLength(
      broken,
    );
});

test('blanks, # and ? and % in names are met by links that write them as a browser does', async () => {
  const files = { 'static/a b#c?d%.png': '', 'static/50%.png': '' };
  const links = '![a](/a%20b%23c%3Fd%25.png) ![b](</a b%23c%3Fd%25.png>) ![c](/50%25.png)\n';
  expect(await found({ ...files, 'content/b.md': links })).toEqual([]);
  expect(await found({ ...files, 'content/b.md': '![a](/a%20b#c?d%.png)\n' })).toHaveLength(1);
});

test('a name in other capital letters is told where the file system would not mind', async () => {
  const [only, ...others] = await found({ 'static/Logo.PNG': '', 'content/b.md': '![a](/logo.png)\n' });
  expect(only).toMatch(/Logo\.PNG/);
  expect(others).toEqual([]);
});

test('backslashes and drive letters in what pages say lead nowhere', async () => {
  for (const argument of ['..\\\\..\\\\secret.md', 'C:\\\\secret.md', 'C:/secret.md', '\\\\\\\\server\\\\secret.md']) {
    const [only] = await found({ 'assets/includes/a.md': '', 'content/b.md': `{{% include "${argument}" %}}\n` });
    expect(only).toMatch(/^content\/b\.md handbook-include /);
  }
});

test('pages with lines as Windows ends them say the same', async () => {
  const page = '---\ntitle: B\n---\n\n## A\n\n[x](#b)\n\n- one\n- two\n';
  expect(await found({ 'content/b.md': page.replaceAll('\n', '\r\n') })).toEqual(await found({ 'content/b.md': page }));
});
