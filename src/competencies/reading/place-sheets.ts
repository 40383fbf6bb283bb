import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { FrameworkConfig } from '../../config/frameworks.ts';
import { nameOf } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import type { Level } from '../framework.ts';
import { type Nouns, nounsOf, splitWords } from '../wording.ts';
import { findCandidates, type GroupCandidate } from './groups/discover-groups.ts';
import type { HeadingWords } from './groups/group-names.ts';
import { withoutFrames } from './headings/frames.ts';
import { unfoldSheets } from './headings/unfold-groups.ts';
import { type DepartmentPlace, enclosing } from './places/departments.ts';
import { isRoleNoun } from './places/level-ids.ts';
import { makeLevel } from './places/levels.ts';
import type { PageSheets } from './read-sheets.ts';
import type { Sheet } from './sheets.ts';

export interface PlacedSheet {
  readonly sheet: Sheet;
  readonly department: string;
  /** What the sheet itself calls the department; `null` where the page's place says it. */
  readonly named: string | null;
}

/** The sheets of all pages, with what stands for headings in them as headings. */
export function placeSheets(read: readonly PageSheets[], config: FrameworkConfig): readonly PlacedSheet[] {
  const placed = read.flatMap((each) =>
    each.sheets.map((sheet) => ({
      sheet,
      department: departmentOf(sheet, each),
      named: each.found.department === null || isOfTrack(sheet) ? sheet.department : null,
    })),
  );
  const sheets = placed.map(({ sheet }) => sheet);
  const areDeclared = (config.groups ?? []).length > 0 || Object.keys(config.profiles).length > 0;
  const unfolded = unfoldSheets(areDeclared ? sheets : withoutFrames(sheets));
  return placed.map((each, at) => ({ ...each, sheet: unfolded[at] ?? each.sheet }));
}

/** The department of a sheet: that of its page's place, with the track that it names, else the one that it names. */
export function departmentOf(sheet: Sheet, { found }: PageSheets): string {
  const own = splitWords(sheet.department ?? found.framework).join('-');
  if (found.department === null) return own;
  return isOfTrack(sheet) ? `${found.department}/${own}` : found.department;
}

/** Does a heading above its level name whom it is about? */
function isOfTrack({ department, shape }: Sheet): boolean {
  return department !== null && shape === 'heading';
}

/** A sheet with all that is needed to read its groups. */
export interface SheetCandidates extends PlacedSheet {
  /** Level and department names, which headings may carry. */
  readonly names: HeadingWords;
  readonly nouns: Nouns;
  /** The page of the framework that a link leads to. */
  readonly targetOf: (link: Link) => Page | null;
  readonly candidates: readonly GroupCandidate[];
}

/** Finds what may be a group on each sheet. `targetIn` tells which page of the framework a link leads to. */
export function candidatesOn(
  sheets: readonly PlacedSheet[],
  places: ReadonlyMap<string, DepartmentPlace>,
  ladder: readonly Level[],
  targetIn: (link: Link, page: Page) => Page | null,
): readonly SheetCandidates[] {
  const levelNames: HeadingWords = ladder.flatMap((level) => level.words);
  const nounsFor = nounsByDepartment(sheets, places);
  return sheets.map((placed) => {
    const { sheet, department } = placed;
    const around = [department, ...enclosing(department)].flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [splitWords(place.name), splitWords(nameOf(id))];
    });
    const names = [...levelNames, ...makeLevel(sheet.level, null).words, ...around];
    const targetOf = (link: Link) => targetIn(link, sheet.page);
    const nouns = nounsFor.get(department) ?? nounsOf([]);
    const candidates = findCandidates(sheet.parts, names, (link) => targetOf(link) !== null);
    return { ...placed, names, nouns, targetOf, candidates };
  });
}

/** The nouns that each department may put in its own competencies: of its name, its people, and the departments around it. */
function nounsByDepartment(
  sheets: readonly PlacedSheet[],
  places: ReadonlyMap<string, DepartmentPlace>,
): ReadonlyMap<string, Nouns> {
  const titles = new Map<string, Set<string>>();
  for (const { sheet, department } of sheets) {
    const words = getOrInsert(titles, department, () => new Set<string>());
    const said =
      sheet.page.kind === 'data' ? '' : `${sheet.page.title} ${sheet.page.text.slice(...sheet.place).slice(0, 200)}`;
    for (const word of splitWords(said)) if (isRoleNoun(word)) words.add(word);
  }
  return new Map(
    [...titles].map(([id, words]) => {
      const around = [id, ...enclosing(id)].flatMap((each) => [places.get(each)?.name ?? '', nameOf(each)]);
      return [id, nounsOf(id === '' ? [] : [...around, ...words])];
    }),
  );
}
