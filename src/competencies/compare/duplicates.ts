import { addToGroup, countBy } from '../../collections/groups.ts';
import type { Include, Page } from '../../model/handbook.ts';
import {
  type Competency,
  type CompetencyList,
  competenciesOn,
  type Framework,
  type Level,
  type LevelPage,
} from '../framework.ts';
import { isNoCompetency } from '../placeholders.ts';
import { ladderWords } from '../reading/places/level-ids.ts';
import { leadsIn } from '../wording.ts';
import { placeOf } from './agreement.ts';
import { isContained, similarity, similarPairs } from './similarity.ts';

/** One competency twice on a rendered page. */
export interface Duplicate {
  readonly page: LevelPage;
  /** Where it should go. */
  readonly item: Competency;
  readonly twin: Competency;
  /** `same`: the same words. `more`: one has all the words of the other, or nearly all. */
  readonly kind: 'same' | 'more';
}

/** A list that is word for word that of another level of another department. */
export interface CopiedList {
  readonly page: LevelPage;
  readonly list: CompetencyList;
  readonly from: LevelPage;
  readonly original: CompetencyList;
}

/** A text with fewer words that carry meaning is found in too many others. */
const fewestWords = 3;
/** Similarity from which a competency counts as another one with some more words. */
const likeEnough = 0.65;

/** Length in words, and similarity, from which two competencies of a page count as nearly the same. */
const wordsOfNear = 6;
const nearEnough = 0.85;

/** Finds competencies that stand twice on one page as its reader sees it. */
export function findDuplicates(framework: Framework): readonly Duplicate[] {
  const shared = new Set(framework.shared.map(({ page }) => page));
  const seen = new Set<string>();
  const frames = repeatedQuestions(framework);
  return framework.pages.flatMap((page) => {
    // Of a group that stands there twice, it is told that it does.
    const once = page.groups.filter(({ group }, at) => page.groups.findIndex((each) => each.group === group) === at);
    // What holds the place of competencies is told as such.
    const leads = repeatedLeads(page, framework.levels);
    const items = once
      .flatMap((group) => group.items)
      .filter(({ wording: { text, key } }) => !isNoCompetency(text) && !frames.has(key) && !leads.has(key));
    const order = new Map(items.map((item, at) => [item, at]));
    return [...similarPairs(items)].flatMap(([left, right]) => {
      const kind = kindOf(left, right);
      if (kind === null) return [];
      const [item, twin] = rank(left) > rank(right) ? [left, right] : [right, left];
      const id = [item, twin].map(placeOf).join(' ');
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ page, item, twin, kind }];
    });

    // What a department adds goes, what all share stays; else the later of the two goes.
    function rank(item: Competency): number {
      const place = shared.has(item.page) ? 0 : item.via === null ? 2 : 1;
      return place * items.length + (order.get(item) ?? 0);
    }
  });
}

/** The keys of questions that several level pages have, as "How do they plan?": what is asked is the answer below each. */
function repeatedQuestions({ pages }: Framework): ReadonlySet<string> {
  const questionsOn = (page: LevelPage) => competenciesOn(page).filter(isQuestion);
  const keys = pages.map((page) => new Set(questionsOn(page).map(({ wording }) => wording.key)));
  const uses = countBy(keys.flatMap((ofPage) => [...ofPage]));
  return new Set([...uses].flatMap(([key, count]) => (count > 1 ? [key] : [])));
}

/**
 * The keys of what leads into the lists of a page, as "Everything from Junior, and:" or "All of the above.": it begins all groups, or
 * several of them and names another level.
 */
function repeatedLeads(page: LevelPage, levels: readonly Level[]): ReadonlySet<string> {
  const firsts = page.groups.flatMap(({ items: [first] }) => first?.wording ?? []);
  const leads = firsts.filter(({ text }) => leadsIn(text)).map(({ key }) => key);
  const others = levels.filter((level) => level !== page.level).flatMap(({ words }) => words);
  const namesOther = (key: string) => others.some((name) => ` ${key} `.includes(` ${name.join(' ')} `));
  const isLead = ([key, count]: readonly [string, number]) => count > 1 && (count === firsts.length || namesOther(key));
  return new Set([...countBy(leads)].filter(isLead).map(([key]) => key));
}

