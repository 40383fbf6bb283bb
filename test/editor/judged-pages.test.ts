import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { JudgedPages } from '../../src/editor/judged-pages.ts';
import { diskTree } from '../../src/files/disk-tree.ts';
import { openSession } from '../../src/incremental/open.ts';
import { enabledRules } from '../../src/lint/levels.ts';
import { repository } from '../support/workspace.ts';

const root = `${repository}/fixtures/example-handbook`;

/** What someone types into a page, one after the other. */
const edits: readonly ((text: string) => string)[] = [
  (text) => `${text}\nMore words.\n`,
  (text) => text.replace(/^## .*$/m, '## Quite other words'),
  (text) => `${text}\n[link](/handbook/nowhere/#x)\n`,
  (text) => text.replace(/^- .*$/m, '- Something that nobody has said yet'),
];

it('says of every page what it says at first sight, whatever was edited before', async () => {
  const session = await openSession({ root, tree: diskTree(root) });
  const { config, pages, memory } = session.handbook;
  const enabled = enabledRules(rules, config, {});
  const judged = new JudgedPages(enabled);
  const edited = pages.filter(({ kind, facts }) => kind !== 'redirects' && facts.headings.length > 1);
  expect(edited.length).toBeGreaterThan(10);
  for (const [at, page] of edited.entries()) {
    const text = edits[at % edits.length]!(page.text);
    const handbook = await session.refresh({ overlays: new Map([[page.path, text]]), rescan: false });
    expect(handbook.memory.places === memory.places).toBe(true);
    for (const { path } of pages)
      expect(judged.of(path, handbook).findings).toEqual(new JudgedPages(enabled).of(path, handbook).findings);
  }
});

it('judges a page once as long as nothing that it shows or leads to changes', async () => {
  const session = await openSession({ root, tree: diskTree(root) });
  const judged = new JudgedPages(enabledRules(rules, session.handbook.config, {}));
  const [first, last] = [
    session.handbook.pages[0]!,
    session.handbook.pages.findLast(({ kind }) => kind === 'regular')!,
  ];
  const before = judged.of(first.path, session.handbook);
  const overlays = new Map([[last.path, `${last.text}\nMore words.\n`]]);
  const handbook = await session.refresh({ overlays, rescan: false });
  expect(judged.of(first.path, handbook)).toBe(before);
});
