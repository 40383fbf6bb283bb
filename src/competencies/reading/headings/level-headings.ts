import { countBy, groupBy } from '../../../collections/groups.ts';
import type { Range } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { Group } from '../../framework.ts';
import { leadsIn, splitWords, wordKey } from '../../wording.ts';
import { groupOf } from '../groups/group-names.ts';
import { itemsIn } from '../items.ts';
import { boldLine, type PagePart } from '../parts.ts';
import { isRoleNoun, levelIdOf } from '../places/level-ids.ts';
import { fewestLevels, type LevelReader, type Sheet } from '../sheets.ts';
import { roleBeside } from '../tables/level-cells.ts';

type HeadingPart = PagePart & { readonly kind: 'heading' };

interface Placed {
  readonly at: number;
  readonly part: HeadingPart;
}

interface LevelHeading extends Placed {
  readonly level: string;
}

/**
 * Reads a page that has levels as headings, all of one depth: what stands below each is the sheet of that level. The same
 * levels may come again below each of several headings, which name groups, or departments where they hold groups themselves.
 */
export function readLevelHeadings(
  page: Page,
  parts: readonly PagePart[],
  levelOf: LevelReader,
  hasDepartments: boolean,
): Sheet[] {
  const headings = parts.flatMap((part, at) => (part.kind === 'heading' && part.via === null ? [{ at, part }] : []));
  const below = ({ at, part }: Placed): readonly PagePart[] => {
    const next = headings.find((other) => other.at > at && other.part.heading.level <= part.heading.level);
    return parts.slice(at + 1, next?.at);
  };
  const sheetOf = ({ level, part }: LevelHeading, department: string | null, own: readonly PagePart[]): Sheet => {
    return { department, level, page, place: part.heading.textRange, shape: 'heading', parts: own };
  };
  const levels = bestDepth(headings, levelOf);
  const repeated = repeatedLevels(headings, levelOf).map((found) => ({ found, own: below(found) }));
  if (repeated.length <= levels.length) return levels.map((found) => sheetOf(found, null, below(found)));
  const withGroups = repeated.filter(({ own }) =>
    own.some((part) => part.kind === 'heading' || boldLine(part) !== null),
  );
  const above = [...new Set(repeated.map(({ found }) => found.above.heading.text))];
  if (
    areTracks(above, hasDepartments ? 2 : above.length) ||
    (!hasDepartments && withGroups.length * 2 > repeated.length)
  )
    return repeated.map(({ found, own }) => sheetOf(found, found.above.heading.text, own));
  const byLevel = groupBy(repeated, ({ found }) => found.level);
  return [...byLevel.values()].map((same) => {
    const own = same.flatMap(({ found, own }) => [found.above, ...own]);
    return sheetOf(same[0]!.found, null, own);
  });
}

const trackName =
  /(?:^| )(?:tracks?|paths?|ladders?|ics?|individual contributors?|managers?)$|^(?:people |engineering )?management$/;

/** Are these the names of tracks, and not of groups: "Individual contributors" and "Managers"? One of them at least has to say so. */
function areTracks(names: readonly string[], most: number): boolean {
  const keys = names.map(wordKey);
  const isTrack = (key: string) => trackName.test(key) || (/s$/.test(key) && isRoleNoun(key.split(' ').at(-1)!));
  return keys.length <= most && keys.some((key) => trackName.test(key)) && keys.every(isTrack);
}

