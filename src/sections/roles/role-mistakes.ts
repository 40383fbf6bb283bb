import { distinctBy, groupBy } from '../../collections/groups.ts';
import { nameOf } from '../../files/paths.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { isOneTypo } from '../../phrases/typos.ts';
import { sourceOf } from '../outline/outline.ts';
import { locate, type ReportingLine } from './reporting-lines.ts';
import { type RolePage, type RolePart, rolePagesOf } from './role-pages.ts';
import { areEqual, isEqualRole, isOneInOther, isSubset, type RoleTitle, readRoleTitle } from './role-titles.ts';

/** A place where a page calls its role otherwise than its title or heading does. */
export type RoleMistake = { readonly page: Page; readonly range: Range } & Mistake;

type Mistake =
  /** The text below a heading names another level, or another kind of role. */
  | { readonly kind: 'text'; readonly says: string; readonly part: RolePart }
  /** A word of the heading is misspelt, as the text below it shows. */
  | { readonly kind: 'heading'; readonly word: string; readonly right: string }
  /** The title names another level than the file's name. */
  | { readonly kind: 'title'; readonly says: string; readonly file: string };

/** Every such place on role pages, by the file that it stands in. */
export const roleMistakesOf = query(
  'mistakes on role pages',
  (handbook): ReadonlyMap<string, readonly RoleMistake[]> => {
    const pages = [...rolePagesOf(handbook).values()];
    const named = pages.flatMap(({ parts }) => parts.map(({ role }) => role));
    const mistakes = pages.flatMap((page) => mistakesOf(page, named));
    return groupBy(mistakes, ({ page }) => page.path);
  },
);

function mistakesOf(page: RolePage, named: readonly RoleTitle[]): RoleMistake[] {
  const texts = page.parts.flatMap((part) => {
    const sayings = [firstLine(part, page) ?? [], openingsOf(part, page)].flat();
    const mistakes = sayings.flatMap((said) => mistakeIn(said, part, page, named) ?? []);
    return distinctBy(mistakes, ({ range }) => range[0]);
  });
  const title = wrongTitle(page);
  return title === null ? texts : [title, ...texts];
}

/** How the words by which a text calls the role of its part differ from the part's title or heading; `null` when they do not. */
function mistakeIn(said: Saying, part: RolePart, page: RolePage, named: readonly RoleTitle[]): RoleMistake | null {
  const { subject } = said;
  const role = subject === null ? null : readRoleTitle(subject);
  if (subject === null || role === null) return null;
  const boss = said.boss === null ? null : readRoleTitle(said.boss);
  // "Writers report to the Editor" on the editor's page is about the writers.
  if (boss !== null && isEqualRole(boss, part.role)) return null;
  const spelt = misspeltHeading(part, subject);
  if (spelt !== null || !(isOtherLevel(role, subject, part, page) || isOtherNoun(role, part, named))) return spelt;
  const range = wholeOf(locate(subject, said.range, sourceOf(said.page)), said, subject);
  return { kind: 'text', page: said.page, range, says: subject, part };
}

/** The first thing that is said right below the heading; below a title only when the page is about one role. */
function firstLine(part: RolePart, { parts }: RolePage): ReportingLine | undefined {
  if (part.heading === -1) return parts.length === 1 ? part.lines[0] : undefined;
  return part.lines.find(({ section }) => section === part.heading);
}

/** How the text below a heading calls the role. */
function subjectOf(part: RolePart, page: RolePage): string | null {
  return firstLine(part, page)?.subject ?? subjectsOf(part, page)[0]?.subject ?? null;
}

type Saying = Pick<ReportingLine, 'subject' | 'boss' | 'page' | 'range'>;

