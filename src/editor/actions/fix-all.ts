import type { CodeAction } from 'vscode-languageserver/node';
import { fix, safeEdits, shapeOf } from '../../edits/fix.ts';
import { overlayTree } from '../../files/overlay-tree.ts';
import type { Page } from '../../model/handbook.ts';
import type { PageNow } from '../handbooks.ts';
import { JudgedPages } from '../judged-pages.ts';
import { rangeIn } from '../positions.ts';

/** Editors run all actions below `source.fixAll` on save, when their user asks for that. */
export const FIX_ALL = 'source.fixAll.handbook-lint';

/** Applies all safe fixes of one page; `null` when there is none, or when none helps. */
export async function fixAll(uri: string, now: PageNow): Promise<CodeAction | null> {
  const { page, opened, rules, judged } = now;
  if (safeEdits(judged.of(page.path, now.handbook).findings).length === 0) return null;
  const { texts, edits } = await fix({
    mayEdit: (path) => path === page.path,
    text: () => page.text,
    judge: async (overlays) => {
      const handbook = overlays.size === 0 ? now.handbook : await opened.over((tree) => overlayTree(tree, overlays));
      const { findings } = new JudgedPages(rules).of(page.path, handbook);
      return { findings, shape: (path) => shapeOf(handbook.page(path)) };
    },
  });
  const text = texts.get(page.path);
  if (text === undefined) return null;
  const title = edits.length === 1 ? 'Fix the one certain mistake' : `Fix all ${edits.length} certain mistakes`;
  return {
    title: `${title} on this page`,
    kind: FIX_ALL,
    edit: { changes: { [uri]: smallestEdits(page, text) } },
  };
}

/** What differs between the page and its new text, line by line where both have as many lines. */
function smallestEdits(page: Page, text: string) {
  const before = page.text.split('\n');
  const after = text.split('\n');
  if (before.length !== after.length) return [{ range: rangeIn(page, [0, page.text.length]), newText: text }];
  let at = 0;
  return before.flatMap((line, index) => {
    const start = at;
    at += line.length + 1;
    if (after[index] === line) return [];
    return [{ range: rangeIn(page, [start, start + line.length]), newText: after[index]! }];
  });
}
