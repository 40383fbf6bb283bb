/** Where all pages are is kept between runs: what is recalled is what was placed, and judges alike. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openHandbook, saveCache } from '../../src/incremental/open.ts';
import { configHash, readPlacement } from '../../src/incremental/places/kept-placement.ts';
import { storedOf } from '../../src/incremental/stored-handbook.ts';
import type { Handbook } from '../../src/model/handbook.ts';
import { siteOf } from '../../src/sites/index.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;
const placedAnew = () => {
  throw new Error('all pages are placed again');
};

const handbooks = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'handbook.yaml')));

test.each(handbooks)('every page of %s is recalled at its place, and every file that is served', async (name) => {
  const handbook = await openHandbook({ root: join(fixtures, name) });
  // Kept before anyone has asked for a file.
  const { placement } = storedOf(handbook)!;
  const recalled = readPlacement(Buffer.concat([...placement]), placedAnew);
  const pages = handbook.pages.filter(({ kind }) => !['include', 'redirects', 'data'].includes(kind));
  expect([...recalled.places.keys()].sort()).toEqual(pages.map(({ path }) => path));
  for (const page of pages) {
    const { path, kind, address, unbuilt, language } = page;
    const place = recalled.places.get(path)!;
    expect(place).toMatchObject({ kind, address, unbuilt, language, folder: handbook.contentFolder(page) });
    const found = place.logical === null ? undefined : handbook.pageAtContentPath(place.logical, language);
    expect(found?.address ?? address).toBe(address);
  }
  expect([...recalled.files!().keys()]).toEqual([...handbook.files()]);
});

const expiring = {
  'hugo.toml': '',
  'content/_index.md':
    '---\ntitle: Home\naliases: [/old/]\n---\n\n{{% include "includes/a.md" %}}\n{{% include "apart/b.md" %}}\n',
  'content/a.md': `---\ntitle: A\nexpiryDate: ${new Date(Date.now() + 3_600_000).toISOString()}\n---\n`,
  'assets/includes/a.md': 'Words.\n',
  'assets/apart/b.md': '{{% include "apart/c.md" %}}\n',
  'assets/apart/c.md': 'More words.\n',
};

test.each([...handbooks, 'one whose pages expire'])(
  'what is opened at known places shows includes, has old addresses and expires as what was placed (%s)',
  async (name) => {
    const root = handbooks.includes(name) ? join(fixtures, name) : temporaryFolder(expiring);
    const placed = await openHandbook({ root });
    const { placement, holdsUntil } = storedOf(placed)!;
    const written = Buffer.concat([...placement]);
    const known = {
      placement: () => written,
      config: configHash(placed.config),
      changed: new Set<string>(),
    };
    const recalled = await openHandbook({ root, known: [{ ...known, keyOf: () => undefined }] });
    const said = (handbook: Handbook) =>
      handbook.pages.map((page) => [
        page.path,
        handbook.shownOn(page).map(({ path }) => path),
        (page.summary.aliases ?? []).map((address) => handbook.alias(address)),
      ]);
    expect(said(recalled)).toEqual(said(placed));
    expect(storedOf(recalled)!.holdsUntil).toBe(holdsUntil);
  },
);

const page = (title: string, ...lines: string[]) =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n${lines.join('\n\n')}\n`;
const files = {
  'hugo.toml': "[taxonomies]\n  tag = 'tags'\n",
  'content/_index.md': page('Home', '[a](/a/) [old](/old/)'),
  'content/a/_index.md': '---\ntitle: A\ntags: [red]\naliases: [/old/]\n---\n\n# A\n',
  'content/a/plan/index.md': page('Plan', '![p](p.png) [b](../b/)'),
  'content/a/plan/p.png': '',
  'content/a/b.md': page('B', 'A word.'),
  'content/a/draft.md': '---\ntitle: D\ndraft: true\n---\n',
  'content/a/shows.md': page('Shows', '{{% include "includes/shared.md" %}}', '{{% include "apart/words.md" %}}'),
  'assets/includes/shared.md': 'Shared words.\n',
  'assets/apart/words.md': 'Words apart.\n',
  'assets/apart/deep.md': '## Deep\n',
  'content/ja.txt': '',
  'static/s.png': '',
};

test.each([
  ['a word', 'content/a/b.md', page('B', 'Another word.')],
  [
    'links of all kinds',
    'content/a/b.md',
    page(
      'B',
      '[plan](/a/plan/) [old](/old/) [tags](/tags/) [red](/tags/red/) [draft](/a/draft/) [feed](/index.xml) [page](/a/page/2/)',
      '[gone](/gone/) [pdf](/a/gone.pdf) [ref]({{< ref "a/plan" >}}) ![s](/s.png) ![p](/a/plan/p.png) ![no](/no.png)',
    ),
  ],
  ['a title', 'content/a/b.md', page('Bee', 'A word.')],
  ['a slug, which moves the page', 'content/a/b.md', '---\ntitle: B\nslug: bee\n---\n\n# B\n'],
  ['an old address', 'content/a/b.md', '---\ntitle: B\naliases: [/gone/]\n---\n\n[gone](/gone/)\n'],
  ['a tag', 'content/a/b.md', '---\ntitle: B\ntags: [blue]\n---\n\n[blue](/tags/blue/) [red](/tags/red/)\n'],
  ['an include', 'assets/includes/shared.md', '[shows](#shows) [gone](#gone)\n'],
  [
    'an include that lies apart',
    'assets/apart/words.md',
    '{{% include "apart/deep.md" %}}\n\n[deep](#deep) [gone](#gone)\n',
  ],
  ['a call', 'content/a/b.md', page('B', '{{% include "apart/deep.md" %}}', '[deep](#deep) [gone](#gone)')],
  ['a new page', 'content/a/new.md', page('New', '[b](/a/b/) [gone](/gone/)')],
])('after an edit of %s a run finds what one without a cache finds', async (_, path, text) => {
  const root = temporaryFolder(files);
  const cache = ['--cache-location', temporaryFolder()];
  const run = (...args: string[]) => runBundle(builtCommand(), ['--format', 'json', ...args], root);
  // A file younger than this is not known by its times.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  run(...cache);
  writeFileSync(join(root, path), text);
  for (const _time of [1, 2]) expect(run(...cache)).toEqual(run('--no-cache'));
});

test('no page is placed anew while places are known, however often one was written and read since', async () => {
  const [root, cache] = [temporaryFolder(files), temporaryFolder()];
  const first = await openHandbook({ root, cache });
  saveCache(first);
  const stored = storedOf(first)!;
  const known = {
    placement: () => Buffer.concat([...stored.placement]),
    config: configHash(first.config),
    changed: new Set(['content/a/b.md']),
    keyOf: (path: string) => stored.contentKey(path) ?? undefined,
  };
  const place = vi.spyOn(siteOf(first.config), 'place');
  for (let edit = 0; edit < 20; edit++) {
    writeFileSync(join(root, 'content/a/b.md'), page('B', `Edit ${edit}.`));
    saveCache(await openHandbook({ root, cache, known: [known] }));
  }
  expect(place).not.toHaveBeenCalled();
  writeFileSync(join(root, 'content/a/b.md'), page('Bee', ''));
  await openHandbook({ root, cache, known: [known] });
  expect(place).toHaveBeenCalled();
  place.mockRestore();
});
