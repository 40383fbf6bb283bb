import type { FrameworkConfig, SharedPolicy } from '../config/frameworks.ts';
import type { Range } from '../markdown/facts.ts';
import type { Include, Page } from '../model/handbook.ts';
import type { Wording } from './wording.ts';

/** A competency framework as the handbook's pages make it up. */
export interface Framework {
  readonly name: string;
  readonly config: FrameworkConfig;
  /** Lowest first. A level that a single department has for itself stands among them with `own`. */
  readonly levels: readonly Level[];
  /** Sorted by id; the first, `''`, is the base that holds for all, when it has pages. */
  readonly departments: readonly Department[];
  readonly pages: readonly LevelPage[];
  /** The groups that every department has. */
  readonly groups: readonly Group[];
  readonly shared: readonly SharedList[];
  /** Lists that most departments have without an include or a base page. */
  readonly agreed: readonly SharedList[];
  /** The pages and files of data that lie where the framework reads. */
  readonly matched: readonly Page[];
  /** Does the pattern match a whole handbook, of which hardly any page is of a level? Then none of it is read. */
  readonly isTooWide: boolean;
  /** Pages, or parts of pages, that should say something and do not. */
  readonly unread: readonly UnreadPage[];
}

/** Something that the framework should have read. */
export interface UnreadPage {
  readonly page: Page;
  readonly range: Range;
  /**
   * `no-levels`: a department's page without levels as headings, columns, rows or keys. `no-list`: a level page without
   * any list. `no-group`: a page with lists, none of them below a group that is asked for. `unparsed`: a file of data that is not well formed. `ragged`: a row with more or fewer cells than its table's
   * header. `nested`: a table in a table's cell. `second`: a heading, column or row of a level that has one already.
   */
  readonly why: 'no-levels' | 'no-list' | 'no-group' | 'unparsed' | 'ragged' | 'nested' | 'second';
  /** The parser's complaint, or for `no-group` the first heading with a list. */
  readonly detail: string;
  /** With `no-levels`: does the page speak about the framework instead of a department? */
  readonly isGuide?: boolean;
}

export interface Level {
  readonly id: string;
  /** As findings call it. */
  readonly name: string;
  /** All its names, as words in lower case. */
  readonly words: readonly (readonly string[])[];
  /** 0 for the lowest; `null` for a level outside the ladder. */
  readonly order: number | null;
  readonly optional: boolean;
}

export interface Department {
  /** Its folders in the path pattern: `kitchen/pastry`. `''` for the base. */
  readonly id: string;
  readonly name: string;
  /** The department around it that has pages or an index; the base has none. */
  readonly parent: Department | null;
  /** The page of its folder. */
  readonly index: Page | null;
  /** The groups that its pages have, in order. */
  readonly groups: readonly Group[];
  /** The department whose pages set the groups, when that is another. */
  readonly groupsFrom: Department | null;
  readonly levels: ReadonlyMap<string, LevelPage>;
}

/** A group of competencies that pages of a department are asked for. */
export interface Group {
  readonly name: string;
  /** Headings that open it, as stems. */
  readonly headings: readonly (readonly string[])[];
  /** Must a heading be just these words, or may it have others around them? `all`: every list is of this group, headings or none. */
  readonly match: 'whole' | 'part' | 'all';
  readonly list: 'ordered' | 'bulleted' | 'any';
  readonly min: number;
  readonly optional: boolean;
}

/** How a framework is written down. */
export type Shape = 'page' | 'heading' | 'table' | 'data';

/** Is this written as text below headings, and not in cells or values? */
export function isText(shape: Shape): boolean {
  return shape === 'page' || shape === 'heading';
}

/** What one department asks at one level. */
export interface LevelPage {
  readonly department: Department;
  readonly level: Level;
  readonly page: Page;
  /**
   * `page`: a page of its own. `heading`: a part of the department's page below a heading. `table`: a column of the
   * department's tables, or a row. `data`: a part of a file of data, or of front matter.
   */
  readonly shape: Shape;
  /** Where the page says which level this is: its title, a heading, a cell, a key. */
  readonly place: Range;
  readonly groups: readonly CompetencyGroup[];
}

/** All that a level page asks for, in order. */
export function competenciesOn({ groups }: Pick<LevelPage, 'groups'>): readonly Competency[] {
  return groups.flatMap(({ items }) => items);
}

/** The files that the framework's competencies stand in, level pages and includes. */
export function filesWithCompetencies({ pages }: Pick<Framework, 'pages'>): ReadonlySet<Page> {
  return new Set(pages.flatMap((page) => competenciesOn(page).map((item) => item.page)));
}

export interface CompetencyGroup {
  readonly group: Group;
  /** The file with its heading, and the heading's words there. */
  readonly page: Page;
  readonly range: Range;
  readonly heading: string;
  /** How the heading departs from the group's name, or from being a heading. */
  readonly headingProblem: 'misspelt' | 'bold' | null;
  readonly texts: readonly GroupText[];
  readonly lists: readonly CompetencyList[];
  readonly items: readonly Competency[];
  /** Include calls on the page itself, in order; what they bring may have no list. */
  readonly includes: readonly Include[];
  /** Pages of the framework that its texts and items link to: "All of [Senior](../senior.md), and:". */
  readonly refersTo: ReadonlySet<Page>;
  /** What stands first below the heading. */
  readonly opensWith: 'include' | 'other' | 'nothing';
  /** Something in it could not be read, so nobody can say what is missing. */
  readonly incomplete: boolean;
}

/** Prose in a group, a cell without words, or one that its row lacks. */
export interface GroupText {
  readonly page: Page;
  readonly range: Range;
  readonly text: string;
  /** For a cell, the first cell of its row; `null` for prose. */
  readonly row: string | null;
  /** Does its row say something at higher levels only? */
  readonly isBelowFirst?: boolean;
  /** Has its row no such cell? It is told of the row. */
  readonly isAbsent?: boolean;
}

export interface CompetencyList {
  /** `prose`: the sentences of a paragraph. */
  readonly kind: 'ordered' | 'bulleted' | 'table' | 'prose';
  readonly page: Page;
  readonly range: Range;
  /** The include call on the level page that brought it. */
  readonly via: Include | null;
  readonly items: readonly Competency[];
  readonly struck: readonly StruckItem[];
}

/** An item that is struck out, and so is asked of nobody. */
export interface StruckItem {
  readonly page: Page;
  readonly range: Range;
  readonly text: string;
}

/** One thing that is asked of a person, and where it stands. */
export interface Competency {
  /** The file that holds it, which may be an include. */
  readonly page: Page;
  /** With marker and what is nested below. */
  readonly range: Range;
  /** Its words alone, markup included. */
  readonly textRange: Range;
  readonly wording: Wording;
  /** The list item above that only names a kind. */
  readonly category: Category | null;
  /** In a table, the first cell of the row. */
  readonly row: string | null;
  /** What is nested below it. */
  readonly details: readonly string[];
  readonly via: Include | null;
}

/** A short list item that names a kind of competency. */
export interface Category {
  readonly wording: Wording;
  readonly range: Range;
}

/** A list that all departments show at one level. */
export interface SharedList {
  readonly level: Level;
  readonly group: Group;
  /** The include file, or the base page. */
  readonly page: Page;
  /** The include call as some page writes it; `null` when the list stands on the base page itself. */
  readonly call: string | null;
  readonly items: readonly Competency[];
  readonly policy: SharedPolicy;
  /** For a list that no include and no base page holds: the pages that agree on each of its competencies. */
  readonly agreed?: ReadonlyMap<Competency, readonly LevelPage[]>;
}
