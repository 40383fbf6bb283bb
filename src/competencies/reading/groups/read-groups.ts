import type { Heading, Link, Range } from '../../../markdown/facts.ts';
import type { Include, Page } from '../../../model/handbook.ts';
import type { Competency, CompetencyGroup, CompetencyList, Group, GroupText } from '../../framework.ts';
import type { Nouns } from '../../wording.ts';
import { readList, readRows } from '../items.ts';
import { isLinkList, linksIn } from '../link-list.ts';
import { boldLine, headingOf, type PagePart, rangeOf } from '../parts.ts';
import { groupOf, type HeadingWords, nearestGroup } from './group-names.ts';

/** What is needed to tell a page's groups of competencies from its other sections. */
interface GroupReading {
  readonly groups: readonly Group[];
  /** Level and department names, which headings may carry. */
  readonly names: HeadingWords;
  readonly nouns: Nouns;
  readonly targetOf: (link: Link) => Page | null;
}

interface Opening {
  readonly group: Group;
  readonly page: Page;
  readonly heading: Heading;
  readonly headingProblem: CompetencyGroup['headingProblem'];
  readonly body: PagePart[];
}

/** Reads the groups of competencies of a page. A group reaches to the next heading that is no deeper than its own. */
export function readGroups(
  page: Page,
  place: Range,
  parts: readonly PagePart[],
  reading: GroupReading,
): CompetencyGroup[] {
  const whole = reading.groups.find(({ match }) => match === 'all');
  if (whole !== undefined) {
    const heading = headingOf(whole.name, place, 1);
    const group = readGroup(page, { group: whole, page, heading, headingProblem: null, body: [...parts] }, reading);
    return group.items.length === 0 && group.texts.every(({ row }) => row === null) ? [] : [group];
  }
  const found: Opening[] = [];
  const opens = openings(parts, reading);
  let isOpen = false;
  for (const part of parts) {
    const open = isOpen ? found.at(-1) : undefined;
    const opening = opens.get(part);
    const isHeading = part.kind === 'heading';
    const isDeeper =
      isHeading && open !== undefined && part.heading.level > open.heading.level && open.headingProblem !== 'bold';
    if (opening !== undefined && (opening.group !== open?.group || (isHeading && !isDeeper))) {
      found.push({ ...opening, body: [] });
      isOpen = true;
    } else if (!isHeading) open?.body.push(part);
    else if (!isDeeper && part.via === null) isOpen = false;
  }
  return found.map((opening) => readGroup(page, opening, reading));
}

/** The parts that open a group: headings, then misspelt headings and bold lines for groups that no heading opens. */
function openings(parts: readonly PagePart[], { groups, names }: GroupReading): Map<PagePart, Omit<Opening, 'body'>> {
  const found = new Map<PagePart, Omit<Opening, 'body'>>();
  const present = new Set<Group>();
  for (const part of parts) {
    if (part.kind !== 'heading') continue;
    const group = groupOf(part.heading.text, groups, names);
    if (group === null) continue;
    present.add(group);
    found.set(part, { group, page: part.page, heading: part.heading, headingProblem: null });
  }
  const absent = groups.filter((group) => !present.has(group));
  if (absent.length === 0) return found;
  for (const part of parts) {
    const isOther = part.kind === 'heading' && part.via === null && !found.has(part);
    const heading = isOther ? part.heading : boldLine(part);
    if (heading === null) continue;
    const named = groupOf(heading.text, absent, names);
    const group = named ?? nearestGroup(heading.text, absent, names);
    const headingProblem = named === null ? 'misspelt' : 'bold';
    if (group !== null) found.set(part, { group, page: part.page, heading, headingProblem });
  }
  return found;
}

function readGroup(
  page: Page,
  { group, page: file, heading, headingProblem, body }: Opening,
  reading: GroupReading,
): CompetencyGroup {
  const lists: CompetencyList[] = [];
  const texts: GroupText[] = [];
  const includes: Include[] = [];
  const refersTo = new Set<Page>();
  const isOurs = (link: Link) => reading.targetOf(link) !== null;
  let incomplete = false;
  for (const piece of body) {
    if (piece.kind === 'heading') continue;
    if (piece.kind === 'items') {
      lists.push(piece.list);
      texts.push(...piece.texts);
      continue;
    }
    if (piece.kind === 'include') {
      if (piece.via === null) includes.push(piece.include);
      if (piece.include.state.kind !== 'found') incomplete = true;
      continue;
    }
    const { block } = piece;
    const from = { page: piece.page, via: piece.via, nouns: reading.nouns };
    if (block.type === 'table') lists.push(readRows(block, from));
    // What a shortcode prints is not known here.
    if (block.type === 'shortcode' && piece.page.facts.shortcodes[block.shortcode]?.inner === null) incomplete = true;
    if (block.type === 'list' && !isLinkList(block, piece.page, isOurs)) lists.push(readList(block, from));
    else if (block.type === 'paragraph' || (block.type === 'html' && block.text !== ''))
      texts.push({ page: piece.page, range: block.range, text: block.text, row: null });
    else continue;
    for (const target of linksIn(block.range, piece.page).map(reading.targetOf))
      if (target !== null && target !== page) refersTo.add(target);
  }
  const items: Competency[] = lists.flatMap((list) => list.items);
  const first = body.find((piece) => piece.kind !== 'heading');
  return {
    group,
    page: file,
    range: heading.textRange,
    heading: heading.text,
    headingProblem,
    texts,
    lists,
    items,
    includes,
    refersTo,
    opensWith: first === undefined ? 'nothing' : first.kind === 'include' && first.via === null ? 'include' : 'other',
    incomplete: incomplete || hasBrokenShortcode(file, heading.range[0], body),
  };
}

/** A malformed include call is no call; the words around it show where its list was meant to be. */
function hasBrokenShortcode(page: Page, from: number, body: readonly PagePart[]): boolean {
  const problems = page.facts.problems.filter(
    ({ kind }) => kind === 'include-malformed' || kind === 'shortcode-malformed' || kind === 'shortcode-unclosed',
  );
  const end = Math.max(from, ...body.filter((piece) => piece.page === page).map((piece) => rangeOf(piece)[1]));
  const next = page.facts.headings.find(({ range }) => range[0] > end)?.range[0] ?? Number.POSITIVE_INFINITY;
  return problems.some((problem) => problem.range[0] > from && problem.range[0] < next);
}
