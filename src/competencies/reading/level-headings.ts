import { groupBy } from '../../collections/groups.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { splitWords } from '../wording.ts';
import { boldLine } from './bold-lines.ts';
import type { PagePart } from './parts.ts';
import { fewestLevels, type LevelNames, type Sheet } from './sheets.ts';

type HeadingPart = PagePart & { readonly kind: 'heading' };

interface LevelHeading {
  readonly at: number;
  readonly part: HeadingPart;
  readonly level: string;
}

interface Placed {
  readonly at: number;
  readonly part: HeadingPart;
}

/**
 * Reads a page that has levels as headings, all of one depth: what stands below each is the sheet of that level. The same
 * levels may come again below each of several headings, which name groups, or departments where they hold groups themselves.
 */
export function readLevelHeadings(
  page: Page,
  parts: readonly PagePart[],
  levelOf: LevelNames,
  hasDepartments: boolean,
): Sheet[] {
  const headings = parts.flatMap((part, at) => (part.kind === 'heading' ? [{ at, part }] : []));
  const below = ({ at, part }: Placed): readonly PagePart[] => {
    const next = headings.find(
      (other) => other.at > at && other.part.heading.level <= part.heading.level && other.part.via === null,
    );
    return parts.slice(at + 1, next?.at);
  };
  const levels = bestDepth(headings, levelOf);
  const repeated = repeatedLevels(headings, levelOf);
  if (repeated.length > levels.length) return readRepeated(page, repeated, below, hasDepartments);
  return levels.map((found): Sheet => sheetOf(page, found, null, below(found)));
}

function sheetOf(
  page: Page,
  { level, part }: LevelHeading,
  department: string | null,
  parts: readonly PagePart[],
): Sheet {
  return { department, level, page, place: part.heading.textRange, shape: 'heading', parts };
}

type Repeated = LevelHeading & { readonly above: HeadingPart };

/** The level headings of one depth below several headings, of which at least two have at least two of the same levels. */
function repeatedLevels(headings: readonly Placed[], levelOf: LevelNames): readonly Repeated[] {
  let best: readonly Repeated[] = [];
  for (let depth = 2; depth <= 6; depth += 1) {
    const found: Repeated[] = [];
    let others = 0;
    let above: HeadingPart | null = null;
    for (const { at, part } of headings) {
      if (part.via !== null) continue;
      if (part.heading.level < depth) above = part;
      if (part.heading.level !== depth || above === null) continue;
      const level = levelOf(part.heading.text);
      if (level === null) others += 1;
      else if (!found.some((each) => each.above === above && each.level === level))
        found.push({ at, part, level, above });
    }
    const places = groupBy(found, ({ level }) => level);
    const isRepeated = [...places.values()].filter(({ length }) => length >= 2).length >= fewestLevels;
    if (isRepeated && found.length > others && found.length > best.length) best = found;
  }
  return best;
}

function readRepeated(
  page: Page,
  repeated: readonly Repeated[],
  below: (place: Placed) => readonly PagePart[],
  hasDepartments: boolean,
): Sheet[] {
  const all = repeated.map((found) => ({ found, own: below(found) }));
  const withGroups = all.filter(({ own }) => own.some((part) => part.kind === 'heading' || isBoldLine(part)));
  if (!hasDepartments && withGroups.length * 2 > all.length)
    return all.map(({ found, own }) => sheetOf(page, found, found.above.heading.text, own));
  return [...groupBy(all, ({ found }) => found.level).values()].flatMap((same) => {
    const [first] = same;
    const parts = same.flatMap(({ found, own }) => [found.above, ...own]);
    return first === undefined ? [] : [sheetOf(page, first.found, null, parts)];
  });
}

const isBoldLine = (part: PagePart) => part.kind === 'block' && boldLine(part) !== null;

/** The level headings of the depth that has most of them; of two, the upper one. */
function bestDepth(headings: readonly { readonly at: number; readonly part: HeadingPart }[], levelOf: LevelNames) {
  let best: LevelHeading[] = [];
  for (let depth = 1; depth <= 6; depth += 1) {
    const ofDepth = headings.filter(({ part }) => part.heading.level === depth && part.via === null);
    const found: LevelHeading[] = [];
    for (const { at, part } of ofDepth) {
      const level = levelOf(part.heading.text);
      if (level !== null && !found.some((each) => each.level === level)) found.push({ at, part, level });
    }
    if (found.length < fewestLevels || found.length * 2 < ofDepth.length) continue;
    const all = withPlainName(found, ofDepth);
    if (all.length > best.length) best = all;
  }
  return best;
}

/** "Engineer" among "Junior Engineer" and "Senior Engineer" is the level between them. */
function withPlainName(
  found: LevelHeading[],
  all: readonly { readonly at: number; readonly part: HeadingPart }[],
): LevelHeading[] {
  if (found.some(({ level }) => level === 'mid' || level === 'intermediate')) return found;
  const roles = found.map(({ part }) => splitWords(part.heading.text).slice(1).join(' '));
  const [role = ''] = roles;
  if (role === '' || roles.filter((each) => each === role).length < fewestLevels) return found;
  const plain = all.find(
    ({ at, part }) => splitWords(part.heading.text).join(' ') === role && !found.some((each) => each.at === at),
  );
  if (plain === undefined) return found;
  return [...found, { ...plain, level: 'mid' }].sort((left, right) => left.at - right.at);
}

/**
 * Headings, or heads of a table's columns, with the words of one before them that is the place of a level: what stands below them is
 * not read. Headings count below one and the same heading.
 */
export function secondPlaces(page: Page, sheets: readonly Sheet[]): readonly Range[] {
  const places = new Set(sheets.map(({ place }) => place[0]));
  const isSame = (left: string, right: string) => splitWords(left).join(' ') === splitWords(right).join(' ');
  const { headings } = page.facts;
  const second = headings.filter(({ level, text, textRange }, at) => {
    if (places.has(textRange[0])) return false;
    const above = headings.slice(0, at);
    const beside = above.slice(above.findLastIndex((other) => other.level < level) + 1);
    return beside.some((other) => places.has(other.textRange[0]) && other.level === level && isSame(other.text, text));
  });
  const tables = page.content.blocks.flatMap((block) => (block.type === 'table' ? [block.header] : []));
  const cells = tables.flatMap((header) =>
    header.filter(
      ({ range, text }, at) =>
        !places.has(range[0]) &&
        header.slice(0, at).some((other) => places.has(other.range[0]) && isSame(other.text, text)),
    ),
  );
  return [...second, ...cells].map(({ textRange }) => textRange);
}
