import { expect, it } from 'vitest';
import { movesOf, planMove } from '../../src/edits/move-files.ts';
import { planRename } from '../../src/edits/rename-heading.ts';
import { groundOf, shownEdits } from './ground.ts';

/** Moves a file or folder; the edits and what was left alone as lines. */
async function move(files: Readonly<Record<string, string>>, from: string, to: string) {
  const ground = await groundOf(files);
  const plan = await planMove(ground, movesOf(from, to, ground.tree), 'alias');
  return {
    edits: shownEdits(plan),
    untouched: plan.untouched.map(({ path, range, written, kind }) => {
      expect(plan.texts.get(path)?.slice(...range)).toBe(written);
      return `${path}: ${kind} ${written}`;
    }),
  };
}

const mkdocs = {
  'mkdocs.yml': [
    'site_name: Ship',
    'nav:',
    '  - index.md',
    '  - crew/watch.md: "crew/watch.md"',
    "  - Crew: [./crew/list.md, 'https://example.com/crew/watch.md', crew/watch.md#night]",
    'plugins:',
    '  - redirects:',
    '      redirect_maps:',
    '        crew/list.md: crew/watch.md#night',
    'extra:',
    '  note: crew/watch.md',
    '',
  ].join('\n'),
  'docs/index.md': '# Home\n',
  'docs/crew/watch.md': '# Watch\n\n## Night\n',
  'docs/crew/list.md': '# List\n',
};

it('keeps the menu and the redirects of mkdocs.yml, and lists what only looks like a page there', async () => {
  expect(await move(mkdocs, 'docs/crew/watch.md', 'docs/ship/watch.md')).toEqual({
    edits: ['mkdocs.yml: crew/watch.md → ship/watch.md', 'mkdocs.yml: crew/watch.md → ship/watch.md'],
    untouched: [
      'mkdocs.yml: unsure crew/watch.md',
      'mkdocs.yml: unsure crew/watch.md#night',
      'mkdocs.yml: unsure crew/watch.md',
    ],
  });
  expect((await move(mkdocs, 'docs/crew', 'docs/ship/crew')).edits).toEqual([
    'mkdocs.yml: crew/watch.md → ship/crew/watch.md',
    'mkdocs.yml: ./crew/list.md → ship/crew/list.md',
    'mkdocs.yml: crew/watch.md → ship/crew/watch.md',
  ]);
});

const docusaurus = (sidebarPath: string) => ({
  'docusaurus.config.js': `export default { baseUrl: '/', presets: [['classic', { docs: { sidebarPath: ${sidebarPath} } }]] };\n`,
  'docs/01-crew/02-watch.md': '# Watch\n',
  'docs/01-crew/list.md': '---\nid: roster\n---\n\n# List\n',
});

it('keeps the ids of docs in sidebars of JSON', async () => {
  const sidebars = {
    docs: [
      'crew/watch',
      { type: 'doc', id: 'crew/watch', label: 'crew/watch' },
      { type: 'category', label: 'Crew', link: { type: 'doc', id: 'crew/roster' }, items: ['crew/roster'] },
      { Ship: ['crew/watch'] },
    ],
  };
  const files = { ...docusaurus("'./sidebars.json'"), 'sidebars.json': JSON.stringify(sidebars, null, 2) };
  const { edits } = await move(files, 'docs/01-crew/02-watch.md', 'docs/ship/3-guard.md');
  expect(edits).toEqual(Array(3).fill('sidebars.json: crew/watch → ship/guard'));
  expect((await move(files, 'docs/01-crew/list.md', 'docs/list.md')).edits).toEqual(
    Array(2).fill('sidebars.json: crew/roster → roster'),
  );
  expect((await move(files, 'docs/01-crew', 'docs/09-crew')).edits).toEqual([]);
  expect((await move(files, 'docs/01-crew', 'docs/01-ship/02-crew')).edits.toSorted()).toEqual([
    ...Array(2).fill('sidebars.json: crew/roster → ship/crew/roster'),
    ...Array(3).fill('sidebars.json: crew/watch → ship/crew/watch'),
  ]);
});

it.each(["'./sidebars.js'", "require.resolve('./sidebars.js')"])(
  'lists the ids of docs in sidebars that are a script, and leaves them alone (%s)',
  async (path) => {
    const files = { ...docusaurus(path), 'sidebars.js': "module.exports = { docs: ['crew/watch', `crew/roster`] };\n" };
    expect(await move(files, 'docs/01-crew/02-watch.md', 'docs/ship/watch.md')).toEqual({
      edits: [],
      untouched: ['sidebars.js: unsure crew/watch'],
    });
    expect((await move(files, 'docs/01-crew/02-watch.md', 'docs/crew/watch.md')).untouched).toEqual([]);
  },
);

it('lists menus and data that name a renamed heading', async () => {
  const ground = await groundOf({
    '.vitepress/config.mts':
      "export default { themeConfig: { nav: [{ link: '/crew/watch#night' }, { link: '/crew/watch#day' }, { link: '/crew/list#night' }] } };\n",
    'crew/watch.md': '# Watch\n\n## Night\n\n## Day\n',
    'crew/list.md': '# List\n\n## Night\n',
  });
  const page = ground.handbook.page('crew/watch.md')!;
  const rename = { page, index: 1, keepsId: false };
  const plan = await planRename(ground, { ...rename, words: 'Dusk' });
  expect(plan.untouched.map(({ path, written }) => `${path}: ${written}`)).toEqual([
    '.vitepress/config.mts: /crew/watch#night',
  ]);
  expect((await planRename(ground, { ...rename, words: '*Night*' })).untouched).toEqual([]);
});

it('lists menus and data that name a moved page, whatever makes the site', async () => {
  const vitepress = {
    '.vitepress/config.mts':
      "export default { themeConfig: { sidebar: [{ text: 'Watch', link: '/crew/watch' }, '/crew/watch.md'] } };\n",
    'crew/watch.md': '# Watch\n',
  };
  expect((await move(vitepress, 'crew/watch.md', 'ship/watch.md')).untouched).toEqual([
    '.vitepress/config.mts: unsure /crew/watch',
    '.vitepress/config.mts: unsure /crew/watch.md',
  ]);
  const jekyll = {
    '_config.yml': 'title: Ship\n',
    '_data/menu.yml': '- url: /crew/watch.html\n- url: /crew/watches.html\n- text: watch\n',
    'crew/watch.md': '---\n---\n\n# Watch\n',
    'assets/app.js': 'import x from "./crew/watch";\n',
  };
  expect((await move(jekyll, 'crew/watch.md', 'ship/watch.md')).untouched).toEqual([
    '_data/menu.yml: unsure /crew/watch.html',
  ]);
  const hugo = {
    'hugo.toml': '[[menus.main]]\npageRef = "/crew/watch"\nurl = "/crew/watch/#night"\n',
    'content/crew/watch.md': '# Watch\n',
  };
  expect((await move(hugo, 'content/crew', 'content/ship')).untouched).toEqual([
    'hugo.toml: unsure /crew/watch',
    'hugo.toml: unsure /crew/watch/#night',
  ]);
});
