import { expect, test } from 'vitest';
import { memoryTree, UnreadableFile } from '../../../src/files/file-tree.ts';
import { openHandbook } from '../../../src/incremental/open.ts';
import { judgeLinks } from '../../../src/links/judge.ts';
import { describeTakenFor } from '../../../src/sites/taken-for.ts';

const pages = {
  'content/_index.md': '[1](/rooms/)\n\n[2](/halls/)\n\n[3](rooms.md)\n\n[4](#nothing)\n\n[5]({{< ref "halls" >}})\n',
  'content/rooms.md': '',
};

async function verdicts(files: Readonly<Record<string, string>>): Promise<{ outcomes: string; said: string }> {
  const tree = memoryTree({ ...pages, ...files });
  const handbook = await openHandbook({ root: tree.root, tree });
  const links = judgeLinks(handbook.page('content/_index.md')!, handbook);
  return {
    outcomes: links.map(({ resolution }) => resolution.outcome).join(' '),
    said: describeTakenFor(handbook.config),
  };
}

test.each([
  ['hugo.toml', "title = 'A'\nbaseURL = [\n", 'hugo.toml line 3'],
  ['hugo.yaml', 'title: A\nmenus: {\n', 'hugo.yaml line'],
  ['hugo.yaml', 'baseURL: *home\n', 'hugo.yaml'],
  ['hugo.yaml', 'menus: &m {main: *m}\n', 'hugo.yaml'],
  ['config/_default/languages.toml', '[en\n', 'config/_default/languages.toml line 1'],
])('what depends on settings that cannot be read is unknown: %s', async (path, text, place) => {
  const { outcomes, said } = await verdicts({ [path]: text });
  expect(outcomes).toBe('found unknown unknown unknown unknown');
  expect(said).toContain(`by ${place}`);
  expect(said).toContain('which cannot be read');
});

test('settings for Markdown hide ids and what becomes of links, and nothing else', async () => {
  const { outcomes } = await verdicts({ 'hugo.toml': '', 'config/_default/markup.toml': '[goldmark\n' });
  expect(outcomes).toBe('found broken unknown unknown broken');
});

test('settings that no link depends on hide nothing', async () => {
  const readable = await verdicts({ 'hugo.toml': '' });
  const { outcomes, said } = await verdicts({ 'hugo.toml': '', 'config/_default/params.toml': '[a\n' });
  expect(outcomes).toBe(readable.outcomes);
  expect(said).toContain('by config/_default/params.toml line 1, which cannot be read');
});

test('one value that a hundred aliases repeat is read', async () => {
  const menus = Array.from({ length: 200 }, (_, at) => `  m${at}: *m\n`).join('');
  const said = (await verdicts({ 'hugo.yaml': `menus:\n  main: &m []\n${menus}` })).said;
  expect(said).not.toContain('cannot be read');
});

test('a configuration that is there and may not be read is said, and hides all', async () => {
  const tree = memoryTree({ ...pages, 'hugo.toml': '' });
  const read = (path: string) => {
    if (path === 'hugo.toml') throw new UnreadableFile(path, 'forbidden', 'may not be read');
    return tree.read(path);
  };
  const handbook = await openHandbook({ root: tree.root, tree: { ...tree, read } });
  expect(describeTakenFor(handbook.config)).toContain('by hugo.toml, which cannot be read');
  const links = judgeLinks(handbook.page('content/_index.md')!, handbook);
  expect(links.map(({ resolution }) => resolution.outcome)).toEqual(['found', ...Array(4).fill('unknown')]);
});

test.each([
  ['a folder of each language', {}, 'found unknown', '/rooms/'],
  [
    'folders that the settings name',
    { 'config/_default/languages.yaml': 'en: {contentDir: content/en}\nde: {contentDir: content/de}\n' },
    'found broken',
    '/rooms/',
  ],
  [
    'folders whose home pages are HTML',
    { 'content/en/_index.html': '', 'content/de/_index.md': null, 'content/de/_index.html': '' },
    'found unknown',
    '/rooms/',
  ],
  ['a folder of the main language alone', { 'content/de/_index.md': null }, 'broken broken', '/en/rooms/'],
  ['folders of no languages', { 'hugo.yaml': 'languages: {en: {}, fr: {}}\n' }, 'broken broken', '/en/rooms/'],
])('where pages of languages stand whose mounts the build writes: %s', async (_, changed, outcomes, address) => {
  const all: Readonly<Record<string, string | null>> = {
    'hugo.yaml': 'languages: {en: {}, de: {}}\n',
    'content/en/_index.md': '[1](/rooms/)\n\n[2](/halls/)\n',
    'content/en/rooms.md': '',
    'content/de/_index.md': '',
    ...changed,
  };
  const files = Object.fromEntries(
    Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
  );
  const tree = memoryTree(files);
  const handbook = await openHandbook({ root: tree.root, tree });
  const links = judgeLinks(handbook.page('content/en/_index.md')!, handbook);
  expect(links.map(({ resolution }) => resolution.outcome).join(' ')).toBe(outcomes);
  expect(handbook.page('content/en/rooms.md')!.address).toBe(address);
  expect(describeTakenFor(handbook.config).includes('by the mount of content/en, which cannot be read')).toBe(
    outcomes === 'found unknown',
  );
});
