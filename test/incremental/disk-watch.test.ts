import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openHandbook } from '../../src/incremental/open.ts';
import { DiskWatch } from '../../src/incremental/watch/disk-watch.ts';
import { workspace } from '../support/workspace.ts';

const old = new Date(Date.now() - 3_600_000);

/** A handbook that was last written an hour ago. */
async function watched() {
  const disk = workspace({
    'handbook.yaml':
      'site: hugo\nincludes:\n  root: parts\n  folders: [parts/includes]\nredirects: [layouts/index.redirects, deploy/_redirects]\n',
    'content/a.md': 'a',
    'content/b/c.md': 'c',
    'static/image.png': '',
    'layouts/index.redirects': '',
    'layouts/shortcodes/x.html': '',
    'layouts/partials/x.html': '',
    'themes/t/layouts/_markup/render-link.html': '',
    'parts/includes/x.md': '',
    'parts/others/x.md': '',
    'deploy/README': '',
  });
  mkdirSync(disk.path('content/empty'));
  const watch = new DiskWatch(disk.root);
  watch.look(await openHandbook({ root: disk.root }), Date.now() + 1000);
  return { disk, watch };
}

it.each<[string, (disk: ReturnType<typeof workspace>) => void]>([
  ['a page that is written in place', (disk) => disk.write('content/b/c.md', 'd')],
  [
    'a page of the same length and an old time',
    (disk) => {
      disk.write('content/a.md', 'z');
      utimesSync(disk.path('content/a.md'), old, old);
    },
  ],
  ['a new page in an empty folder', (disk) => disk.write('content/empty/new.md', '')],
  ['a new folder', (disk) => disk.write('content/x/y/new.md', '')],
  ['a page that is gone', (disk) => rmSync(disk.path('content/a.md'))],
  ['a page that moved', (disk) => renameSync(disk.path('content/a.md'), disk.path('content/b/a.md'))],
  ['a new include outside of the include folders', (disk) => disk.write('parts/others/new.md', '')],
  ['a file of redirects that handbook.yaml names, made later', (disk) => disk.write('deploy/_redirects', '')],
  ['a new static file', (disk) => disk.write('static/other.png', '')],
  ['a template', (disk) => disk.write('layouts/docs/single.html', '<a id="x">')],
])('sees %s', async (_, change) => {
  const { disk, watch } = await watched();
  change(disk);
  expect(watch.changed()).toBe('files');
});

it.each<[string, (disk: ReturnType<typeof workspace>) => void]>([
  ['handbook.yaml', (disk) => disk.write('handbook.yaml', 'site: hugo\nhosts: [a.b]\n')],
  ['the site generator', (disk) => disk.write('hugo.toml', '')],
  ["a part of the site's own configuration", (disk) => disk.write('config/_default/taxonomies.toml', '')],
  ['what is set for production', (disk) => disk.write('config/production/hugo.toml', '')],
  ['a pinned version', (disk) => disk.write('.hvm', 'v0.131.0')],
  ['what builds the site in CI', (disk) => disk.write('.github/workflows/site.yml', '')],
  ['a template for links', (disk) => disk.write('layouts/_markup/render-link.html', '')],
  ["a theme's template for links", (disk) => disk.write('themes/t/layouts/_markup/render-link.html', 'x')],
  ['a template that others call', (disk) => disk.write('layouts/partials/x.html', '<a id="x">')],
  ['the template of a shortcode', (disk) => disk.write('layouts/shortcodes/x.html', '<a id="x">')],
  ['a file of redirects that is found by default', (disk) => disk.write('static/_redirects', '')],
])('sees that %s changes the configuration', async (_, change) => {
  const { disk, watch } = await watched();
  change(disk);
  expect(watch.changed()).toBe('config');
});

it('does not trust a time stamp that is as young as the look', async () => {
  const disk = workspace({ 'content/_index.md': 'a', 'hugo.toml': '' });
  const written = Date.now();
  const watch = new DiskWatch(disk.root);
  const handbook = await openHandbook({ root: disk.root });
  watch.look(handbook, written);
  expect(watch.changed()).toBe('config');
  watch.look(handbook, written + 1000);
  watch.lookAgain(handbook, written);
  expect(watch.changed()).toBe('files');
});

it('sees a configuration that was written while other files were read again', async () => {
  const { disk, watch } = await watched();
  disk.write('handbook.yaml', 'rules: {}\n');
  watch.lookAgain(await openHandbook({ root: disk.root }), Date.now() + 1000);
  expect(watch.changed()).toBe('config');
});