/** The level headings of one depth below several headings, of which at least two have at least two of the same levels. */
function repeatedLevels(headings: readonly Placed[], levelOf: LevelReader) {
  let best: readonly (LevelHeading & { readonly above: HeadingPart })[] = [];
  for (let depth = 2; depth <= 6; depth += 1) {
    const found: (LevelHeading & { readonly above: HeadingPart })[] = [];
    let others = 0;
    let above: HeadingPart | null = null;
    for (const { at, part } of headings) {
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

/** The level headings of the depth that has most of them; of two, the upper one. */
function bestDepth(headings: readonly Placed[], levelOf: LevelReader): readonly LevelHeading[] {
  let best: LevelHeading[] = [];
  for (let depth = 1; depth <= 6; depth += 1) {
    const ofDepth = headings.filter(({ part }) => part.heading.level === depth);
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
function withPlainName(found: LevelHeading[], all: readonly Placed[]): LevelHeading[] {
  if (found.some(({ level }) => level === 'mid' || level === 'intermediate')) return found;
  const roles = found.map(({ part }) => splitWords(part.heading.text).slice(1).join(' '));
  const [role = ''] = roles;
  if (role === '' || roles.filter((each) => each === role).length < fewestLevels) return found;
  const plain = all.find(
    ({ at, part }) => wordKey(part.heading.text) === role && !found.some((each) => each.at === at),
  );
  if (plain === undefined) return found;
  return [...found, { ...plain, level: 'mid' }].sort((left, right) => left.at - right.at);
}

/**
 * Headings with the words of one before them that is the place of a level: what stands below them is not read. They count below one
 * and the same heading.
 */
export function secondHeadings(parts: readonly PagePart[], sheets: readonly Sheet[]): readonly Range[] {
  const places = new Set(sheets.map(({ place }) => place[0]));
  const headings = parts.flatMap((part) => (part.kind === 'heading' && part.via === null ? [part.heading] : []));
  const second = headings.filter(({ level, text, textRange }, at) => {
    if (places.has(textRange[0])) return false;
    const above = headings.slice(0, at);
    const beside = above.slice(above.findLastIndex((other) => other.level < level) + 1);
    return beside.some(
      (other) => places.has(other.textRange[0]) && other.level === level && wordKey(other.text) === wordKey(text),
    );
  });
  return second.map(({ textRange }) => textRange);
}

/** Competencies that come again below several headings of a page say whom the headings name; fewer could be there by chance. */
const fewestRepeated = 2;
/** The share of competencies that come again where a page holds several levels: such a page seldom holds departments as well. */
const leastRepeated = 2 / 3;

/**
 * Levels that hold for all departments, each a page or a part of one, with a sheet for each of their headings that names a department.
 * Headings do so where most such levels ask for the same things below several of them, and those of one page have the same headings;
 * else they name groups, as those in `declared` do.
 */
export function splitAtDepartments<T extends ReadPage>(read: readonly T[], declared: readonly Group[]): readonly T[] {
  const whole = read.filter(({ found }) => found.department === null).flatMap(({ sheets }) => sheets.filter(isWhole));
  const split = new Map(whole.map((sheet) => [sheet, sectionsOf(sheet, declared)]));
  const uses = countBy([...split.values()].map(headingsOf));
  const several = new Set(
    [...split].flatMap(([{ shape }, sections]) => {
      if (shape === 'page') return doRepeat(sections, 0) ? [sections] : [];
      const isUsual = uses.get(headingsOf(sections))! * 2 > whole.length;
      return isUsual && doRepeat(sections, leastRepeated) ? [sections] : [];
    }),
  );
  if (several.size * 2 <= whole.length) return read;
  const names = new Set([...several].flatMap((sections) => sections.map(({ sheet }) => sheet.department)));
  return read.map((each) => {
    const parted = each.sheets.map((sheet) => {
      const sections = split.get(sheet) ?? [];
      const isSplit = several.has(sections) || sections.some((section) => names.has(section.sheet.department));
      return isSplit ? sections.map((section) => section.sheet) : [sheet];
    });
    if (parted.every(([sheet], at) => sheet === each.sheets[at])) return each;
    const isFirst = ({ department }: Sheet, at: number, all: readonly Sheet[]) =>
      all.findIndex((other) => other.department === department) === at;
    const again = parted.flatMap((all) => all.filter((...sheet) => !isFirst(...sheet)).map(({ place }) => place));
    return { ...each, sheets: parted.flatMap((all) => all.filter(isFirst)), second: [...each.second, ...again] };
  });
}

/** What was read of a page; `department`: what its place says of it. */
interface ReadPage {
  readonly found: { readonly department: string | null };
  readonly sheets: readonly Sheet[];
  readonly second: readonly Range[];
}

interface Section {
  readonly sheet: Sheet;
  /** The words of each competency in it. */
  readonly keys: ReadonlySet<string>;
}

/** Is it what a page says of a level, for whomever? */
function isWhole({ department, shape }: Sheet): boolean {
  return department === null && (shape === 'page' || shape === 'heading');
}

/** What stands below each of the upper headings of a level; nothing where most of them name groups. */
function sectionsOf(sheet: Sheet, declared: readonly Group[]): readonly Section[] {
  const { parts, page } = sheet;
  const headings = parts.flatMap((part, at) =>
    part.kind === 'heading' && part.via === null && part.heading.text !== page.title ? [{ ...part, at }] : [],
  );
  const top = Math.min(...headings.map(({ heading }) => heading.level));
  const upper = headings.filter(({ heading }) => heading.level === top);
  const ofGroups = upper.filter(({ heading }) => groupOf(heading.text, declared, []) !== null);
  if (ofGroups.length * 2 >= upper.length) return [];
  return upper.map(({ heading: { text, textRange }, at }, index) => {
    const own = parts.slice(at + 1, upper[index + 1]?.at);
    const department = levelIdOf(text) === null ? text : roleBeside(text);
    return {
      sheet: { ...sheet, department, place: textRange, shape: 'heading', parts: own },
      keys: new Set(own.flatMap(withoutLead).map(({ wording }) => wording.key)),
    };
  });
}

const withoutLead = (part: PagePart) => itemsIn(part).filter(({ wording }, at) => at > 0 || !leadsIn(wording.text));

const headingsOf = (sections: readonly Section[]) => sections.map(({ sheet }) => sheet.department).join('\n');

/** Do enough competencies come again? `least`: the share of all that have to. */
function doRepeat(sections: readonly Section[], least: number): boolean {
  const uses = countBy(sections.flatMap(({ keys }) => [...keys]));
  const repeated = [...uses.values()].filter((count) => count > 1).length;
  return repeated >= Math.max(fewestRepeated, uses.size * least);
}
