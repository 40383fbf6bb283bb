import { countBy, mostCommon } from '../../../collections/groups.ts';
import type { Link } from '../../../markdown/facts.ts';
import type { Group } from '../../framework.ts';
import { stem } from '../../wording.ts';
import { isLinkList } from '../link-list.ts';
import { boldLine, type PagePart } from '../parts.ts';
import { bareWords, groupName, type HeadingWords, nearestGroup, withoutKind } from './group-names.ts';

/** A heading of a level page with a list right below it. */
export interface GroupCandidate {
  readonly key: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Its place among the page's candidates. */
  readonly order: number;
  /** The kinds of the page's own lists below it. */
  readonly kinds: readonly ('ordered' | 'bulleted')[];
  /** Is there nothing but prose below it? */
  readonly isProse: boolean;
}

/** Headings that may open a group of competencies: on the page itself, with a list before the next one. */
export function findCandidates(
  parts: readonly PagePart[],
  names: HeadingWords,
  isOurs: (link: Link) => boolean,
): GroupCandidate[] {
  const found = collectCandidates(parts, names, isOurs, false);
  // Where no heading has a list, lines of bold words may be all there is.
  return found.length > 0 ? found : collectCandidates(parts, names, isOurs, true);
}

function collectCandidates(
  parts: readonly PagePart[],
  names: HeadingWords,
  isOurs: (link: Link) => boolean,
  bold: boolean,
): GroupCandidate[] {
  const candidates: GroupCandidate[] = [];
  let current: { readonly text: string; lists: number; prose: number; kinds: ('ordered' | 'bulleted')[] } | null = null;
  const close = (): void => {
    if (current === null || current.lists === 0) return;
    const words = withoutKind(bareWords(current.text, names).map(stem));
    const key = words.join(' ');
    if (key === '' || candidates.some((candidate) => candidate.key === key)) return;
    const name = groupName(current.text, names);
    const isProse = current.prose === current.lists;
    candidates.push({ key, name, words, order: candidates.length, kinds: current.kinds, isProse });
  };
  for (const part of parts) {
    const heading = part.kind === 'heading' && part.via === null ? part.heading : bold ? boldLine(part) : null;
    if (heading !== null) {
      close();
      current = { text: heading.text, lists: 0, prose: 0, kinds: [] };
    } else if (current !== null && part.kind === 'items') {
      current.lists += 1;
      if (part.list.kind === 'prose') current.prose += 1;
    } else if (current !== null && part.kind === 'block') {
      const { block } = part;
      if (block.type === 'table') current.lists += 1;
      if (block.type !== 'list' || isLinkList(block, part.page, isOurs)) continue;
      current.lists += 1;
      if (part.via === null) current.kinds.push(block.ordered ? 'ordered' : 'bulleted');
    }
  }
  close();
  return candidates;
}

/** Groups that most departments have on most of their pages. `departments`: what the pages of each offer. */
export function commonGroups(departments: readonly DepartmentPages[]): Group[] {
  if (areOfOneLevel(departments)) return [];
  const counts = countBy(departments.flatMap((pages) => [...keysOnMost(pages, 0.5)]));
  const chosen = [...counts].filter(([, count]) => count * 2 > departments.length).map(([key]) => key);
  return describeGroups(new Set(chosen), departments.flat());
}

type DepartmentPages = readonly (readonly GroupCandidate[])[];

/** With fewer pages of a department, headings cannot come again at enough levels. */
const fewestPages = 3;

/** Do most headings with lists stand at one level of their department alone, as "I am learning to test" does? They are no names of groups. */
function areOfOneLevel(departments: readonly DepartmentPages[]): boolean {
  const counted = departments
    .filter((pages) => pages.length >= fewestPages)
    .map((pages) => [...countBy(pages.flatMap((page) => page.map(({ key }) => key))).values()]);
  const uses = counted.flat();
  const all = uses.reduce((sum, count) => sum + count, 0);
  return uses.filter((count) => count === 1).length * 2 > all;
}

/** The groups of one department: the common ones, and those that nearly all its own pages have besides. */
export function departmentGroups(pages: DepartmentPages, common: readonly Group[]): readonly Group[] {
  if (pages.length < fewestPages) return common;
  const commonKeys = common.map((group) => group.headings[0]?.join(' ') ?? '');
  // Of prose, a heading that most pages of one department have says too little about the others.
  const inLists = pages.map((page) => page.filter(({ isProse }) => !isProse));
  const own = keysOnMost(inLists, 0.75);
  const lacking = common.filter((_, at) => !own.has(commonKeys[at] ?? ''));
  // A common group that the department misspells on all its pages is no group of its own.
  const extra = [...own].filter((key) => !commonKeys.includes(key) && nearestGroup(key, lacking, []) === null);
  if (extra.length === 0) return common;
  const described = describeGroups(new Set([...extra, ...commonKeys]), pages);
  const byKey = new Map(common.map((group, at) => [commonKeys[at], group]));
  const kept = described.map((group) => byKey.get(group.headings[0]?.join(' ')) ?? group);
  return [...kept, ...common.filter((group) => !kept.includes(group))];
}

export function isOnAny(group: Group, pages: DepartmentPages): boolean {
  const key = group.headings[0]?.join(' ');
  return pages.some((page) => page.some((candidate) => candidate.key === key));
}

function keysOnMost(pages: DepartmentPages, share: number): Set<string> {
  const counts = countBy(pages.flatMap((page) => page.map(({ key }) => key)));
  return new Set([...counts].filter(([, count]) => count >= pages.length * share).map(([key]) => key));
}

function describeGroups(keys: ReadonlySet<string>, pages: DepartmentPages): Group[] {
  const found = [...keys].flatMap((key) => {
    const uses = pages.flatMap((page) => page.filter((candidate) => candidate.key === key));
    const [first] = uses;
    if (first === undefined) return [];
    const order = uses.reduce((sum, use) => sum + use.order, 0) / uses.length;
    const group: Group = {
      name: mostCommon(uses.map((use) => use.name)) ?? first.name,
      headings: [first.words],
      match: 'whole',
      list: usualKind(uses.flatMap((use) => use.kinds)),
      min: 1,
      optional: false,
    };
    return [{ group, order }];
  });
  return found.sort((left, right) => left.order - right.order).map(({ group }) => group);
}

/** With fewer lists than this, no habit can be told. */
const fewestForHabit = 4;

function usualKind(kinds: readonly ('ordered' | 'bulleted')[]): Group['list'] {
  const ordered = kinds.filter((kind) => kind === 'ordered').length;
  if (kinds.length < fewestForHabit) return 'any';
  if (ordered >= kinds.length * 0.8) return 'ordered';
  return kinds.length - ordered >= kinds.length * 0.8 ? 'bulleted' : 'any';
}
