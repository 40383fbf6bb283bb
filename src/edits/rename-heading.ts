import { anchorOf } from '../links/heading-anchor.ts';
import type { Heading } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { siteAt } from '../sites/index.ts';
import { mentionsInData } from './data-mentions.ts';
import { keepLinks } from './keep-links.ts';
import { type EditPlan, type Ground, inOrder, planOf, Refusal, type TextEdit } from './plan.ts';

/** A heading and its new words. */
interface HeadingRename {
  readonly page: Page;
  /** Index into the page's headings. */
  readonly index: number;
  readonly words: string;
  /** Whether the heading keeps its id, so that links from elsewhere go on working. */
  readonly keepsId: boolean;
}

const MOST = 1000;

/** Plans new words for a heading: every link to its id follows, on every page, or the heading keeps the id. */
export async function planRename(ground: Ground, rename: HeadingRename): Promise<EditPlan> {
  const { page, index } = rename;
  const heading = page.facts.headings[index];
  if (heading === undefined) throw new Refusal(`${page.path} has no such heading.`);
  const [start, end] = heading.textRange;
  const edit: TextEdit = { path: page.path, start, end, text: newWords(rename, heading, ground.handbook) };
  const kept = await keepLinks(ground, { moves: [], edits: [edit], heading: { path: page.path, index } });
  const after = kept.after.page(page.path);
  if (after === undefined || !isStillHeading(page, after, index))
    throw new Refusal('With these words it would no longer be one heading.');
  const [oldId, newId] = [idOf(page, index, ground.handbook), idOf(after, index, kept.after)];
  const shown = [page, ...ground.handbook.shownOn(page)];
  const mentions = oldId === null || oldId === newId ? [] : mentionsInData(shown, ground, { fragment: oldId });
  return planOf(ground, { moves: [], edits: inOrder(kept.edits), untouched: [...kept.untouched, ...mentions] });
}

function newWords({ page, index, words, keepsId }: HeadingRename, heading: Heading, handbook: Handbook): string {
  const clean = words.trim();
  if (clean === '') throw new Refusal('A heading needs words.');
  if (/[\r\n]/.test(clean) || clean.length > MOST) throw new Refusal('A heading is one line of at most 1000 letters.');
  const site = siteAt(page, handbook);
  if (!keepsId || (heading.id !== undefined && site.ids.hasAttributes)) return clean;
  const id = idOf(page, index, handbook);
  if (id === null) throw new Refusal('Nobody knows the id of this heading before the site is built.');
  // Where a heading cannot name its id, an empty tag in it can.
  return site.keepId(heading, clean, id) ?? `<a id="${id}"></a>${clean}`;
}

/** The heading's id where its file is shown first. */
function idOf(page: Page, index: number, handbook: Handbook): string | null {
  const [includer = page] = page.kind === 'include' ? handbook.shownOn(page) : [page];
  return anchorOf({ path: page.path, headingIndex: index }, includer, handbook)?.id ?? null;
}

function isStillHeading(before: Page, after: Page, index: number): boolean {
  const [old, now] = [before.facts.headings, after.facts.headings];
  const heading = now[index];
  return old.length === now.length && heading?.level === old[index]?.level && heading?.text.trim() !== '';
}