const isQuestion = ({ wording }: Competency) => /[?？]$/.test(wording.text);

/** An include that a level page shows twice. */
export interface RepeatedInclude {
  readonly page: LevelPage;
  readonly include: Include;
  readonly file: Page;
}

/** Finds include calls whose list another call on the same level page has shown already. */
export function findRepeatedIncludes(framework: Framework): readonly RepeatedInclude[] {
  return framework.pages.flatMap((page) => {
    const shown = new Map<string, Include>();
    const lists = page.groups.flatMap((group) => group.lists);
    return lists.flatMap(({ via, items, page: file, range }) => {
      if (via === null || items.length === 0) return [];
      const key = `${file.path} ${range}`;
      const first = shown.get(key);
      if (first === undefined) shown.set(key, via);
      return first === undefined || first === via ? [] : [{ page, include: via, file }];
    });
  });
}

function kindOf(left: Competency, right: Competency): Duplicate['kind'] | null {
  // In a table the same words may stand in two rows: what is asked is the row and the cell together.
  if (left.row !== right.row || left.textRange === right.textRange) return null;
  // A number alone is a grade, and so is "Advanced (5)".
  const isGrade = (key: string) => key.split(' ').every((word) => !/\p{L}/u.test(word) || ladderWords.has(word));
  if (left.wording.key === right.wording.key) return isGrade(left.wording.key) ? null : 'same';
  const isShorter = left.wording.stems.length <= right.wording.stems.length;
  const [short, long] = isShorter ? [left.wording, right.wording] : [right.wording, left.wording];
  const isMore = isContained(short, long);
  if (short.stems.length < (isMore ? fewestWords : wordsOfNear) || nameTwoThings(short.text, long.text)) return null;
  const least = isMore ? likeEnough : nearEnough;
  return similarity(short, long, least) >= least ? 'more' : null;
}

/** Does each of two texts have an acronym that the other lacks: "sets the KPIs of the team", "sets the ROI of the team"? */
function nameTwoThings(left: string, right: string): boolean {
  const [ours, theirs] = [left, right].map((text): readonly string[] => text.match(/\p{Lu}{2,}/gu) ?? []);
  return ours!.some((name) => !theirs!.includes(name)) && theirs!.some((name) => !ours!.includes(name));
}

const keysOf = ({ wording }: Competency) => [wording.key, wording.neutral];

/** A shorter list may well be the same in two departments. */
const fewestItems = 3;

/**
 * Finds lists copied from another level of another department. One department's levels resemble each other on purpose, and
 * the lists that departments share are compared with what each level shares. A list that a department has at
 * several levels is a step that levels have in common.
 */
export function findCopiedLists(framework: Framework): readonly CopiedList[] {
  const shared = new Set([...framework.shared, ...framework.agreed].flatMap(({ items }) => items.flatMap(keysOf)));
  const byWords = new Map<string, { order: number; page: LevelPage; list: CompetencyList }[]>();
  for (const page of framework.pages) {
    const { order } = page.level;
    // A department that has the base page's list of another level is told so.
    if (order === null || page.department.id === '') continue;
    for (const list of page.groups.flatMap((group) => group.lists)) {
      if (list.via !== null || list.items.length < fewestItems) continue;
      if (list.items.every((item) => keysOf(item).some((key) => shared.has(key)))) continue;
      const words = list.items.map(({ wording }) => wording.key).join('\n');
      addToGroup(byWords, words, { order, page, list });
    }
  }
  return [...byWords.values()].flatMap((places) => {
    const [lowest, ...others] = places.sort((left, right) => left.order - right.order);
    if (lowest === undefined) return [];
    return others
      .filter(({ page }) => page.level !== lowest.page.level && page.department !== lowest.page.department)
      .filter(({ page }) => !places.some((each) => each.page !== page && each.page.department === page.department))
      .map(({ page, list }) => ({ page, list, from: lowest.page, original: lowest.list }));
  });
}
