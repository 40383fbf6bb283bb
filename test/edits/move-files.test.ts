import { expect, it } from 'vitest';
import type { KeepBy } from '../../src/edits/keep-address.ts';
import { movesOf, planMove } from '../../src/edits/move-files.ts';
import { carriedOut, groundOf, shownEdits } from './ground.ts';

const hugo = {
  'hugo.yaml':
    'markup: { goldmark: { renderer: { unsafe: true }, renderHooks: { link: { useEmbedded: always }, image: { useEmbedded: always } } } }\n',
  'content/_index.md': '# Home\n',
};

/** Moves a file or folder; the edits and what was left alone as lines. */
async function move(files: Readonly<Record<string, string>>, from: string, to: string, keepBy: KeepBy = 'nothing') {
  const ground = await groundOf(files);
  const plan = await planMove(ground, movesOf(from, to, ground.tree), keepBy);
  const untouched = plan.untouched.map(({ path, written, kind }) => `${path}: ${kind} ${written}`);
  return { edits: shownEdits(plan), untouched };
}

it('keeps the style of every link to a page: address, path, relative, query, host, ref', async () => {
  const files = {
    ...hugo,
    'handbook.yaml': 'hosts: [handbook.example.com]\n',
    'content/team/values.md': '## Trust\n',
    'content/team/a.md': [
      '[address](/team/values/) [bare](/team/values) [file](/team/values.md#trust) [beside](values.md) [stem](values)',
      '[dot](./values.md) [query](/team/values/?a=b#trust) [host](https://handbook.example.com/team/values/#trust)',
      '<a href="../values/">html</a> {{< ref "values" >}} {{< ref "/team/values.md#trust" >}} [up](../team/values/)',
      '',
    ].join('\n\n'),
  };
  expect((await move(files, 'content/team/values.md', 'content/us/our-values.md')).edits).toEqual([
    'content/team/a.md: /team/values/ → /us/our-values/',
    'content/team/a.md: /team/values → /us/our-values',
    'content/team/a.md: /team/values.md → /us/our-values.md',
    'content/team/a.md: values.md → ../us/our-values.md',
    'content/team/a.md: values → ../us/our-values',
    'content/team/a.md: ./values.md → ./../us/our-values.md',
    'content/team/a.md: /team/values/?a=b → /us/our-values/?a=b',
    'content/team/a.md: https://handbook.example.com/team/values/ → https://handbook.example.com/us/our-values/',
    'content/team/a.md: ../values/ → ../../us/our-values/',
    'content/team/a.md: values → our-values',
    'content/team/a.md: /team/values.md → /us/our-values.md',
    'content/team/a.md: ../team/values/ → ../us/our-values/',
  ]);
});

it('turns relative links and images of the moved page', async () => {
  const files = {
    ...hugo,
    'content/team/_index.md': '![photo](photo.png) [values](values.md) [own](#team)\n\n# Team\n',
    'content/team/photo.png': '',
    'content/team/values.md': '',
    'content/team/deep/page.md':
      '[values](../values.md) [by the browser](../../values/#x) <a href="../../values/">v</a>\n',
  };
  expect((await move(files, 'content/team/deep/page.md', 'content/page.md')).edits).toEqual([
    'content/team/deep/page.md: ../values.md → team/values.md',
    'content/team/deep/page.md: ../../values/ → team/values/',
    'content/team/deep/page.md: ../../values/ → ../team/values/',
  ]);
});

it('moves a folder with its pages and files, and leaves links within it alone', async () => {
  const files = {
    ...hugo,
    'content/team/_index.md': '[values](values.md) ![photo](photo.png)\n',
    'content/team/photo.png': '',
    'content/team/values.md': '[team](/team/) [up](_index.md)\n',
    'content/other.md': '[a](/team/) [b](team/values.md) ![c](/team/photo.png)\n',
  };
  expect((await move(files, 'content/team', 'content/people/crew')).edits).toEqual([
    'content/other.md: /team/ → /people/crew/',
    'content/other.md: team/values.md → people/crew/values.md',
    'content/other.md: /team/photo.png → /people/crew/photo.png',
    'content/team/values.md: /team/ → /people/crew/',
  ]);
});

