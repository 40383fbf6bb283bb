import type { Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';
import { isOneTypo } from '../phrases/typos.ts';
import type { Department, Framework, Level } from './framework.ts';
import { splitWords } from './wording.ts';

/** What seems to be meant for a level and is misspelt. */
export interface MisspeltLevel {
  readonly department: Department;
  readonly level: Level;
  readonly page: Page;
  readonly range: Range;
  readonly text: string;
}

/** A name that is shorter is a typo of too many words. */
export const fewestLetters = 5;

/** With one of them before its name, a level is another: "Semi senior". */
const beforeLevels: ReadonlySet<string> = new Set(['semi', 'mid', 'sub', 'non', 'pre']);

/** The one heading, or cell beside those of levels, that misspells a level on the page of a department that lacks it; `null` when there is none, or more. */
export function misspeltLevel(department: Department, level: Level, framework: Framework): MisspeltLevel | null {
  const own = framework.pages.filter((page) => page.department === department);
  const names = level.words.filter((words) => words.join('').length >= fewestLetters);
  const isMisspelt = (text: string): boolean => {
    const words = splitWords(text);
    const isTypo = (name: readonly string[], at: number) =>
      isOneTypo(words.slice(at, at + name.length).join(' '), name.join(' ')) && !beforeLevels.has(words[at - 1] ?? '');
    return names.some((name) => words.some((_, at) => isTypo(name, at)));
  };
  const found = [...new Set(own.map(({ page }) => page))].flatMap((page) => {
    const places = new Set(framework.pages.flatMap((each) => (each.page === page ? each.place[0] : [])));
    return placesBeside(page, places).filter(({ text, range }) => !places.has(range[0]) && isMisspelt(text));
  });
  const [first, ...others] = found;
  return first === undefined || others.length > 0 ? null : { department, level, ...first };
}

/** Headings as deep as those of levels, and the cells of rows and columns that hold levels. */
function placesBeside(page: Page, places: ReadonlySet<number>): Pick<MisspeltLevel, 'page' | 'range' | 'text'>[] {
  const { headings } = page.facts;
  const depths = new Set(headings.flatMap(({ level, textRange }) => (places.has(textRange[0]) ? level : [])));
  const beside = headings.filter(({ level }) => depths.has(level));
  const cells = page.content.blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    const columns = block.header.some(({ range }) => places.has(range[0])) ? block.header : [];
    const rows = block.rows.flatMap((row) => row[0] ?? []);
    return [...columns, ...(rows.some(({ textRange }) => places.has(textRange[0])) ? rows : [])];
  });
  return [...beside, ...cells].map(({ text, textRange }) => ({ page, range: textRange, text }));
}
