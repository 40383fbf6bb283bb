import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { diskTree } from '../../src/files/disk-tree.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { overlayTree } from '../../src/files/overlay-tree.ts';
import { openHandbook, openOver, openSession } from '../../src/incremental/open.ts';
import { suggestPage } from '../../src/links/suggest-page.ts';
import { query } from '../../src/model/query.ts';
import { answers } from '../support/answers.ts';
import { runs } from '../support/runs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = {
  'content/_index.md': '---\ntitle: Home\n---\n\n[values](/values/)\n',
  'content/values/_index.md': '---\ntitle: Values\n---\n\n## Same\n\n{{% include "includes/a.md" %}}\n',
  'content/values/hours.md': '---\ntitle: Hours\n---\n\n## Same\n',
  'assets/includes/a.md': '## Same\n',
  'layouts/index.redirects': '/old/ /values/\n',
};
const texts = [
  '## Same\n\n## Other\n',
  '---\ntitle: New\nslug: moved\n---\n',
  '---\ndraft: true\n---\n',
  '---\naliases: [/a/]\ntags: [x]\n---\n\n{{% include "includes/a.md" %}}\n{{% include "stray.md" %}}\n',
  '---\ncascade:\n  build:\n    render: never\n---\n',
  '/a/* /b/:splat\n',
  '',
];
const paths = [
  ...Object.keys(files),
  'content/values/index.md',
  'content/new/page.md',
  'assets/stray.md',
  'static/x.png',
];

test('after any edits, a refreshed handbook says what one opened anew would say', async () => {
  const overlay = fc.dictionary(fc.constantFrom(...paths), fc.constantFrom(...texts), {
    maxKeys: 4,
    noNullPrototype: true,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(overlay, fc.boolean()), { minLength: 1, maxLength: 5 }), async (edits) => {
      const tree = memoryTree(files);
      const session = await openSession({ root: tree.root, tree });
      for (const [edit, rescan] of edits) {
        const overlays = new Map(Object.entries(edit));
        const refreshed = await session.refresh({ overlays, rescan });
        const anew = await openHandbook({ root: tree.root, tree: overlayTree(memoryTree(files), overlays) });
        expect(answers(refreshed)).toEqual(answers(anew));
        expect(refreshed.redirects).toEqual(anew.redirects);
        expect(refreshed.fileAt('/x.png')).toBe(anew.fileAt('/x.png'));
        for (const address of ['/', '/values/', '/values/moved/', '/new/', '/tags/x/', '/a/'])
          expect([refreshed.at(address)?.path, refreshed.isAutomatic(address), refreshed.alias(address)]).toEqual([
            anew.at(address)?.path,
            anew.isAutomatic(address),
            anew.alias(address),
          ]);
      }
    }),
    { numRuns: runs(10, 60) },
  );
});

test('pages that did not change stay the same objects, and keep what was said of them', async () => {
  const tree = memoryTree(files);
  const session = await openSession({ root: tree.root, tree });
  const before = session.handbook;
  const [hours, home] = ['content/values/hours.md', 'content/_index.md'].map((path) => before.page(path)!);
  const after = await session.refresh({ overlays: new Map([['content/_index.md', '# Changed']]), rescan: false });
  expect(after.page('content/values/hours.md')).toBe(hours);
  expect(after.page('content/_index.md')?.title).toBe('Changed');
  expect(home!.title).toBe('Home');
  expect(before.page('content/_index.md')).toBe(home);
});

