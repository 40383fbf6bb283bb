import { addToSet, countBy } from '../../../collections/groups.ts';
import { once } from '../../../collections/once.ts';
import { fixedFolder } from '../../../config/data-path.ts';
import type { FrameworkConfig } from '../../../config/frameworks.ts';
import { compileGlobs } from '../../../config/glob.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { query } from '../../../model/query.ts';
import { isPlaceholder } from '../../../sections/not-yet.ts';
import type { Group, Level } from '../../framework.ts';
import { splitWords } from '../../wording.ts';
import { groupOf, type HeadingWords } from '../groups/group-names.ts';
import { levelIdOf } from './level-ids.ts';
import { basePatternOf, type PathPattern, readPattern } from './path-pattern.ts';

/** A page that lies where the pages of the framework lie. */
export interface FoundPage {
  readonly page: Page;
  /** `null` when the pattern has no `{department}`. */
  readonly department: string | null;
  /** `null` for a page that holds several levels. */
  readonly level: string | null;
  /** The framework's name, for the only department of a framework without departments. */
  readonly framework: string;
}

export interface FrameworkPaths {
  readonly pattern: PathPattern;
  readonly base: PathPattern;
  readonly own: ReadonlyMap<string, PathPattern>;
}

export function readPaths(config: FrameworkConfig): FrameworkPaths {
  const ids = levelIds(config);
  const own = Object.entries(config.departments).flatMap(([id, { path }]) =>
    path === undefined ? [] : [[id, readPattern(path, ids)] as const],
  );
  const base = readPattern(baseOf(config), ids);
  return { pattern: readPattern(config.pages, ids), base, own: new Map(own) };
}

function baseOf({ base, pages }: FrameworkConfig): string {
  return base ?? basePatternOf(pages);
}

function levelIds({ levels = [] }: FrameworkConfig): string[] {
  return levels.map((level) => (typeof level === 'object' ? level.id : String(level)));
}

/** Could a framework say something of this page? Includes may be anywhere; the rest lies below the patterns' folders. */
export function mayConcern({ kind, path }: Page, handbook: Handbook): boolean {
  if (handbook.config.frameworks.length === 0) return false;
  return kind === 'include' || foldersOfFrameworks(handbook).some((folder) => path.startsWith(folder));
}

const foldersOfFrameworks = query(
  'folders of frameworks',
  ({ config }): readonly string[] => [...new Set(config.frameworks.flatMap(foldersOf))],
  { lives: 'places' },
);

/** The folders that all pages of the framework lie below. */
function foldersOf(config: FrameworkConfig): readonly string[] {
  const own = Object.values(config.departments).flatMap(({ path }) => path ?? []);
  return [config.pages, baseOf(config), ...own].map(fixedFolder);
}

/** Finds the pages of the framework, sorted by path. What names a folder's own page is no level. */
export function findPages(handbook: Handbook, config: FrameworkConfig, paths: FrameworkPaths): readonly FoundPage[] {
  const isExcluded = compileGlobs(config.exclude);
  const folders = foldersOf(config);
  const near = handbook.pages.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
  const placed = near.flatMap((page) => {
    const found = mayBeLevel(page, handbook) && !isExcluded(page.path) ? place(page, paths) : null;
    return found === null || isTemplate(found, config) ? [] : [{ page, framework: config.name, ...found }];
  });
  const ours = withoutLanguage(withoutTranslations(placed), declaredNames(config));
  const found = config.levels === undefined ? withoutRoles(ours) : ours;
  if (config.pages.includes('{department}')) return withoutOtherBases(found, levelIds(config));
  return found.map((each) => ({ ...each, department: null }));
}

/** Without pages that only lie where base pages do. A base page has the name of a level, and none of a department: x/support.md beside x/support/. */
function withoutOtherBases<T extends Place>(found: readonly T[], declared: readonly string[]): readonly T[] {
  const departments = new Set(found.map(({ department }) => department.split('/')[0]));
  const ofDepartments = found.filter(({ department }) => department !== '');
  const levels = new Set([...declared, ...ofDepartments.map(({ level }) => level)]);
  const isBase = (level: string | null) => level === null || (levels.has(level) && !departments.has(level));
  return found.filter(({ department, level }) => department !== '' || isBase(level));
}

/** What the path of a page says. */
interface Place {
  /** `''` for a base page. */
  readonly department: string;
  readonly level: string | null;
}

/** To make it takes 15 ms (Node 20 and 24). */
const languageNames = once(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }));

/** `career/sail` and `de` for `career/sail.de.md`; a page without such an ending is in the language `''`. */
function languageOf(path: string): readonly [original: string, language: string] {
  const [whole, code = ''] = /\.([a-z]{2}(?:-[A-Za-z]{2,4})?)\.mdx?$/.exec(path) ?? [];
  const isLanguage = whole !== undefined && languageNames().of(code) !== undefined;
  return isLanguage ? [path.slice(0, -whole.length), code] : [path.replace(/\.mdx?$/, ''), ''];
}

/** One page beside another that ends like a language may be of a branch: "sales.uk.md". */
const fewestTranslated = 2;

