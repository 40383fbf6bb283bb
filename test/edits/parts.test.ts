import { describe, expect, it } from 'vitest';
import { movesOf, planMove } from '../../src/edits/move-files.ts';
import { planRename } from '../../src/edits/rename-heading.ts';
import { groundOf, shownEdits } from './ground.ts';

const headings = '## Night\n\nWords.\n';

const sites = {
  vitepress: {
    'package.json': '{ "devDependencies": { "vitepress": "1.6.4" } }',
    '.vitepress/config.mts': "export default { title: 'Crew' };\n",
    'index.md': '<!--@include: ./parts/watch.md-->\n\n<!-- @include: @/parts/watch.md{1,2} -->\n\n<<< ./parts/a.js\n',
    'crew/index.md': '<!--@include: ../parts/watch.md-->\n\n[own](#night) [there](/#night)\n',
    'parts/watch.md': headings,
    'parts/a.js': '',
  },
  jekyll: {
    '_config.yml': 'title: Crew\n',
    'index.md': '---\n---\n{% include watch.md %}\n\n{% include_relative notes/own.md %}\n',
    'crew/index.md':
      '---\n---\n{% include watch.md %} [own](#night) [there](/index.html#night)\n\n{% include note.html type="tip" %}\n',
    '_includes/watch.md': headings,
    '_includes/note.html': '',
    'notes/own.md': 'Words.\n',
  },
  docusaurus: {
    'package.json': '{ "dependencies": { "@docusaurus/core": "3.10.2" } }',
    'docusaurus.config.js':
      "module.exports = { url: 'https://example.com', baseUrl: '/', presets: [['classic', {}]] };\n",
    'docs/intro.mdx':
      "import Watch from './parts/_watch.mdx';\nimport Plan from '@site/docs/parts/plan.png';\n\n<Watch />\n",
    'docs/crew.mdx':
      "import Watch from '@site/docs/parts/_watch.mdx';\n\n<Watch />\n\n[own](#night) <img src={require('./parts/plan.png').default} />\n",
    'docs/parts/_watch.mdx': headings,
    'docs/parts/plan.png': '',
  },
  mkdocs: {
    'mkdocs.yml': 'site_name: Crew\nmarkdown_extensions: [{ pymdownx.snippets: { base_path: [docs, shared] } }]\n',
    'docs/index.md': '--8<-- "parts/watch.md"\n',
    'docs/crew.md': '--8<-- "parts/watch.md"\n\n[own](#night) [there](index.md#night)\n',
    'docs/parts/watch.md': headings,
  },
};

describe('a part that moves', () => {
  const move = async (files: Readonly<Record<string, string>>, from: string, to: string) => {
    const ground = await groundOf(files);
    const plan = await planMove(ground, movesOf(from, to, ground.tree), 'nothing');
    expect(plan.untouched).toEqual([]);
    return shownEdits(plan);
  };

  it('is brought in from where it goes, each call in its own style', async () => {
    expect(await move(sites.vitepress, 'parts', 'crew/bits')).toEqual([
      'crew/index.md: ../parts/watch.md → ./bits/watch.md',
      'index.md: ./parts/watch.md → ./crew/bits/watch.md',
      'index.md: @/parts/watch.md → @/crew/bits/watch.md',
      'index.md: ./parts/a.js → ./crew/bits/a.js',
    ]);
    expect(await move(sites.jekyll, '_includes/watch.md', '_includes/crew/night.md')).toEqual([
      'crew/index.md: watch.md → crew/night.md',
      'index.md: watch.md → crew/night.md',
    ]);
    expect(await move(sites.jekyll, '_includes/note.html', '_includes/crew/note.html')).toEqual([
      'crew/index.md: note.html → crew/note.html',
    ]);
    expect(await move(sites.jekyll, 'notes/own.md', 'notes/more/own.md')).toEqual([
      'index.md: notes/own.md → notes/more/own.md',
    ]);
    expect(await move(sites.docusaurus, 'docs/parts', 'docs/crew-parts')).toEqual([
      'docs/crew.mdx: @site/docs/parts/_watch.mdx → @site/docs/crew-parts/_watch.mdx',
      'docs/crew.mdx: ./parts/plan.png → ./crew-parts/plan.png',
      'docs/intro.mdx: ./parts/_watch.mdx → ./crew-parts/_watch.mdx',
      'docs/intro.mdx: @site/docs/parts/plan.png → @site/docs/crew-parts/plan.png',
    ]);
    expect(await move(sites.mkdocs, 'docs/parts/watch.md', 'docs/bits/watch.md')).toEqual([
      'docs/crew.md: parts/watch.md → bits/watch.md',
      'docs/index.md: parts/watch.md → bits/watch.md',
    ]);
  });

  it('is found by a page that moves', async () => {
    expect(await move(sites.vitepress, 'crew/index.md', 'us/here/crew.md')).toEqual([
      'crew/index.md: ../parts/watch.md → ../../parts/watch.md',
    ]);
    expect(await move(sites.docusaurus, 'docs/intro.mdx', 'docs/start/intro.mdx')).toEqual([
      'docs/intro.mdx: ./parts/_watch.mdx → ../parts/_watch.mdx',
    ]);
  });
});

describe('a heading of a part that gets other words', () => {
  it.each([
    ['vitepress', 'parts/watch.md', 'crew/index.md', 2],
    ['jekyll', '_includes/watch.md', 'crew/index.md', 2],
    ['docusaurus', 'docs/parts/_watch.mdx', 'docs/crew.mdx', 1],
    ['mkdocs', 'docs/parts/watch.md', 'docs/crew.md', 2],
  ] as const)('takes links to it on pages of %s along', async (name, part, page, links) => {
    const ground = await groundOf(sites[name]);
    const rename = { page: ground.handbook.page(part)!, index: 0, words: 'Late', keepsId: false };
    const plan = await planRename(ground, rename);
    expect(plan.untouched).toEqual([]);
    expect(shownEdits(plan).filter((edit) => edit.startsWith(page))).toEqual(
      Array.from({ length: links }, () => `${page}: night → late`),
    );
  });

  it('is listed where a link in another part leads to it on one of the pages alone', async () => {
    const ground = await groundOf({
      ...sites.vitepress,
      'parts/link.md': '[night](#night)\n',
      'a.md': '## Night\n\n<!--@include: ./parts/link.md-->\n',
      'b.md': '## Night\n\n<!--@include: ./parts/link.md-->\n',
    });
    const plan = await planRename(ground, {
      page: ground.handbook.page('a.md')!,
      index: 0,
      words: 'Late',
      keepsId: false,
    });
    expect(plan.untouched).toMatchObject([{ path: 'parts/link.md', written: '#night', kind: 'breaks' }]);
  });
});
