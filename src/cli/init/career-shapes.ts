import { posix } from 'node:path';
import { addToGroup, addToSet, countOne } from '../../collections/groups.ts';
import { competenciesOn, type Framework, type LevelPage } from '../../competencies/framework.ts';
import { holdsLevels } from '../../competencies/reading/data/level-data.ts';
import { isFolderPage } from '../../competencies/reading/places/find-pages.ts';
import { levelIdOf } from '../../competencies/reading/places/level-ids.ts';
import { frameworksOf } from '../../competencies/reading/read-framework.ts';
import { splitWords } from '../../competencies/wording.ts';
import { fixedFolder, fixedStart } from '../../config/data-path.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { folderPrefix } from '../../files/paths.ts';
import { openHandbook } from '../../incremental/open.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { isUnspaced } from '../../sections/names/role-words.ts';
import { pageTypeOf } from '../../sections/page-type.ts';
import { type CareerTree, liesInTree } from './career-trees.ts';
import { levelsInNames } from './level-files.ts';
import type { Survey } from './survey.ts';

/** More patterns than this are not tried. */
const mostTried = 60;
/** The share of a pattern's pages that must have levels. */
const leastRead = 0.6;
/** More than this part of departments times levels must be filled: guides from one level to the next are no framework. */
const leastFilled = 0.4;
/** The share of a pattern's pages that must name levels before the pages are read as a trial. */
const leastNaming = 0.5;
/** A competency has at least this many words, or its language has no blanks. */
const fewestWords = 4;
const dataFile = /\.(?:ya?ml|json|csv)$/;
/** A single page is tried when its name says that it holds a whole ladder: `engineering-ladder.md`, `career-levels.md`. */
const ladderName =
  /(?:^|[/_ -])(?:ladders?|levell?ing(?:[_ -]guide)?|(?:career|growth|skills?|competency|job)[_ -](?:levels|matrix|framework|rubric|progression|map|paths?)|(?<=^|\/)(?:competencies|careers?|levels))\.mdx?$/i;
/** What is filled in, or only stands in for something, names levels as well. */
const otherWords =
  /(?:^|[/_. -])_{0,2}(?:templates?|fixtures?|tests?|mocks?|onboarding|interviews?|scorecards?|assessments?|checklists?|salar(?:y|ies)|compensation)_{0,2}(?=[/_. -])/i;
/** Of a single file of data, its path tells that it may be about careers. */
const careerWords = /career|ladder|level|framework|competenc|skill|growth|progression|rubric|matrix/i;

/**
 * Finds career frameworks: of pages in folders of departments those that give competencies, and those of other shapes, with levels
 * in the names of files, as headings or tables of a department's page, in front matter and in files of data. Each is tried by
 * reading it as it would be configured.
 */
export async function findCareerShapes(
  handbook: Handbook,
  tree: FileTree,
  { careers, jobFamilies }: Pick<Survey, 'careers' | 'jobFamilies'>,
): Promise<readonly CareerTree[]> {
  const isKnown = (path: string) =>
    careers.some((tree) => liesInTree(path, tree)) ||
    (jobFamilies !== null && path.startsWith(`${jobFamilies.folder}/`));
  const pages = handbook.pages.filter(({ path, address }) => address !== null && !isKnown(path));
  const data = tree.list('').filter((path) => dataFile.test(path) && !isKnown(path));
  const patterns = [
    ...new Set([...levelsInNames(pages.map(({ path }) => path)), ...byContent(pages, handbook), ...byData(data)]),
  ].filter((pattern) => !otherWords.test(pattern));
  const trees = careers.map(({ pattern }) => pattern);
  const frameworks = [...trees, ...patterns.slice(0, mostTried)].map((pages, at) => ({ name: String(at), pages }));
  if (frameworks.length === 0) return [];
  const { site, content } = handbook.config;
  const { folders, root, shortcodes } = handbook.config.includes;
  const includes = { folders, root, shortcodes };
  const text = JSON.stringify({ site, content, includes, frameworks });
  // Only what these patterns can match is read again, and what it may include.
  const places = [...frameworks.map(({ pages }) => fixedFolder(pages)), ...folders.map((folder) => `${folder}/`)];
  const part = places.includes('') ? tree : partOf(tree, places);
  const tried = await openHandbook({ root: tree.root, tree: part, config: { path: 'handbook.yaml', text } });
  const read = frameworksOf(tried);
  const giving = careers.filter((_, at) =>
    read.some(({ config, pages }) => config.name === String(at) && tells(pages)),
  );
  const shapes = read.filter(({ config }) => Number(config.name) >= careers.length);
  return [...giving, ...withoutOverlap(shapes.flatMap((framework) => proposalOf(framework) ?? []))];
}

