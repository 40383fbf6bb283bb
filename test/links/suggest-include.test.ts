import { expect, test } from 'vitest';
import { suggestInclude } from '../../src/links/suggest-include.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const paths = ['crew/watches.md', 'crew/rota.md', 'deck/rules.md', 'engine/rules.md', 'galley/menu-list.md'];

test.each([
  ['another way to join words', 'includes/galley/menu_list.md', 'includes/galley/menu-list.md', true],
  ['other capitals', 'includes/crew/Watches.md', 'includes/crew/watches.md', true],
  ['one slip', 'includes/crew/watchs.md', 'includes/crew/watches.md', true],
  ['two slips', 'includes/galley/meny-lits.md', 'includes/galley/menu-list.md', false],
  ['a slip in a folder', 'includes/gallay/menu-list.md', 'includes/galley/menu-list.md', true],
  ['a slip in two places', 'includes/gallay/menu-lsit.md', undefined, undefined],
  ['another folder', 'includes/bridge/watches.md', 'includes/crew/watches.md', false],
  ['a folder less', 'includes/rota.md', 'includes/crew/rota.md', false],
  ['a name in two other folders', 'includes/bridge/rules.md', undefined, undefined],
  ['nothing of the kind', 'includes/crew/anchors.md', undefined, undefined],
])('a call with %s', async (_, argument, expected, safe) => {
  const handbook = await memoryHandbook({
    'content/a.md': '',
    ...Object.fromEntries(paths.map((path) => [`assets/includes/${path}`, ''])),
  });
  const near = suggestInclude(`assets/${argument}`, argument, 'include', handbook);
  expect([near?.argument, near?.safe]).toEqual([expected, safe]);
});

test.each([
  ['./includes/crew/watchs.md', 'includes/crew/watches.md'],
  ['includes//crew/watchs.md', 'includes/crew/watches.md'],
  ['includes/x/../crew/watchs.md', 'includes/crew/watches.md'],
  ['/includes/crew/watchs.md', '/includes/crew/watches.md'],
])('a call that is written in a indirect way, %s', async (argument, expected) => {
  const files = { 'content/a.md': '', 'assets/includes/crew/watches.md': '' };
  const call = `{{% include "${argument}" %}}\n`;
  const handbook = await memoryHandbook({ ...files, 'content/a.md': call });
  const [include] = handbook.includes(handbook.page('content/a.md')!);
  expect(include?.state).toEqual({ kind: 'missing', path: 'assets/includes/crew/watchs.md' });
  expect(suggestInclude('assets/includes/crew/watchs.md', argument, 'include', handbook)?.argument).toBe(expected);
  const mended = await memoryHandbook({ ...files, 'content/a.md': call.replace(argument, expected) });
  expect(mended.includes(mended.page('content/a.md')!)[0]?.state.kind).toBe('found');
});

test('a file that the call cannot name is none', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'includes: {folders: [parts, assets/includes], root: assets}\n',
    'content/a.md': '',
    'parts/watches.md': '',
  });
  expect(suggestInclude('assets/includes/watches.md', 'includes/watches.md', 'include', handbook)).toBeUndefined();
});

test('a page of content is no include', async () => {
  const handbook = await memoryHandbook({ 'content/watches.md': '', 'assets/includes/rota.md': '' });
  expect(suggestInclude('assets/includes/watches.md', 'includes/watches.md', 'include', handbook)).toBeUndefined();
});

test.each([
  ['the whole repository', '{{ readFile (.Get 0) | markdownify }}', 'assets/includes/watches.md'],
  ['its assets', '{{ (resources.Get (.Get 0)).Content | markdownify }}', 'includes/watches.md'],
])('a call whose template counts from %s', async (_, template, expected) => {
  const files = { 'layouts/shortcodes/include.html': template, 'assets/includes/watches.md': '' };
  const call = (argument: string) => `{{< include "${argument}" >}} {{% include "${argument}" %}}\n`;
  const handbook = await memoryHandbook({ ...files, 'content/a.md': call('crew/watches.md') });
  const missing = handbook.includes(handbook.page('content/a.md')!).find(({ state }) => state.kind === 'missing');
  const path = missing?.state.kind === 'missing' ? missing.state.path : '';
  expect(suggestInclude(path, 'crew/watches.md', 'include', handbook)?.argument).toBe(expected);
  const mended = await memoryHandbook({ ...files, 'content/a.md': call(expected) });
  expect(mended.includes(mended.page('content/a.md')!).map(({ state }) => state.kind)).toContain('found');
});