it('moves images and includes', async () => {
  const files = {
    ...hugo,
    'static/img/plan.png': '',
    'assets/includes/team.md': '## Team\n',
    'content/a.md':
      '![plan](/img/plan.png) <img src="/img/plan.png">\n\n{{% include "includes/team.md" %}}\n\n[t](#team)\n',
  };
  expect((await move(files, 'static/img/plan.png', 'static/pictures/the plan.png')).edits).toEqual([
    'content/a.md: /img/plan.png → /pictures/the%20plan.png',
    'content/a.md: /img/plan.png → /pictures/the%20plan.png',
  ]);
  expect((await move(files, 'assets/includes/team.md', 'assets/includes/people/team.md')).edits).toEqual([
    'content/a.md: includes/team.md → includes/people/team.md',
  ]);
});

it.each([
  ['a list', 'aliases:\n  - old\n  - /older/\n  - "../up"', '- /team/old/\n  - /older/\n  - /up/\n  - /team/values/'],
  ['brackets', 'aliases: [old, /older/]', 'aliases: [/team/old/, /older/, /team/values/]'],
  ['one word', 'aliases: old', 'aliases: [/team/old/, /team/values/]'],
])('keeps what aliases that are counted from the page mean, in %s', async (_, aliases, written) => {
  const path = 'content/team/values.md';
  const ground = await groundOf({ ...hugo, [path]: `---\ntitle: Values\n${aliases}\n---\n` });
  const to = 'content/us/ours/values.md';
  const plan = await planMove(ground, movesOf(path, to, ground.tree), 'alias');
  expect(Buffer.from(carriedOut(plan, ground).read(to)).toString()).toContain(`${written}\n---\n`);
  const bare = await planMove(ground, movesOf(path, to, ground.tree), 'nothing');
  expect(shownEdits(bare)[0]).toBe(`${path}: old → /team/old/`);
});

it('leads a redirect with a splat on when all pages below its target move, and lists it when some do', async () => {
  const files = {
    ...hugo,
    'handbook.yaml': 'redirects: [static/_redirects]\n',
    'static/_redirects': '/us/* /team/:splat 301\n/their/:page /team/:page 301\n/*.html /:splat/ 301\n',
    'content/team/_index.md': '# Team\n',
    'content/team/values.md': '# Values\n',
  };
  expect(await move(files, 'content/team', 'content/people/team')).toEqual({
    edits: [
      'static/_redirects: /team/:splat → /people/team/:splat',
      'static/_redirects: /team/:page → /people/team/:page',
    ],
    untouched: ['static/_redirects: unsure /:splat/'],
  });
  expect(await move(files, 'content/team/values.md', 'content/values.md')).toEqual({
    edits: [],
    untouched: [
      'static/_redirects: unsure /team/:splat',
      'static/_redirects: unsure /team/:page',
      'static/_redirects: unsure /:splat/',
    ],
  });
  expect((await move(files, 'content/team/values.md', 'content/values.md', 'alias')).untouched).toEqual([]);
});

it('keeps the old address by an alias or a redirect, and leads redirects on', async () => {
  const files = {
    ...hugo,
    'handbook.yaml': 'redirects: [static/_redirects]\n',
    'static/_redirects': '/older/ /team/ 301\n',
    'content/team.md': '---\ntitle: Team\naliases:\n  - /crew/\n---\n\nWe.\n',
    'content/b.md': '[older](/older/) [crew](/crew/) [team](/team/)\n',
  };
  const led = 'static/_redirects: /team/ → /people/';
  const linked = 'content/b.md: /team/ → /people/';
  expect((await move(files, 'content/team.md', 'content/people.md', 'alias')).edits).toEqual([
    linked,
    'content/team.md: - /crew/\n → - /crew/\n  - /team/\n',
    led,
  ]);
  expect((await move(files, 'content/team.md', 'content/people.md', 'redirect')).edits).toEqual([
    linked,
    led,
    'static/_redirects:  → /team/ /people/ 301\n',
  ]);
});