test('a page whose day has passed is gone when its handbook is looked at again', async () => {
  const until = new Date(Date.now() + 60_000).toISOString();
  const tree = memoryTree({ ...files, 'content/soon.md': `---\ntitle: Soon\nexpiryDate: ${until}\n---\n` });
  const session = await openSession({ root: tree.root, tree });
  expect(session.handbook.at('/soon/')).toBeDefined();
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] });
  try {
    expect((await session.refresh()).at('/soon/')).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

test('a refresh without a change is the same state', async () => {
  const tree = memoryTree(files);
  const session = await openSession({ root: tree.root, tree });
  const before = session.handbook;
  expect(await session.refresh({ rescan: false })).toBe(before);
});

test('what changes on disk is seen at the next look', async () => {
  const root = temporaryFolder(files);
  const session = await openSession({ root });
  writeFileSync(join(root, 'content/values/hours.md'), '# Later');
  writeFileSync(join(root, 'content/more.md'), '# More');
  rmSync(join(root, 'assets/includes/a.md'));
  expect(answers(await session.refresh())).toEqual(answers(await openHandbook({ root })));
  expect(session.handbook.at('/more/')?.title).toBe('More');
});

test('a file that vanishes between two looks at it is empty, not a crash', async () => {
  const root = temporaryFolder(files);
  const tree = diskTree(root);
  const handbook = await openHandbook({ root, tree });
  rmSync(join(root, 'content/values/hours.md'));
  const page = handbook.page('content/values/hours.md')!;
  expect([page.title, page.text, page.content.blocks]).toEqual(['Hours', '', []]);
  const listed = { ...tree, list: (folder: string) => [...tree.list(folder), 'content/ghost.md'] };
  const ghost = (await openHandbook({ root, tree: listed })).page('content/ghost.md');
  expect(ghost?.facts.problems[0]).toMatchObject({ kind: 'unreadable', detail: 'is not there' });
});

test('another tree of the same handbook leaves the first as it is', async () => {
  const tree = memoryTree(files);
  const after = await openHandbook({ root: tree.root, tree });
  const before = await openOver(after, overlayTree(tree, new Map([['content/values/hours.md', '# Earlier']])));
  expect(before?.page('content/values/hours.md')?.title).toBe('Earlier');
  expect(after.page('content/values/hours.md')?.title).toBe('Hours');
});

test.each(['---\ntitle: Hours\n---\n\nOther words', '---\ntitle: Earlier\nslug: then\n---\n'])(
  'of a tree laid over the same files, only those that differ are looked at: %j',
  async (text) => {
    const tree = memoryTree(files);
    const path = 'content/values/hours.md';
    const laid = overlayTree(tree, new Map([[path, text]]));
    const asked: string[] = [];
    const stamp = (each: string) => {
      asked.push(each);
      return laid.stamp(each);
    };
    const after = await openHandbook({ root: tree.root, tree });
    const before = await openOver(after, { ...laid, stamp, differs: { from: tree, paths: [path] } });
    expect(asked).toEqual([path]);
    expect(answers(before!)).toEqual(answers(await openHandbook({ root: tree.root, tree: laid })));
  },
);

test('two pages of the same text, one saved with an overlay, do not get mixed up', async () => {
  const tree = memoryTree({ ...files, 'content/twin.md': files['content/values/hours.md'] });
  const session = await openSession({ root: tree.root, tree });
  const handbook = await session.refresh({ overlays: new Map([['content/twin.md', '# Twin']]), rescan: false });
  expect(handbook.page('content/twin.md')?.title).toBe('Twin');
  expect(handbook.page('content/values/hours.md')?.title).toBe('Hours');
});

test.each([
  ['words', '---\ntitle: Home\n---\n\nOther words, [hours](/values/hours/)\n', 1],
  ['headings', '---\ntitle: Home\n---\n\n## New\n', 1],
  ['its title', '---\ntitle: Start\n---\n', 2],
  ['an alias', '---\ntitle: Home\naliases: [/start/]\n---\n', 2],
])('what is worked out from places, after a page changed %s', async (_, text, times) => {
  const tree = memoryTree(files);
  const session = await openSession({ root: tree.root, tree });
  let computed = 0;
  const counted = query('a count', () => ++computed, { lives: 'places' });
  const ask = () => counted(session.handbook);
  ask();
  for (const letters of ['', 'a', 'ab'])
    await session.refresh({ overlays: new Map([['content/_index.md', text + letters]]), rescan: false }).then(ask);
  expect(computed).toBe(times);
});

test('a page suggested before its words changed is suggested as it is now', async () => {
  const tree = memoryTree(files);
  const session = await openSession({ root: tree.root, tree });
  const suggested = () => suggestPage('/values/huors/', session.handbook)?.page;
  expect(suggested()?.path).toBe('content/values/hours.md');
  const text = '---\ntitle: Hours\n---\n\n## Opening\n';
  await session.refresh({ overlays: new Map([['content/values/hours.md', text]]), rescan: false });
  expect(suggested()?.facts.headings.map((heading) => heading.text)).toEqual(['Opening']);
});
