import { isOneTypo } from '../phrases/typos.ts';
import { competenciesOn, type Department, type Framework, type Level, type LevelPage } from './framework.ts';
import { fewestLetters, type MisspeltLevel, misspeltLevel } from './misspelt-levels.ts';
import { settingsOf } from './reading/places/departments.ts';
import { areManagers } from './reading/places/level-ids.ts';
import { holdsRun } from './wording.ts';

/** Levels that a department lacks. */
export interface MissingLevels {
  readonly department: Department;
  readonly levels: readonly Level[];
  /** Pages of other departments at those levels. */
  readonly elsewhere: readonly LevelPage[];
}

/** A page that reads like a level under a name that is none. */
export interface MisnamedLevel {
  readonly page: LevelPage;
  readonly level: Level;
}

/** Finds the levels that a department should have a page for and has not; its teams' pages count. */
export function readMatrix(framework: Framework) {
  const missing: MissingLevels[] = [];
  const misnamed: MisnamedLevel[] = [];
  const misspelt: MisspeltLevel[] = [];
  const usual = askedLevels(framework);
  for (const department of framework.departments) {
    const declared = declaredLevels(department, framework);
    if (department.id === '' || (department.parent !== null && declared === null)) continue;
    const pages = pagesBelow(department, framework);
    if (pages.length === 0 && declared === null) continue;
    const ofAll = inOwnRange(usual, pages);
    const inTrack = areManagers(department.name) ? ofAll.filter((level) => isAmong(level, pages)) : ofAll;
    const asked = declared ?? inTrack.filter((level) => isOfTrack(level, pages));
    const lacks = asked.filter((level) => !pages.some((page) => page.level.id === level.id));
    const odd = pages.filter((page) => page.level.order === null && !declared?.includes(page.level));
    const unexplained = lacks.filter((level) => {
      const like = odd.find((page) => readsLike(page, level, framework));
      if (like !== undefined) misnamed.push({ page: like, level });
      const typo = like === undefined ? misspeltLevel(department, level, framework) : null;
      if (typo !== null) misspelt.push(typo);
      return like === undefined && typo === null;
    });
    if (unexplained.length === 0) continue;
    // Pages that are all about something else, as the way from one level to the next, are not those of a department.
    const isElse = declared === null && framework.config.levels === undefined && odd.length >= 2;
    if (isElse && unexplained.length === asked.length) continue;
    const elsewhere = framework.pages.filter((page) => unexplained.includes(page.level) && !pages.includes(page));
    missing.push({ department, levels: unexplained, elsewhere });
  }
  return { missing, misnamed, misspelt };
}

/** The level pages of a department and of the teams in it. */
function pagesBelow(department: Department, framework: Framework): readonly LevelPage[] {
  return framework.pages.filter((page) => isWithin(page.department, department));
}

/** Is it this department, or a team in it? */
export function isWithin(inner: Department, outer: Department): boolean {
  return inner.id === outer.id || inner.id.startsWith(`${outer.id}/`);
}

function declaredLevels(department: Department, framework: Framework): readonly Level[] | null {
  const ids = settingsOf(department.id, framework.config)?.levels;
  return ids === undefined ? null : framework.levels.filter(({ id }) => ids.includes(id));
}

/** Levels that were found are asked of all departments from this share of them on: roles of a collection have the levels that they need. */
const usualFrom = 2 / 3;

/** All levels that are declared; or, when they were found, those of the base or of most departments. */
function askedLevels(framework: Framework): readonly Level[] {
  const ladder = framework.levels.filter(({ order, optional }) => order !== null && !optional);
  if (framework.config.levels !== undefined) return ladder;
  const tops = framework.departments.filter(({ id, parent }) => id !== '' && parent === null);
  const asked = tops.filter((department) => pagesBelow(department, framework).length > 0);
  return ladder.filter((level) => {
    const at = framework.pages.filter((page) => page.level.id === level.id);
    const having = asked.filter((department) => at.some((page) => isWithin(page.department, department)));
    return at.some(({ department }) => department.id === '') || having.length >= asked.length * usualFrom;
  });
}

/** Is a level with a code of letters of their kind, where all pages of a department have such codes: IC2 beside IC3, and not beside M3? */
function isOfTrack({ id }: Level, pages: readonly LevelPage[]): boolean {
  const letters = (text: string) => /^([a-z]{1,2})\d{1,2}$/.exec(text)?.[1] ?? null;
  const tracks = new Set(pages.map(({ level }) => letters(level.id)));
  return tracks.size === 0 || tracks.has(null) || letters(id) === null || tracks.has(letters(id));
}

/**
 * Without the levels above or below a department that has a number below or above all that are asked. Its ladder is another: experts end
 * at 6 where leads go from 5 to 8.
 */
function inOwnRange(usual: readonly Level[], pages: readonly LevelPage[]): readonly Level[] {
  const code = ({ id }: Level) => id.replace(/\d{1,2}$/, '');
  const number = (level: Level) => Number(level.id.slice(code(level).length));
  const ofCode = pages.flatMap(({ level }) => (usual.every((each) => code(each) === code(level)) ? level : []));
  const [asked, ours] = [usual.map(number), ofCode.map(number)];
  const [from, to] = [Math.min(...ours), Math.max(...ours)];
  const isBeyond = from < Math.min(...asked) || to > Math.max(...asked);
  return isBeyond ? usual.filter((level) => number(level) >= from && number(level) <= to) : usual;
}

/** Is a level none below or above those of some pages? People begin to manage at some level. */
function isAmong({ order }: Level, pages: readonly LevelPage[]): boolean {
  const orders = pages.flatMap(({ level }) => level.order ?? []);
  return order !== null && order >= Math.min(...orders) && order <= Math.max(...orders);
}

/** The first level page of a department or of a team in it; `null` when there is none. */
export function firstPageOf(department: Department, framework: Framework): LevelPage | null {
  return framework.pages.find((page) => isWithin(page.department, department)) ?? null;
}

function readsLike(page: LevelPage, level: Level, framework: Framework): boolean {
  if (page.level.id.length >= fewestLetters && isOneTypo(page.level.id, level.id)) return true;
  if (level.words.some((name) => page.level.words.some((words) => holdsRun(words, name)))) return true;
  const lists = framework.shared.filter(
    (list) => list.level.id === level.id && !isOfManyLevels(list.page.path, framework),
  );
  return competenciesOn(page).some((item) => lists.some((list) => list.page === item.page));
}

function isOfManyLevels(path: string, framework: Framework): boolean {
  return new Set(framework.shared.filter(({ page }) => page.path === path).map(({ level }) => level.id)).size > 1;
}
