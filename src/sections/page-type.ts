import { type PageType, resolvePageTypes } from '../config/builtin-page-types.ts';
import { compileGlobs } from '../config/glob.ts';
import type { SectionConfig } from '../config/page-types.ts';
import { isPattern } from '../config/pattern.ts';
import type { Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { nearest } from '../phrases/nearest.ts';
import { isBesideRoles } from './names/beside-roles.ts';
import { compileNames, type Names } from './names/names.ts';
import { isRoleTitle, roleWordsOf } from './names/role-words.ts';
import { nearestName } from './names/spelling.ts';

/** A page type, ready to be compared with pages. */
export interface CompiledType {
  readonly type: PageType;
  readonly isPath: (path: string) => boolean;
  readonly heading: Names | null;
  readonly sections: readonly CompiledSection[];
  readonly placeholders: Names | null;
  readonly levels: {
    readonly below: Names | null;
    readonly with: Names | null;
    readonly names: Names | null;
    readonly except: Names | null;
  } | null;
}

export interface CompiledSection {
  readonly config: SectionConfig;
  readonly names: Names;
  /** Without patterns. */
  readonly sure: Names;
  readonly sentences: Names | null;
}

/** Of which type a page is, and how that is known. */
type PageTypeOf =
  | { readonly kind: 'type'; readonly type: CompiledType; readonly because: 'front-matter' | 'path' | 'looks' }
  /** The front matter names a type that the handbook does not have. */
  | {
      readonly kind: 'unknown';
      readonly name: string;
      readonly range: Range;
      readonly near: string | null;
      readonly known: readonly string[];
    };

const none = new Set(['none', 'false', 'no', 'off']);

/** All types of this handbook, compiled once. */
export const pageTypes = query(
  'page types',
  ({ config }): readonly CompiledType[] => resolvePageTypes(config.pageTypes).map(compileType),
  { lives: 'places' },
);

/**
 * The page's type, or `null`. In this order: the front matter key `pageType`; the first
 * type in handbook.yaml whose globs and heading fit; for `role` without globs, its looks.
 */
export function pageTypeOf(page: Page, handbook: Handbook): PageTypeOf | null {
  return typeOfPage(handbook, page);
}

// Several rules ask for each page, and some for all pages at once.
const typeOfPage = query('type of a page', findType, { keep: 16_384 });

function findType(handbook: Handbook, page: Page): PageTypeOf | null {
  if (page.kind !== 'section' && page.kind !== 'regular' && page.kind !== 'leaf') return null;
  const types = pageTypes(handbook);
  const said = saidType(page);
  if (said !== null) {
    if (none.has(said.name)) return null;
    const type = types.find(({ type }) => type.name === said.name);
    if (type !== undefined) return { kind: 'type', type, because: 'front-matter' };
    const known = types.map(({ type }) => type.name);
    const near = nearest(said.name, [...known, 'none']);
    // The key may be somebody else's in a handbook that has no types of its own.
    if (near !== null || Object.keys(handbook.config.pageTypes).length > 0)
      return { kind: 'unknown', ...said, near, known };
  }
  for (const type of types) {
    if (type.type.pages === null) {
      if (looksLikeRole(page, type)) return { kind: 'type', type, because: 'looks' };
    } else if (type.isPath(page.path) && hasHeading(page, type.heading)) return { kind: 'type', type, because: 'path' };
  }
  return null;
}

/**
 * A page is plainly a role page when its title names a role ("Staff Support Engineer"), and when it has headings for
 * at least two of the type's sections, misspelt ones included, none of them below the third level. One section could be
 * a team's, and a title alone could be a tool's.
 */
function looksLikeRole(page: Page, type: CompiledType): boolean {
  if (!isRoleTitle(page.title) || !type.isPath(page.path)) return false;
  const headings = page.facts.headings.filter(({ level }) => level <= 3);
  const around = roleWordsOf([page.title]);
  let missing = Math.min(2, type.sections.length);
  for (const { sure } of type.sections) {
    if (missing === 0) break;
    // A pattern, or a name with any team around it, could be about something else: "Reporting", "Customer OKRs".
    const isPresent = headings.some(
      ({ text }) => sure.isSure(text, around) || nearestName(text, sure.plain, around) !== null,
    );
    if (isPresent) missing -= 1;
  }
  return missing === 0 && !isBesideRoles(page);
}

function hasHeading(page: Page, names: Names | null): boolean {
  if (names === null) return true;
  const around = roleWordsOf([page.title]);
  return page.facts.headings.some(({ text }) => names.match(text, around) !== null);
}

function saidType(page: Page): { readonly name: string; readonly range: Range } | null {
  const frontMatter = page.summary.hasType ? page.facts.frontMatter : null;
  if (frontMatter === null) return null;
  for (const [key, value] of Object.entries(frontMatter.values)) {
    // Hugo does not tell capitals apart in its keys.
    if (key.toLowerCase() !== 'pagetype') continue;
    const range = frontMatter.keys[key]?.value ?? frontMatter.range;
    if (typeof value === 'string' || value === false) return { name: String(value).trim(), range };
  }
  return null;
}

function compileType(type: PageType): CompiledType {
  const names = (list: readonly string[] | null | undefined) => (list?.length ? compileNames(list) : null);
  const { levels } = type;
  const isPath = compileGlobs(type.pages ?? ['**']);
  const isExcepted = compileGlobs(type.except);
  return {
    type,
    isPath: (path) => isPath(path) && !isExcepted(path),
    heading: names(type.heading),
    placeholders: names(type.placeholders),
    sections: type.sections.map((config) => ({
      config,
      names: compileNames(config.names),
      sure: compileNames(config.names.filter((name) => !isPattern(name))),
      sentences: names(config.sentences),
    })),
    levels: levels && {
      below: names(levels.below),
      with: names(levels.with),
      names: names(levels.names),
      except: names(levels.except),
    },
  };
}
