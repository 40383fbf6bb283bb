import type { Link, Range } from '../markdown/facts.ts';
import type { Include, Page } from '../model/handbook.ts';
import type { Competency, CompetencyGroup, CompetencyList, Group, GroupText } from './framework.ts';
import { groupOf, type Names } from './headings.ts';
import { readList, readRows } from './items.ts';
import { isLinkList } from './link-list.ts';
import type { Part } from './parts.ts';

/** What is needed to tell a page's groups of competencies from its other sections. */
export interface GroupReading {
  readonly groups: readonly Group[];
  /** Level and department names, which headings may carry. */
  readonly names: Names;
  readonly isOurs: (link: Link) => boolean;
}

/** Reads the groups of competencies of a page. A group reaches to the next heading that is no deeper than its own. */
export function readGroups(
  page: Page,
  parts: readonly Part[],
  { groups, names, isOurs }: GroupReading,
): readonly CompetencyGroup[] {
  const found: Opening[] = [];
  let isOpen = false;
  for (const part of parts) {
    const open = isOpen ? found.at(-1) : undefined;
    if (part.kind !== 'heading') {
      open?.body.push(part);
      continue;
    }
    const group = groupOf(part.heading.text, groups, names);
    const isDeeper = open !== undefined && part.heading.level > open.part.heading.level;
    if (group !== null && !(isDeeper && open.group === group)) {
      found.push({ group, part, body: [] });
      isOpen = true;
    } else if (!isDeeper && part.via === null) {
      isOpen = false;
    }
  }
  return found.map((opening) => readGroup(page, opening, isOurs));
}

interface Opening {
  readonly group: Group;
  readonly part: Part & { readonly kind: 'heading' };
  readonly body: Part[];
}

function readGroup(page: Page, { group, part, body }: Opening, isOurs: (link: Link) => boolean): CompetencyGroup {
  const lists: CompetencyList[] = [];
  const texts: GroupText[] = [];
  const includes: Include[] = [];
  let lead: string | null = null;
  let incomplete = false;
  for (const piece of body) {
    if (piece.kind === 'heading') continue;
    if (piece.kind === 'include') {
      if (piece.via === null) includes.push(piece.include);
      if (piece.include.state.kind !== 'found') incomplete = true;
      continue;
    }
    const { block } = piece;
    if (block.type === 'list') {
      if (!isLinkList(block, piece.page, isOurs)) lists.push(readList(block, piece.page, piece.via));
    } else if (block.type === 'table') lists.push(readRows(block, piece.page, piece.via));
    else if (block.type === 'paragraph' || (block.type === 'html' && block.text !== '')) {
      texts.push({ page: piece.page, range: block.range, text: block.text, row: null });
      if (lists.length === 0) lead ??= block.text;
    } else if (block.type === 'shortcode') {
      // What a shortcode prints is not known here.
      if (piece.page.facts.shortcodes[block.shortcode]?.inner === null) incomplete = true;
    }
  }
  const items: Competency[] = lists.flatMap((list) => list.items);
  const first = body.find((piece) => piece.kind !== 'heading');
  return {
    group,
    levelPage: { page },
    page: part.page,
    range: part.heading.textRange,
    heading: part.heading.text,
    lead,
    texts,
    lists,
    items,
    includes,
    opensWith: first === undefined ? 'nothing' : first.kind === 'include' && first.via === null ? 'include' : 'other',
    incomplete: incomplete || hasBrokenShortcode(part.page, part.heading.range[0], body),
  };
}

/** A malformed include call is no call; the words around it show where its list was meant to be. */
function hasBrokenShortcode(page: Page, from: number, body: readonly Part[]): boolean {
  const problems = page.facts.problems.filter(
    ({ kind }) => kind === 'include-malformed' || kind === 'shortcode-malformed' || kind === 'shortcode-unclosed',
  );
  if (problems.length === 0) return false;
  const headings = page.facts.headings.filter((heading) => heading.range[0] > from);
  const lastOwn = body.filter((piece) => piece.page === page).reduce((end, piece) => Math.max(end, endOf(piece)), from);
  const next = headings.find((heading) => heading.range[0] >= lastOwn)?.range[0] ?? Number.POSITIVE_INFINITY;
  return problems.some((problem) => problem.range[0] > from && problem.range[0] < next);
}

function endOf(part: Part): number {
  const range: Range =
    part.kind === 'heading' ? part.heading.range : part.kind === 'block' ? part.block.range : part.include.call.range;
  return range[1];
}
