import { getOrInsert } from '../../collections/get-or-insert.ts';
import { addToGroup, countBy, distinctBy } from '../../collections/groups.ts';
import { compileGlobs } from '../../config/glob.ts';
import { folderOf } from '../../files/paths.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { labelsOf } from '../../sections/labels.ts';
import { isBesideRoles } from '../../sections/names/beside-roles.ts';
import { normaliseName } from '../../sections/names/normalise.ts';
import { isRoleTitle, type RoleWords, roleWordsOf } from '../../sections/names/role-words.ts';
import type { Outline } from '../../sections/outline/outline.ts';
import { readOutline } from '../../sections/outline/read-outline.ts';
import { type CompiledSection, pageTypes } from '../../sections/page-type.ts';
import { reportingLines } from '../../sections/roles/reporting-lines.ts';
import { isAboutReporting } from '../../sections/sayings.ts';
import { anywhere } from './learned-types.ts';
import { translatedSection } from './translated-sections.ts';

/** A folder whose pages are about roles, or a page about several, and the sections that most of these roles have. */
export interface RoleFolder {
  /** Glob of its pages. */
  readonly pages: string;
  /** Pages that the glob meets and that are no roles: the folder's index, a chart of all roles. */
  readonly except: readonly string[];
  readonly roles: number;
  /** Do its pages hold several roles each, as headings? */
  readonly isSeveral: boolean;
  readonly sections: readonly RoleSection[];
}

interface RoleSection {
  /** Of a built-in section; `null` for one that the built-in type does not have. */
  readonly id: string | null;
  /** As its headings or labels are written, the usual one first. */
  readonly names: readonly string[];
  /** How many of the roles have it. */
  readonly roles: number;
  /** Are its names of another language than English, so that the built-in type does not know them? */
  readonly isTranslated: boolean;
}

/** With fewer roles, or a smaller share of a folder's pages, a folder is about something else. */
const fewestRoles = 3;
const leastShare = 2 / 3;

/** The page of a folder itself. */
const indexName = /(?:^|\/)(?:_?index|readme)\.mdx?$/i;

/** One role: a page, or the part of a page below a heading. */
interface Unit {
  readonly page: Page;
  readonly outline: Outline;
  /** Headings of the part, as indices; -1: above the first. */
  readonly headings: readonly number[];
  readonly around: RoleWords;
}

/** Folders and pages of roles that say to whom each role reports, or what it is responsible for, and one thing more. */
export function findRoleFolders(handbook: Handbook, all: readonly Page[]): readonly RoleFolder[] {
  const pages = all.filter((page) => !isBesideRoles(page));
  const type = pageTypes(handbook).find(({ type }) => type.name === 'role');
  if (type === undefined) return [];
  const folders = new Map<string, Page[]>();
  const indexes = pages.flatMap(({ path }) => (indexName.test(path) ? path : []));
  for (const page of pages) {
    const isIndex = indexName.test(page.path);
    // In `roles/pilot/README.md` the folder is the role.
    if (!isIndex) addToGroup(folders, `${folderOf(page.path)}/*`, page);
    else if (isRoleTitle(page.title)) addToGroup(folders, `${folderOf(folderOf(page.path))}/*/`, page);
  }
  return [...folders].flatMap(([folder, own]): RoleFolder[] => {
    const titled = own.filter((page) => isRoleTitle(page.title) || hasTranslated(page));
    if (titled.length >= fewestRoles && titled.length >= own.length * leastShare) {
      const units = titled.map((page) => unitOf(page, handbook));
      const glob = globOf(folder, own[0]!);
      const except = folder.endsWith('/*') ? indexes.filter(compileGlobs([glob])) : [];
      const others = own.filter((page) => !titled.includes(page));
      return describe(glob, except, units, false, type.sections).map((found) => {
        const aside = others.filter((page) => isAside(unitOf(page, handbook), found)).map(({ path }) => path);
        return { ...found, except: [...except, ...aside] };
      });
    }
    const several = own
      .map((page) => ({ page, units: partsOf(page, handbook) }))
      .filter(({ units }) => units.length > 1);
    if (several.length > 1 && several.length >= own.length * leastShare) {
      const units = several.flatMap((each) => each.units);
      return describe(globOf(folder, own[0]!), [], units, true, type.sections);
    }
    return several.flatMap(({ page, units }) => describe(page.path, [], units, true, type.sections));
  });
}

/** Says a page something else than what roles say? It has headings below its title, and none of their sections. */
function isAside({ page, outline }: Unit, { sections }: RoleFolder): boolean {
  const names = new Set(sections.flatMap((section) => section.names.map(normaliseName)));
  const labels = [outline.lead, ...outline.sections.map(({ pieces }) => pieces)].flatMap(labelsOf);
  const headings = outline.sections.filter(({ text }) => text !== page.title);
  return headings.length > 0 && ![...headings, ...labels].some(({ text }) => names.has(normaliseName(text)));
}

