import { getOrInsert } from '../collections/get-or-insert.ts';
import { pathRange } from '../links/destination.ts';
import { followedFrom, pagesLinkingTo } from '../links/linked-pages.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { splitHref } from '../sites/href.ts';
import { pagesBringingIn } from '../sites/serving/page-parts.ts';
import { changedTree, editedTexts } from './changed-tree.ts';
import { meaningOf } from './meaning.ts';
import { type Ground, type Move, pathsAfter, type TextEdit, type Untouched } from './plan.ts';
import { type HandbookStates, type Reference, type ReferencePair, referencesOn, type Seen } from './references.ts';
import { isKept, type Repair, repair } from './repair.ts';

/** A change that someone asked for, before anything else is adapted to it. */
interface ChangeRequest {
  readonly moves: readonly Move[];
  readonly edits: readonly TextEdit[];
  /** The heading whose words are replaced: links in them go with them. */
  readonly heading?: { readonly path: string; readonly index: number };
}

/** What has to change so that links keep their meaning, and what cannot be kept. */
interface KeptLinks {
  readonly edits: readonly TextEdit[];
  /** References that would lead to something else, whatever is written, for whoever has to fix them by hand. */
  readonly untouched: readonly Untouched[];
  readonly after: Handbook;
}

// An edit in a heading changes its id, which the next round follows. More rounds than this would never end.
const ROUNDS = 6;

/**
 * Changes every reference so that it means after a change what it meant before, and tries each new destination in the
 * changed handbook before it is taken. What did not lead anywhere before is left alone.
 */
export async function keepLinks(ground: Ground, wish: ChangeRequest): Promise<KeptLinks> {
  const repairs: Repairs = new Map();
  const textOf = (path: string) => ground.handbook.page(path)?.text ?? '';
  const moved = pathsAfter(wish.moves);
  let pages = pagesToLookAt(ground.handbook, wish);
  for (let round = 0; ; round++) {
    const edits = [...wish.edits, ...editsOf(repairs)];
    const tree = changedTree(ground.tree, wish.moves, editedTexts(edits, textOf));
    const after = await ground.over(tree);
    const exists = { before: ground.tree.exists, after: tree.exists };
    const states: HandbookStates = { before: ground.handbook, after, moved, exists, heading: wish.heading };
    const changed = findChanged(pages, states);
    // What a page shows and where an old address leads decide what links mean, so these are mended first.
    const links = changed.filter(({ pair }) => pair.before.kind === 'link');
    const others = changed.filter(({ pair }) => pair.before.kind !== 'link');
    const isBetter = round < ROUNDS && (addRepairs(others, repairs, states) || addRepairs(links, repairs, states));
    if (!isBetter) return { edits, after, untouched: changed.map(untouchedAt) };
    const isLocal = [...repairs].every(([page, own]) => [...own.values()].every((each) => staysLocal(each, page)));
    if (isLocal) pages = [...new Set(changed.map(({ page }) => page))];
  }
}

/** Whether a repair leaves alone what all other references mean: it changes where a link leads that stands in no heading. */
function staysLocal({ reference }: Repair, { facts: { headings } }: Page): boolean {
  const [start, end] = reference.range;
  return reference.kind === 'link' && !headings.some(({ range }) => range[0] <= start && end <= range[1]);
}

type Repairs = Map<Page, Map<number, Repair>>;

/** Adds the edits that keep these references; says whether there are new ones. */
function addRepairs(changed: readonly Changed[], repairs: Repairs, states: HandbookStates): boolean {
  let isNew = false;
  for (const { page, index, pair } of changed) {
    const found = repair(pair, states);
    const own = getOrInsert(repairs, page, () => new Map<number, Repair>());
    const last = own.get(index);
    if (found === null || (last?.text === found.text && last?.part === found.part)) continue;
    own.set(index, found);
    isNew = true;
  }
  return isNew;
}

interface Changed {
  readonly page: Page;
  readonly index: number;
  readonly pair: ReferencePair;
}

function untouchedAt({ page, pair: { before } }: Changed): Untouched {
  const { kind, range } = before;
  const why = `This ${kind} no longer leads where it did, and nothing that could be written here does.`;
  return { path: page.path, range, written: page.text.slice(...range), kind: 'breaks', why };
}

function findChanged(pages: readonly Page[], states: HandbookStates): readonly Changed[] {
  return pages.flatMap((page) => {
    const after = states.after.page(states.moved(page.path));
    if (after === undefined) return [];
    const own = referencesOutside(page, states.before, states.heading, page.path);
    const now = referencesOutside(after, states.after, states.heading, page.path);
    return own.flatMap((reference, index): Changed[] => {
      const next = now[index];
      if (next === undefined || next.kind !== reference.kind) return [];
      const both = { before: page, after };
      const seen = reference.kind === 'link' ? seenFrom(reference.link, both, states) : [];
      const pair: ReferencePair = { before: reference, now: next, page: both, seen };
      return isKept(pair, states) ? [] : [{ page, index, pair }];
    });
  });
}

/**
 * Where no file moves, only links to pages that show the heading can change. Which pages show a part is known of Hugo's includes alone: of
 * the parts of other generators, all pages are looked at.
 */
function pagesToLookAt(handbook: Handbook, { moves, edits }: ChangeRequest): readonly Page[] {
  if (moves.length > 0 || handbook.site.ids.partsOf !== undefined) return handbook.pages;
  const edited = [...new Set(edits.map(({ path }) => path))].flatMap((path) => handbook.page(path) ?? []);
  const shown = edited.flatMap((page) => [page, ...handbook.shownOn(page)]);
  const redirects = handbook.pages.filter(({ kind }) => kind === 'redirects');
  return [...new Set([...pagesLinkingTo(shown, handbook).keys(), ...shown, ...redirects])];
}

function referencesOutside(page: Page, handbook: Handbook, heading: HandbookStates['heading'], oldPath: string) {
  const all = referencesOn(page, handbook);
  const own = heading?.path === oldPath ? page.facts.headings[heading.index]?.range : undefined;
  return own === undefined ? all : all.filter(({ range }) => range[1] <= own[0] || own[1] <= range[0]);
}

function seenFrom(link: Link, page: ReferencePair['page'], { before, after, moved }: HandbookStates): readonly Seen[] {
  const bringing = pagesBringingIn(page.before, before);
  return [...followedFrom(link, page.before, before), ...bringing].flatMap((from): Seen[] => {
    const meaning = meaningOf(link, page.before, from, before);
    const now = from === page.before ? page.after : after.page(moved(from.path));
    return meaning === null || now === undefined ? [] : [{ from: { before: from, after: now }, meaning }];
  });
}

/** The edits that repairs make, each as small as it can be. */
function editsOf(repairs: ReadonlyMap<Page, ReadonlyMap<number, Repair>>): TextEdit[] {
  return [...repairs].flatMap(([{ path }, own]) =>
    [...own.values()].map(({ reference, part, text }): TextEdit => {
      const [start, end] = rangeOf(reference, part);
      return { path, start, end, text };
    }),
  );
}

function rangeOf(reference: Reference, part: Repair['part']) {
  if (reference.kind !== 'link' || part === 'all') return reference.range;
  const { link } = reference;
  if (part === 'fragment' && link.fragment) return link.fragment;
  return splitHref(link.href).fragment === null || link.fragment === null ? link.target : pathRange(link);
}