it('lists what it cannot be sure of, and touches none of it', async () => {
  const files = {
    ...hugo,
    'content/team/page.md': '[gone](../nowhere.md) [far](https://example.org/x)\n',
    'content/b.md': '---\nparent: /team/page/\n---\n\n{{< card link="/team/page" >}} {{< card link="/team/other" >}}\n',
  };
  expect(await move(files, 'content/team/page.md', 'content/page.md')).toEqual({
    edits: [],
    untouched: [
      'content/team/page.md: unsure ../nowhere.md',
      'content/b.md: unsure /team/page',
      'content/b.md: unsure /team/page/',
    ],
  });
});

it('lists front matter that names a moved page or image, and no parameter that it has changed', async () => {
  const files = {
    ...hugo,
    'content/a.md':
      '---\nimages: [/team/photo.png]\nnext: /team/values/\n---\n\n{{< figure src="/team/photo.png" link="/team/values/" >}}\n',
    'content/team/values.md': '# Values\n',
    'content/team/photo.png': '',
  };
  expect(await move(files, 'content/team', 'content/us')).toEqual({
    edits: ['content/a.md: /team/photo.png → /us/photo.png', 'content/a.md: /team/values/ → /us/values/'],
    untouched: ['content/a.md: unsure [/team/photo.png]', 'content/a.md: unsure /team/values/'],
  });
});

it('writes no alias where the site makes a page by itself', async () => {
  const files = { ...hugo, 'content/team/_index.md': '# Team\n', 'content/team/values.md': '# Values\n' };
  expect((await move(files, 'content/team/_index.md', 'content/us/_index.md', 'alias')).edits).toEqual([]);
  expect((await move(files, 'content/_index.md', 'content/start/_index.md', 'alias')).edits).toEqual([]);
});

it('lists links that break, when a page leaves the site', async () => {
  const files = { ...hugo, 'content/a.md': '# A\n', 'content/b.md': '[a](/a/)\n' };
  expect(await move(files, 'content/a.md', 'drafts/a.md')).toEqual({
    edits: [],
    untouched: ['content/b.md: breaks /a/'],
  });
});

it('works among plain files', async () => {
  const files = {
    'README.md': '[a](docs/a.md#x) [docs](docs/) [root](/docs/a.md)\n',
    'docs/README.md': '[a](a.md) ![p](p.png)\n',
    'docs/a.md': '# X\n\n[up](../README.md) [docs](.) ![p](p.png)\n',
    'docs/p.png': '',
  };
  expect((await move(files, 'docs/a.md', 'guide/b.md')).edits).toEqual([
    'README.md: docs/a.md → guide/b.md',
    'README.md: /docs/a.md → /guide/b.md',
    'docs/README.md: a.md → ../guide/b.md',
    'docs/a.md: . → ../docs',
    'docs/a.md: p.png → ../docs/p.png',
  ]);
  expect((await move(files, 'docs', 'guide')).edits).toEqual([
    'README.md: docs/a.md → guide/a.md',
    'README.md: docs/ → guide/',
    'README.md: /docs/a.md → /guide/a.md',
  ]);
});

it('follows pages that change places', async () => {
  const files = {
    ...hugo,
    'content/a.md': '[b](/b/)\n',
    'content/b.md': '[a](/a/)\n',
    'content/c.md': '[a](/a/) [b](/b/)\n',
  };
  const ground = await groundOf(files);
  const moves = [
    { from: 'content/a.md', to: 'content/b.md' },
    { from: 'content/b.md', to: 'content/a.md' },
  ];
  const plan = await planMove(ground, moves, 'alias');
  expect(shownEdits(plan)).toEqual([
    'content/a.md: /b/ → /a/',
    'content/b.md: /a/ → /b/',
    'content/c.md: /a/ → /b/',
    'content/c.md: /b/ → /a/',
  ]);
});

it.each([
  ['a file that is not there', 'content/x.md', 'content/y.md'],
  ['a place that is taken', 'content/a.md', 'content/_index.md'],
  ['a folder into itself', 'content', 'content/more'],
  ['nothing at all', 'content/a.md', 'content/a.md'],
])('refuses %s', async (_, from, to) => {
  await expect(move({ ...hugo, 'content/a.md': '' }, from, to)).rejects.toThrow();
});