/** Has a page two of the sections that roles have, in another language? Its title then is one of a role, in whatever words. */
function hasTranslated({ facts }: Page): boolean {
  return new Set(facts.headings.flatMap(({ text }) => translatedSection(text) ?? [])).size >= 2;
}

function globOf(folder: string, { path }: Page): string {
  const name = folder.endsWith('/*/') ? (path.split('/').at(-1) ?? '') : `.${path.split('.').at(-1)}`;
  return `${folder}${name}`.replace(/^\//, '');
}

function unitOf(page: Page, handbook: Handbook): Unit {
  const outline = readOutline(page, handbook);
  return { page, outline, headings: [-1, ...outline.sections.keys()], around: roleWordsOf([page.title]) };
}

/** The headings of one depth that name roles, with what is below each. */
function partsOf(page: Page, handbook: Handbook): readonly Unit[] {
  if (page.facts.headings.filter(({ text }) => isRoleTitle(text)).length < 2) return [];
  const outline = readOutline(page, handbook);
  const named = [...outline.sections.entries()].filter(([, { text }]) => text !== page.title && isRoleTitle(text));
  const depth = Math.min(...named.map(([, { level }]) => level));
  return named
    .filter(([, { level }]) => level === depth)
    .map(([at, { text, end }]) => {
      const headings = [...outline.sections.keys()].filter((index) => index >= at && index < end);
      return { page, outline, headings, around: roleWordsOf([page.title, text]) };
    });
}

/** A section as one role has it. */
interface NamedSection extends Pick<RoleSection, 'id' | 'isTranslated'> {
  readonly text: string;
}

/** The sections of a role in their order, by id or name: headings, labels, and a sentence that says whom the role reports to. */
function sectionsOf(unit: Unit, isSeveral: boolean, builtIn: readonly CompiledSection[]): Map<string, NamedSection> {
  const own = new Map<string, NamedSection>();
  const add = (text: string, isHeading: boolean): void => {
    const section = builtIn.find(({ names }) => names.isSure(text, unit.around));
    const name = normaliseName(text);
    const translated = section === undefined ? translatedSection(text) : null;
    const id = section?.config.id ?? translated;
    if (id === null && (!isHeading || name === '' || anywhere.test(name))) return;
    getOrInsert(own, id ?? name, () => ({ id, isTranslated: translated !== null, text }));
  };
  for (const index of unit.headings) {
    const section = unit.outline.sections[index];
    const isTitle = section?.text === unit.page.title || (isSeveral && index === unit.headings[0]);
    if (section !== undefined && !isTitle) add(section.text, true);
    for (const { text, form } of labelsOf(section?.pieces ?? unit.outline.lead)) add(text, form === 'line');
  }
  const within = new Set(unit.headings);
  const isSaid = reportingLines(unit.outline).some(({ section, boss }) => within.has(section) && boss !== null);
  const reporting = isSaid ? builtIn.find(isAboutReporting) : undefined;
  if (reporting !== undefined) {
    const { config, names } = reporting;
    getOrInsert(own, config.id, () => ({ id: config.id, isTranslated: false, text: names.plain[0] ?? '' }));
  }
  return own;
}

function describe(
  pages: string,
  except: readonly string[],
  units: readonly Unit[],
  isSeveral: boolean,
  builtIn: readonly CompiledSection[],
): RoleFolder[] {
  if (units.length < fewestRoles) return [];
  const uses = new Map<string, { readonly named: NamedSection; readonly place: number }[]>();
  for (const unit of units)
    for (const [place, [key, named]] of [...sectionsOf(unit, isSeveral, builtIn)].entries())
      addToGroup(uses, key, { named, place });
  const averagePlace = (all: readonly { readonly place: number }[]) =>
    all.reduce((sum, { place }) => sum + place, 0) / all.length;
  const sections = [...uses.values()]
    .filter(({ length }) => length > units.length * leastShare)
    .sort((a, b) => averagePlace(a) - averagePlace(b))
    .map((all): RoleSection => {
      const uses = [...countBy(all.map(({ named }) => named.text))].sort((a, b) => b[1] - a[1]);
      const written = uses.map(([name]) => name);
      const isTranslated = all.some(({ named }) => named.isTranslated);
      return { id: all[0]!.named.id, isTranslated, names: distinctBy(written, normaliseName), roles: all.length };
    });
  if (sections.length < 2 || !sections.some(({ id }) => id !== null)) return [];
  return [{ pages, except, roles: units.length, isSeveral, sections }];
}
