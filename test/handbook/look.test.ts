import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAsSeen, look } from '../../src/handbook/look.ts';
import { openHandbook } from '../../src/handbook/open.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = {
  'handbook.yaml': 'site: hugo\n',
  'content/_index.md': '# Home\n',
  'content/a/b.md': '# B\n',
  'assets/includes/part.md': 'A part.\n',
  'layouts/shortcodes/box.html': '<a id="box"></a>\n',
  'static/logo.svg': '<svg/>\n',
};
// Files that were just written count as settled from here.
const later = () => Date.now() + 10_000;

async function seen() {
  const root = temporaryFolder(files);
  const { config, pages } = await openHandbook({ root });
  const paths = pages.map(({ path }) => path);
  return { root, config, paths, sight: look(root, config, paths, later())! };
}

const edits: Readonly<Record<string, (at: (path: string) => string) => void>> = {
  'a page with other words of the same length, its time set back': (at) => {
    const { atime, mtime } = statSync(at('content/a/b.md'));
    writeFileSync(at('content/a/b.md'), '# C\n');
    utimesSync(at('content/a/b.md'), atime, mtime);
  },
  'an include': (at) => writeFileSync(at('assets/includes/part.md'), 'Another part.\n'),
  'a template': (at) => writeFileSync(at('layouts/shortcodes/box.html'), '<a id="cage"></a>\n'),
  'a new page': (at) => writeFileSync(at('content/a/c.md'), '# C\n'),
  'a new template': (at) => writeFileSync(at('layouts/shortcodes/new.html'), ''),
  'a new folder': (at) => mkdirSync(at('content/new')),
  'a served file gone': (at) => rmSync(at('static/logo.svg')),
  'a served file with another name': (at) => renameSync(at('static/logo.svg'), at('static/Logo.svg')),
  'a folder with another name': (at) => renameSync(at('content/a'), at('content/b')),
};

test.each(Object.entries(edits))('%s is seen', async (_, edit) => {
  const { root, config, sight } = await seen();
  expect(isAsSeen(root, config, sight)).toBe(true);
  // A file system's clock may tick a few times a second only.
  await new Promise((resolve) => setTimeout(resolve, 20));
  edit((path) => join(root, path));
  expect(isAsSeen(root, config, sight)).toBe(false);
});

test('another configuration is seen', async () => {
  const { root, config, sight } = await seen();
  expect(isAsSeen(root, { ...config, unknown: ['/jobs/'] }, sight)).toBe(false);
});

test('what was written just now is not trusted', async () => {
  const { root, config, paths } = await seen();
  expect(look(root, config, paths, Date.now())).toBeNull();
});
