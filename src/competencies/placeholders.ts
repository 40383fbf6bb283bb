import type { Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';
import { isPlaceholder as holdsPlace } from '../sections/not-yet.ts';
import type { CompetencyGroup, Framework, GroupText, LevelPage } from './framework.ts';
import { splitWords } from './wording.ts';

/** Words that stand where a competency should. */
export interface PlaceholderFound {
  readonly levelPage: LevelPage;
  /** Do several departments show it? */
  readonly isShared: boolean;
  readonly group: CompetencyGroup;
  readonly page: Page;
  readonly range: Range;
  readonly text: string;
  /** The row of an empty cell; `null` for words. */
  readonly row: string | null;
}

/** Finds placeholders among the competencies and in the prose of a group, and cells without words. */
export function findPlaceholders(framework: Framework): readonly PlaceholderFound[] {
  const all = framework.pages.flatMap((levelPage) => {
    const isBelow = ({ isBelowFirst, isAbsent }: GroupText) => isBelowFirst === true && isAbsent !== true;
    const below = levelPage.groups.flatMap(({ texts }) => texts.filter(isBelow));
    // Several rows that begin at a higher level do so on purpose.
    const isGap = (text: GroupText, group: CompetencyGroup) =>
      !below.includes(text) || below.length === 1 || isAskedElsewhere(text, group, levelPage, framework);
    return levelPage.groups.flatMap((group): PlaceholderFound[] => {
      const common = { levelPage, isShared: false, group };
      const items = group.items
        .filter(({ wording, details }) => details.length === 0 && isNoCompetency(wording.text))
        .map((item) => ({ ...common, page: item.page, range: item.textRange, text: item.wording.text, row: null }));
      const texts = group.texts
        .filter((text) => text.isAbsent !== true && isGap(text, group))
        .filter(
          ({ text, row }) => row !== null || isPlaceholder(text) || (group.items.length === 0 && isNoCompetency(text)),
        )
        .map(({ page, range, text, row }) => ({ ...common, page, range, text, row }));
      return [...items, ...texts];
    });
  });
  const byPlace = new Map<string, PlaceholderFound>();
  for (const found of all) {
    const place = `${found.page.path} ${found.range}`;
    const first = byPlace.get(place);
    if (first === undefined) byPlace.set(place, found);
    else if (first.levelPage.department !== found.levelPage.department)
      byPlace.set(place, { ...first, isShared: true });
  }
  return [...byPlace.values()];
}

/** Does another department say at this level what a row says at higher levels only? */
function isAskedElsewhere({ row }: GroupText, { group }: CompetencyGroup, page: LevelPage, { pages }: Framework) {
  return pages.some(
    ({ level, department, groups }) =>
      level === page.level &&
      department !== page.department &&
      groups.some(
        (each) => each.group.name === group.name && each.items.some((item) => item.row === '' || item.row === row),
      ),
  );
}

/** Words that lead to a list hold no place: "We look for the following:". */
function isPlaceholder(text: string): boolean {
  return !/[:：]\s{0,9}$/u.test(text) && holdsPlace(text);
}

/** Does a group hold nothing but a placeholder? */
export function holdsPlaceholder(group: CompetencyGroup): boolean {
  return group.texts.some(({ text, row }) => row !== null || isNoCompetency(text));
}

// What people write when a level asks for nothing of its own. Whole texts only: "None of …" is a sentence.
const nothing =
  /^(?:none|nothing|n ?a|not applicable|not (?:yet )?(?:defined|decided|written|known)|empty|see (?:above|below)|no change(?:s)?)$/;
const noDifference =
  /^(?:(?:there (?:is|are) )?no (?:additional |further |other |specific |extra )?(?:differences?|additions?|changes?|competenc(?:y|ies)|requirements?|expectations?)\b|same as\b|(?:the )?same (?:competencies )?as\b|identical to\b|to be (?:added|defined|determined|written|decided|agreed|confirmed|completed|filled)\b)/;

/** "Same as Junior, plus" and "The same as at level 1, and:" lead to what is asked for. */
const leadsOn = /^(?:the )?(?:same|identical)\b[^\n]{0,200}(?:[:：]|\b(?:plus|and))\s{0,9}$/iu;

/** The longest text that says no more than that there is nothing. */
const mostWords = 12;

export function isNoCompetency(text: string): boolean {
  if (isPlaceholder(text)) return true;
  if (leadsOn.test(text)) return false;
  const words = splitWords(text);
  const plain = words.join(' ');
  return nothing.test(plain) || (words.length <= mostWords && noDifference.test(plain));
}