/** Do at least two pages hold competencies, or show shared lists of them? */
function tells(pages: readonly LevelPage[]): boolean {
  const isTold = ({ groups }: LevelPage) => groups.some(({ items, includes }) => items.length + includes.length > 0);
  return pages.filter(isTold).length >= 2;
}

/** A tree that lists only files in these folders, each with a slash at its end. */
function partOf(tree: FileTree, folders: readonly string[]): FileTree {
  return {
    root: tree.root,
    list: (folder) => tree.list(folder).filter((path) => folders.some((each) => path.startsWith(each))),
    exists: (path) => tree.exists(path),
    read: (path) => tree.read(path),
    stamp: (path) => tree.stamp(path),
  };
}

/** Pages that name levels in their headings, tables or front matter, by the folder or the file name that they share. */
function byContent(pages: readonly Page[], handbook: Handbook): string[] {
  const counts = new Map<string, number>();
  const add = (pattern: string) => countOne(counts, pattern);
  const names = new Map<string, string[]>();
  const alone: string[] = [];
  for (const page of pages) {
    if (!namesLevels(page) || pageTypeOf(page, handbook) !== null) continue;
    if (ladderName.test(page.path)) alone.push(page.path);
    const folder = folderPrefix(page.path);
    const name = page.path.slice(folder.length);
    const { ext } = posix.parse(name);
    if (!isFolderPage(page.path)) {
      add(`${folder}{department}${ext}`);
      addToGroup(names, `${folder}{}${ext}`, name.slice(0, -ext.length));
    }
    const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    if (folder === '') continue;
    add(`${above}{department}/${name}`);
    // Departments may lie in folders beside others that do not.
    if (above !== '' && !isFolderPage(page.path)) add(`${above}{department}${ext}`);
  }
  const among = [...names].flatMap(([place, all]) => {
    const around = all.length < 2 ? '' : commonEnds(all);
    // Two pages may begin alike by chance.
    const isTelling = all.length >= 3 || careerWords.test(place + around);
    return around === '' || !isTelling ? [] : [place.replace('{}', () => around)];
  });
  const paths = pages.flatMap(({ path, kind }) => (kind === 'regular' || isFolderPage(path) ? [path] : []));
  const isWorthReading = ([pattern, count]: readonly [string, number]): boolean => {
    if (count < 2) return false;
    const [start = '', end = ''] = pattern.split('{department}');
    const matched = paths.filter(
      (path) => path.startsWith(start) && path.endsWith(end) && (!/^\.mdx?$/.test(end) || !isFolderPage(path)),
    );
    // A pattern whose pages mostly name no levels is not proposed, so that nobody needs to read them.
    return count >= matched.length * leastNaming;
  };
  return [...among, ...[...counts].filter(isWorthReading).map(([pattern]) => pattern), ...alone];
}

/** `titles-for-{department}` for names whose first or last words are the same; else `''`. */
function commonEnds(names: readonly string[]): string {
  const [sign] = /[-_ ]/.exec(names[0] ?? '') ?? [];
  if (sign === undefined) return '';
  const all = names.map((name) => name.split(sign));
  const fewest = Math.min(...all.map(({ length }) => length));
  const areAlike = (wordOf: (words: readonly string[]) => string | undefined) => new Set(all.map(wordOf)).size === 1;
  let before = 0;
  while (before < fewest - 1 && areAlike((words) => words[before])) before += 1;
  let after = 0;
  while (before + after < fewest - 1 && areAlike((words) => words.at(-1 - after))) after += 1;
  if (before + after === 0) return '';
  const [first = []] = all;
  return [...first.slice(0, before), '{department}', ...first.slice(first.length - after)].join(sign);
}

