import type { FrameworkConfig } from '../../config/frameworks.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Handbook } from '../../model/handbook.ts';
import { titleRange } from '../../sections/title-range.ts';
import type { Level, UnreadPage } from '../framework.ts';
import { nounsOf, splitWords } from '../wording.ts';
import { readLevelData } from './data/level-data.ts';
import { readLevelHeadings, secondHeadings } from './headings/level-headings.ts';
import { unfoldLevels } from './headings/unfold-levels.ts';
import { type PagePart, readParts } from './parts.ts';
import { settingsOf } from './places/departments.ts';
import type { FoundPage } from './places/find-pages.ts';
import { levelIdOf } from './places/level-ids.ts';
import type { LevelReader, Sheet } from './sheets.ts';
import { readLevelTables } from './tables/level-tables.ts';

/** A page of a framework and what it says of each level. */
export interface PageSheets {
  readonly found: FoundPage;
  readonly sheets: readonly Sheet[];
  /** Why there is no sheet, when there is none. */
  readonly why: UnreadPage['why'];
  /** Where a level is named a second time; what it asks for there is in no sheet. */
  readonly second: readonly Range[];
}

/** Reads a page into sheets, in whichever shape it has. */
export function readSheets(
  found: FoundPage,
  handbook: Handbook,
  config: FrameworkConfig,
  declared: readonly Level[] | null,
): PageSheets {
  const { page, department, level } = found;
  const levelOf = declared === null ? levelIdOf : levelNamed(declared);
  const nouns = nounsOf([department ?? '', settingsOf(department ?? '', config)?.name ?? '']);
  const data = page.content.data?.root ?? null;
  const hasDepartments = department !== null;
  if (level !== null) {
    const parts = page.kind === 'data' ? [] : readParts(page, handbook);
    const ofData = data === null ? [] : readLevelData(page, data, { levelOf, nouns, hasDepartments: true, level });
    const inData = ofData[0]?.parts ?? [];
    const isData = page.kind === 'data' || (!hasLists(parts) && countItems(ofData) > 0);
    const shape = isData ? 'data' : 'page';
    const sheet: Sheet = {
      department: null,
      level,
      page,
      place: titleRange(page),
      shape,
      parts: isData ? inData : parts,
    };
    const sheets = page.kind === 'data' && inData.length === 0 ? [] : [sheet];
    return { found, sheets, why: 'no-list', second: [] };
  }
  const parts = readParts(page, handbook);
  const tables = readLevelTables(page, parts, { levelOf, nouns, hasDepartments });
  const unfolded = unfoldLevels(parts, levelOf);
  const headings = readLevelHeadings(page, unfolded, levelOf, hasDepartments);
  const values = data === null ? [] : readLevelData(page, data, { levelOf, nouns, hasDepartments });
  const ways = [
    tables,
    { sheets: headings, second: secondHeadings(unfolded, headings) },
    { sheets: values, second: [] },
  ];
  ways.sort((left, right) => countItems(right.sheets) - countItems(left.sheets));
  const { sheets, second } = ways.find((way) => way.sheets.length > 0) ?? { sheets: [], second: [] };
  return { found, sheets, why: 'no-levels', second };
}

function hasLists(parts: readonly PagePart[]): boolean {
  return parts.some(
    (part) => part.kind === 'include' || (part.kind === 'block' && /^(?:list|table)$/.test(part.block.type)),
  );
}

function countItems(sheets: readonly Sheet[]): number {
  let count = 0;
  for (const part of sheets.flatMap(({ parts }) => parts)) {
    if (part.kind === 'items') count += part.list.items.length;
    if (part.kind !== 'block') continue;
    if (part.block.type === 'list') count += part.block.items.length;
    if (part.block.type === 'table') count += part.block.rows.length;
  }
  return count;
}

/** A heading that names a level has at most this many other words. */
const mostOthers = 4;
const prose = new Set('to for the and with your our how what why is are by as'.split(' '));

/** The declared level that a heading, a cell or a key names: the longest name at either end. */
function levelNamed(levels: readonly Level[]): LevelReader {
  const byName = levels.flatMap((level) => level.words.map((words) => ({ words, id: level.id })));
  byName.sort((left, right) => right.words.length - left.words.length);
  return (text) => {
    const words = splitWords(text);
    const fits = byName.find(({ words: name }) => {
      const others = words.length - name.length;
      if (others < 0 || others > mostOthers) return false;
      const isAt = (start: number) => name.every((word, at) => words[start + at] === word);
      return isAt(0) || isAt(others);
    });
    if (fits === undefined) return null;
    const isSentence = words.length > fits.words.length && words.some((word) => prose.has(word));
    return isSentence ? null : fits.id;
  };
}