/** Without translations that lie beside their originals, which are the pages without a language, else those of the language that most of these have. */
function withoutTranslations<T extends { readonly page: Page }>(found: readonly T[]): readonly T[] {
  const named = found.map((each) => ({ each, names: languageOf(each.page.path) }));
  const sizes = countBy(named.map(({ names: [original] }) => original));
  const translated = named.filter(({ names: [original] }) => sizes.get(original)! > 1);
  if (translated.length === 0) return found;
  const uses = countBy(translated.map(({ names: [, language] }) => language));
  const main = uses.has('')
    ? ''
    : [...uses].sort((left, right) => right[1] - left[1] || (right[0] === 'en' ? 1 : 0))[0]?.[0];
  const isTranslation = ([original, language]: ReturnType<typeof languageOf>) =>
    language !== main && sizes.get(original)! > 1 && uses.get(language)! >= fewestTranslated;
  return named.flatMap(({ each, names }) => (isTranslation(names) ? [] : [each]));
}

/** With the names of levels and departments alone where all files end like one language: `junior.en.md`. */
function withoutLanguage<T extends Place & { readonly page: Page }>(
  found: readonly T[],
  declared: readonly string[],
): readonly T[] {
  const [language = '', ...others] = new Set(found.map(({ page }) => languageOf(page.path)[1]));
  if (language === '' || others.length > 0) return found;
  const hasEnding = (name: string) => name.endsWith(`.${language}`) && !declared.includes(name);
  const bare = (name: string) => (hasEnding(name) ? name.slice(0, -language.length - 1) : name);
  return found.map((each) => ({ ...each, department: bare(each.department), level: each.level && bare(each.level) }));
}

/** Where files bear the names of their departments' roles (`senior-designer`, `senior-analyst`), the level alone. */
function withoutRoles<T extends Place>(found: readonly T[]): readonly T[] {
  const departments = new Map<string | null, Set<string>>();
  for (const { level, department } of found) addToSet(departments, level, department);
  const isShared = ({ level }: T) => level === null || (departments.get(level)?.size ?? 0) >= 2;
  const plain = found.map((each): T => ({ ...each, level: each.level && (levelIdOf(each.level) ?? each.level) }));
  const places = new Set(plain.map(({ department, level }) => `${department} ${level}`));
  return found.filter(isShared).length * 2 >= found.length || places.size < found.length ? found : plain;
}

function mayBeLevel(page: Page, { config }: Handbook): boolean {
  if (page.kind === 'data') return page.path !== config.data.config;
  if (aboutRepository.test(page.path)) return false;
  return page.kind !== 'include' && page.kind !== 'redirects' && page.address !== null;
}

/** Is it a page to copy for a new department or level, or to fill in when somebody is judged? */
function isTemplate({ department, level }: Place, config: FrameworkConfig): boolean {
  const declared = declaredNames(config);
  return [department, level ?? ''].some((name) => templateName.test(name) && !declared.includes(name));
}

/** The departments and levels that handbook.yaml lists. */
function declaredNames(config: FrameworkConfig): readonly string[] {
  return [...Object.keys(config.departments), ...levelIds(config)];
}

/** "email-templates" is what a department may make. */
const templateName =
  /(?:^|[/_. -])template$|(?:^|\/)_?templates$|(?:evaluation|assessment|interview)[_ -](?:systems?|forms?|sheets?|questions?)(?:\/|$)/i;

/** What a repository says of itself beside its pages. */
const aboutRepository = /(?:^|\/)(?:LICEN[CS]E|CONTRIBUTING|CODE_OF_CONDUCT|CHANGELOG|SECURITY|CODEOWNERS)\.md$/;

function place(page: Page, { pattern, base, own }: FrameworkPaths): Place | null {
  for (const [department, path] of own) {
    const match = path.match(page.path);
    if (match !== null && !isFolderPage(match.level)) return { department, level: match.level };
  }
  for (const match of [base.match(page.path), pattern.match(page.path)]) {
    if (match && !isFolderPage(match.level ?? match.department)) return match;
  }
  return null;
}

/** Is this the name, or the path, of a folder's own page? */
export function isFolderPage(name: string | null): boolean {
  return name !== null && /(?:^|\/)(?:_?index|readme)(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?(?:\.mdx?)?$/i.test(name);
}

/**
 * Is a page without levels one about the framework, such as "How we grow", and none of a department? Such a page names hardly any of
 * the groups that departments have; where they have none, hardly any level. A page that says only "Coming soon" is none.
 */
export function isGuide(
  { facts, content, text }: Page,
  levels: readonly Level[],
  groups: readonly Group[],
  names: HeadingWords,
): boolean {
  const body = content.blocks.filter(({ type }) => type !== 'heading');
  if (body.length > 0 && body.every((block) => block.type === 'paragraph' && isPlaceholder(block.text))) return false;
  const named = groups.filter(({ match }) => match !== 'all');
  if (named.length > 0) {
    const cells = content.blocks.flatMap((block): readonly { readonly text: string }[] => {
      if (block.type === 'list') return block.items;
      return block.type === 'table' ? [...block.header, ...block.rows.flatMap(([first]) => first ?? [])] : [];
    });
    const texts = [...facts.headings, ...cells].map((each) => each.text);
    const found = new Set(texts.flatMap((each) => groupOf(each, named, names) ?? []));
    return found.size < Math.min(fewest, named.length);
  }
  const said = content.blocks.flatMap(({ type, range }) => (type === 'code' ? [] : text.slice(...range)));
  const words = ` ${splitWords(said.join(' ')).join(' ')} `;
  const told = levels.filter((level) => level.words.some((name) => words.includes(` ${name.join(' ')} `)));
  return told.length < fewest;
}

/** One name could be there by chance. */
const fewest = 2;