/** What names something without being a heading: an item with a list below it (`- **Senior**`), a bold line, the title of a container or tab. */
const LABELS: readonly RegExp[] = [
  /^[-*+] {1,3}\*{0,2}([^*\n]{1,60}?)\*{0,2}:?\*{0,2}[ \t]{0,3}\n{1,2}[ \t]{1,8}[-*+\d]/gm,
  /^\*\*([^*\n]{1,60})\*\*[ \t]{0,3}$/gm,
  /<summary>(?:<[a-z]{1,9}>){0,2}([^<\n]{1,60})/g,
  /<TabItem [^<>\n]{0,200}label=["']([^"'\n]{1,60})/g,
  /\{(?:\{[<%]|%) {0,3}(?:tab|details|expand|accordion|collapse|panel)[^"'{}\n]{0,80}["']([^"'\n]{1,60})["']/g,
  /^(?:={3}|!{3}|\?{3})[\w +!-]{1,60}"([^"\n]{1,60})"/gm,
  /^==[ \t]{1,9}([^\n]{1,60})$/gm,
  /^:{3,9} {0,3}\{?[\w-]{1,30}\}? ([^\n]{1,60})$/gm,
];

/** Could a page be read as several levels? Says so without reading its content, but for tables. */
function namesLevels(page: Page): boolean {
  const levels = new Map<number, Set<string>>();
  for (const { level: depth, text } of page.facts.headings) {
    const level = levelIdOf(text);
    if (level !== null) addToSet(levels, depth, level);
  }
  if ([...levels.values()].some(({ size }) => size >= 2)) return true;
  const isNested = Object.values(page.facts.frontMatter?.values ?? {}).some((value) => typeof value === 'object');
  const data = isNested ? page.content.data?.root : undefined;
  if (data !== undefined && data !== null && holdsLevels(data)) return true;
  const { text } = page;
  const items = LABELS.flatMap((label) =>
    [...text.matchAll(label)].flatMap(([, words = '']) => levelIdOf(words) ?? []),
  );
  if (new Set(items).size >= 2) return true;
  if (!/(?:^|\n) {0,3}\||<t[dh][\s>]/.test(text)) return false;
  const cells = text
    .split(/\r?\n/)
    .flatMap((line) => (/^ {0,3}\||<t[dh]/.test(line) ? line.split(/\||<\/?t[dh][^<>]*>/) : []));
  return new Set(cells.flatMap((cell) => levelIdOf(cell.trim()) ?? [])).size >= 2;
}

/** Files of data that lie beside others of their kind, and single ones with a telling path. */
function byData(paths: readonly string[]): string[] {
  const byFolder = new Map<string, number>();
  for (const path of paths) {
    const folder = folderPrefix(path);
    const ending = path.slice(path.lastIndexOf('.'));
    const pattern = `${folder}{department}${ending}`;
    countOne(byFolder, pattern);
  }
  const several = [...byFolder].filter(([, count]) => count >= 2).map(([pattern]) => pattern);
  return [...several.filter((pattern) => pattern.includes('/')), ...paths.filter((path) => careerWords.test(path))];
}

const levelCode = /(?<![a-z])(?:(?:ic|l|m|p|t|e)\d{1,2}|level[-_ ]?\d)(?![a-z\d])/i;

/** What a tried framework is proposed as; `null` when it does not hold what can be compared. */
function proposalOf({ config, departments, levels, pages, matched, unread }: Framework): CareerTree | null {
  // Pages about the way from one level to another.
  if (departments.filter(({ id }) => levelCode.test(id)).length * 2 > departments.length) return null;
  const told = pages.filter((page) => competenciesOn(page).length >= 2);
  const able = departments.filter(({ id }) => told.filter(({ department }) => department.id === id).length >= 2);
  const used = levels.filter(({ id }) => told.filter(({ level }) => level.id === id).length >= 2);
  if (!areSentences(told)) return null;
  const isAlone = !config.pages.includes('{department}') && able.length === 1 && told.length >= 3;
  const missed = unread.filter(({ why }) => why === 'no-levels' || why === 'unparsed').length;
  if (matched.length - missed < matched.length * leastRead) return null;
  const filled = told.filter(({ department }) => able.includes(department)).length;
  if (!isAlone && (able.length < 2 || used.length < 2 || filled <= able.length * used.length * leastFilled))
    return null;
  const names = (isAlone ? levels : used).map(({ id }) => id);
  return { pattern: config.pages, departments: able.length, levels: names, pages: told.length };
}

/** Do the competencies mostly have a few words? A table of levels and titles has "IC4", "Senior Designer". */
function areSentences(pages: readonly LevelPage[]): boolean {
  const texts = pages.flatMap((page) => competenciesOn(page).map(({ wording }) => wording.text));
  const short = texts.filter((text) => !isUnspaced(text) && splitWords(text).length < fewestWords);
  return short.length * 2 < texts.length;
}

/** Of frameworks that read the same pages, the one that reads most. */
function withoutOverlap(found: readonly CareerTree[]): CareerTree[] {
  const kept: CareerTree[] = [];
  const fixed = ({ pattern }: CareerTree) => fixedStart(pattern);
  for (const each of [...found].sort((left, right) => right.pages - left.pages)) {
    const isInside = kept.some(
      (other) =>
        (fixed(each).startsWith(fixed(other)) || fixed(other).startsWith(fixed(each))) &&
        endingOf(each.pattern) === endingOf(other.pattern),
    );
    if (!isInside) kept.push(each);
  }
  return kept;
}

function endingOf(pattern: string): string {
  return pattern.slice(pattern.lastIndexOf('.'));
}