const opening =
  /^(?:As\s+)?(?:An?|The|Our)\s+((?:\p{Lu}[\p{L}\p{N}&/’'-]{0,30}\s+(?:(?:of|and|&)\s+)?){1,7})(?=(?:is|are|was|will|has|have|can|should|must|may|leads?|manages?|works?|owns?|drives?|helps?|\p{Ll}{2,20}s)\s)/u;

/** The roles that the first paragraphs below a level's headings begin with, where they do not speak of that level. */
function openingsOf(part: RolePart, page: RolePage): readonly Saying[] {
  // "The Cook becomes a Senior Cook after five years" sets two levels beside each other.
  const namesOwn = ({ words }: Opening) => [...part.role.levels].some((level) => words.has(level));
  return subjectsOf(part, page).filter((each) => !namesOwn(each));
}

/** A first sentence about a role; `words`: all of its words, in small letters. */
type Opening = Saying & { readonly subject: string; readonly words: ReadonlySet<string> };

/** The first paragraphs below a level's headings that begin with a role: "The Senior Designer leads …". */
function subjectsOf(part: RolePart, { outline, parts }: RolePage): readonly Opening[] {
  if (part.heading === -1 && parts.length > 1) return [];
  const inner = parts.filter(({ heading }) => heading > part.heading && heading < part.end);
  const from = Math.max(0, part.heading);
  return outline.sections.slice(from, part.end).flatMap(({ pieces: [first] }, at) => {
    const section = from + at;
    if (inner.some(({ heading, end }) => section >= heading && section < end)) return [];
    if (first?.kind !== 'block' || first.block.type !== 'paragraph') return [];
    const [sentence = ''] = first.block.text.slice(0, 300).split(/(?<=[.!?])\s/);
    const subject = opening.exec(sentence)?.[1]?.trim();
    if (subject === undefined) return [];
    const words = new Set(sentence.toLowerCase().match(/\p{L}+/gu));
    return [{ subject, words, boss: null, page: first.page, range: first.block.range }];
  });
}

function isOtherLevel(role: RoleTitle, subject: string, part: RolePart, page: RolePage): boolean {
  const own = part.role;
  if (role.noun !== own.noun || !isOneInOther(role.words, own.words) || areEqual(role.levels, own.levels)) return false;
  const others = page.parts.filter((each) => each !== part && each.heading !== -1);
  // "The Accountant" below "Senior Accountant" is a mistake when it is what the page calls another level, and other levels are named in full.
  if (role.levels.size === 0) {
    if (own.levels.has('intermediate')) return false;
    const isAnothers = (each: RolePart) => isPlain(each.role) && subjectOf(each, page) === subject;
    return others.some(isAnothers) && others.some((each) => !isPlain(each.role) && namesItsLevel(each, page));
  }
  if (own.levels.size === 0) return part.heading !== -1 && others.some((each) => isEqualRole(each.role, role));
  return !isOneInOther(role.levels, own.levels);
}

const isPlain = ({ levels }: RoleTitle) => levels.size === 0 || (levels.size === 1 && levels.has('intermediate'));

function namesItsLevel(part: RolePart, page: RolePage): boolean {
  const subject = subjectOf(part, page);
  const role = subject === null ? null : readRoleTitle(subject);
  return role !== null && isSubset(part.role.levels, role.levels);
}

/** "Coordinator" below "Specialist", where no page has such a coordinator. */
function isOtherNoun(role: RoleTitle, { role: own }: RolePart, named: readonly RoleTitle[]): boolean {
  if (role.noun === own.noun) return false;
  const without = (words: ReadonlySet<string>, word: string) =>
    [...words]
      .filter((each) => each !== word)
      .sort()
      .join(' ');
  const field = ({ words, noun }: RoleTitle) => without(words, noun);
  const levels = (title: RoleTitle) => without(title.levels, 'intermediate');
  return (
    field(role) !== '' &&
    field(role) === field(own) &&
    levels(role) === levels(own) &&
    !named.some((each) => isEqualRole({ ...each, levels: role.levels }, role))
  );
}

function misspeltHeading({ text, place: { page, range }, heading }: RolePart, subject: string): RoleMistake | null {
  if (heading === -1) return null;
  const written = text.match(/\p{L}+/gu) ?? [];
  const said = subject.match(/\p{L}+/gu) ?? [];
  const odd = [...written.keys()].filter((at) => said[at] !== undefined && said[at] !== written[at]);
  if (written.length !== said.length || odd.length !== 1) return null;
  const [word, right] = [written[odd[0]!]!, said[odd[0]!]!];
  if (word.length < 6 || !isOneTypo(word.toLowerCase(), right.toLowerCase())) return null;
  const count = (each: string) => page.text.split(each).length - 1;
  if (count(word) > 1 || count(right) < 2) return null;
  return { kind: 'heading', page, range: locate(word, range, sourceOf(page)), word, right };
}

const fileLevels = ['junior', 'intermediate', 'senior', 'staff', 'principal', 'distinguished'];

/** A file called `staff.md` or `staff-engineer.md` with the title "Senior Engineer". */
function wrongTitle({ page, parts }: RolePage): RoleMistake | null {
  const [first] = parts;
  if (first === undefined || first.heading !== -1 || first.role.levels.size !== 1) return null;
  const name = nameOf(page.path.replace(/\/(?:_?index|readme)\.md$/i, '').replace(/\.md$/i, ''));
  const words = name.toLowerCase().split(/[^a-z]+/);
  const inName = fileLevels.filter((level) => words.includes(level));
  const [inTitle = ''] = first.role.levels;
  if (inName.length !== 1 || !fileLevels.includes(inTitle) || inName[0] === inTitle) return null;
  return { kind: 'title', page, range: first.place.range, says: first.text, file: name };
}

/** The subject stands before the boss, whose range the line has. */
function wholeOf(range: Range, { page, range: boss }: Saying, subject: string): Range {
  if (range !== boss) return range;
  const before: Range = [Math.max(0, boss[0] - 400), boss[0]];
  const found = locate(subject, before, sourceOf(page));
  return found === before ? range : found;
}
