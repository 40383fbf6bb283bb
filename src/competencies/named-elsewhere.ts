import { nameOf } from '../files/paths.ts';
import type { Block, Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';
import { isOneTypo } from '../phrases/typos.ts';
import { titleRange } from '../sections/title-range.ts';
import { type Department, type Framework, isText, type Level, type LevelPage } from './framework.ts';
import { LevelNames } from './level-names.ts';
import { isWithin } from './matrix.ts';
import { fewestLetters } from './misspelt-levels.ts';
import { withoutKind } from './reading/groups/group-names.ts';
import { ladderWords } from './reading/places/level-ids.ts';
import { holdsRun, splitWords, stem } from './wording.ts';

/** A place on a level page that names another level or department as its own. */
export interface NamedElsewhere {
  readonly kind: 'title' | 'heading' | 'sentence';
  readonly page: Page;
  readonly range: Range;
  /** The other level or department, and the page's own. */
  readonly says: string;
  readonly own: string;
}

type Paragraph = Block & { readonly type: 'paragraph' };

/** Titles, headings and first sentences of level pages that speak of another level, and titles and sentences that speak of another department. */
export function* namedElsewhere(framework: Framework): Generator<NamedElsewhere> {
  const names = new LevelNames(framework.levels);
  for (const levelPage of framework.pages) {
    const { shape, page } = levelPage;
    if (!isText(shape) || page.kind === 'include') continue;
    if (shape === 'page') yield* onTitle(levelPage, framework, names);
    yield* onHeadings(levelPage, names);
    yield* onSentences(levelPage, framework, names);
  }
}

function* onTitle(
  { page, level, department }: LevelPage,
  framework: Framework,
  names: LevelNames,
): Generator<NamedElsewhere> {
  const title = splitWords(page.title);
  const other = otherLevel(title, level, names);
  const says = other?.name ?? misspelt(title, level);
  if (says !== undefined) yield { kind: 'title', page, range: titleRange(page), says, own: level.name };
  if (department.id === '') return;
  if (ownNames(department).some((words) => holdsRun(title, words))) return;
  const file = splitWords(nameOf(page.path).replace(/[-_]/g, ' '));
  const named = framework.departments.filter(
    ({ id, name }) =>
      id !== '' &&
      id !== department.id &&
      holdsRun(title, splitWords(name)) &&
      // The title "Engineering manager" of engineering-manager.md is no slip.
      !holdsRun(file, splitWords(name)) &&
      // "Engineering" is no other department than "Engineering platform".
      !ownNames(department).some((words) => holdsRun(words, splitWords(name))),
  );
  // Two names may be part of something else.
  const [one] = named;
  if (one !== undefined && named.length === 1 && !department.id.startsWith(`${one.id}/`))
    yield { kind: 'title', page, range: titleRange(page), says: one.name, own: department.name };
}

/** A word that was meant to be the level's name, in a title that does not name the level: "Senoir Engineer". */
function misspelt(title: readonly string[], { words }: Level): string | undefined {
  if (words.some((name) => holdsRun(title, name))) return undefined;
  const names = words.flatMap(([name = '', ...more]) =>
    more.length === 0 && name.length >= fewestLetters ? [name] : [],
  );
  return title.find((word) => names.some((name) => isOneTypo(word, name)));
}

/** A heading that starts with another level: "Senior Leadership Competencies" on the page of Staff. */
function* onHeadings({ page, level, shape, groups }: LevelPage, names: LevelNames): Generator<NamedElsewhere> {
  const own = groups.flatMap(({ page: file, heading, range }) =>
    file === page ? [{ text: heading, textRange: range }] : [],
  );
  for (const { text, textRange } of shape === 'page' ? page.facts.headings : own) {
    const words = splitWords(text);
    const other = otherLevel(words, level, names);
    if (other === null || !other.words.some((name) => name.every((word, at) => words[at] === word))) continue;
    // "Intermediate Competencies" on the page of Senior leads to what is asked below it.
    if (/competenc/.test(words.at(-1) ?? '') && words.length < 3 && isBelow(other, level)) continue;
    const rest = withoutKind(words.filter((word) => !other.words.flat().includes(word)).map(stem)).join(' ');
    // "Staff Craft" where "Craft" is a group of the page.
    const isGroup = groups.some(({ group }) => group.headings.some((name) => name.join(' ') === rest));
    if (isGroup || (words.length < 7 && asksFor.test(text)))
      yield { kind: 'heading', page, range: textRange, says: other.name, own: level.name };
  }
}

const asksFor =
  /\b(?:competenc\w*|skills?|expectations?|leadership|technical|values?|alignment|responsibilit\w*|requirements?)\b/i;

/** "Senior engineers are expected to …", "What we ask at the Senior level" at the start of what a page says about Staff. */
function* onSentences(levelPage: LevelPage, framework: Framework, names: LevelNames): Generator<NamedElsewhere> {
  const { page, level, department } = levelPage;
  for (const block of leadingParagraphs(levelPage)) {
    const [sentence = ''] = block.text.split(/(?<=[.!?])\s/, 1);
    if (sentence.length > mostLetters || splitWords(sentence).length < 5) continue;
    const otherLevel = levelOfSentence(sentence, level, names);
    const otherDepartment = departmentOfSentence(sentence, department, framework);
    const says = otherLevel?.name ?? otherDepartment?.name;
    if (says === undefined) continue;
    const at = page.text.slice(...block.range).indexOf(sentence);
    const from = block.range[0] + at;
    // With markup in it, its end is not known.
    const range = at < 0 ? block.range : ([from, from + sentence.length] as const);
    yield { kind: 'sentence', page, range, says, own: otherLevel === null ? department.name : level.name };
  }
}

/** A longer sentence is passed over. */
const mostLetters = 600;

/** The first paragraph of what a page says about a level, and those right below its headings. */
function leadingParagraphs({ page, shape, place, groups }: LevelPage): readonly Paragraph[] {
  const starts = groups.flatMap(({ page: file, range }) => (file === page ? [range[1]] : []));
  if (shape === 'heading') starts.push(place[1]);
  const { blocks } = page.content;
  const first = blocks.find(({ type }) => type === 'paragraph' || type === 'list' || type === 'table');
  const found = new Set(shape === 'page' && first !== undefined ? [first] : []);
  for (const start of starts) {
    const next = blocks.find(({ range }) => range[0] >= start);
    if (next !== undefined) found.add(next);
  }
  return [...found].filter((block): block is Paragraph => block.type === 'paragraph');
}

function levelOfSentence(sentence: string, level: Level, levelNames: LevelNames): Level | null {
  const other = otherLevel(splitWords(sentence), level, levelNames);
  if (other === null) return null;
  const start = /^(?:an?|the|at the|at|as an?|our|all|every|each)\s/i.exec(sentence)?.[0] ?? '';
  const head = splitWords(sentence.slice(start.length)).slice(0, 3);
  const names = (words: readonly string[]) => other.words.some((name) => name.every((word, at) => words[at] === word));
  if (adds.test(sentence)) return null;
  if (names(head)) return other;
  if (compares.test(sentence)) return null;
  // "What we ask of a Staff engineer"
  if (describes.test(sentence)) {
    const [, named = ''] =
      /\s(?:of|for|from|by)\s(?:(?:an?|the|our|every|each|all)\s)?(\p{Lu}\S*(?:\s\S+){0,2})/u.exec(sentence) ?? [];
    if (names(splitWords(named))) return other;
  }
  // "at the Staff level", "the grade Staff"
  const words = splitWords(sentence);
  return words.some((word, at) => {
    if (!/^(?:level|grade)$/.test(word)) return false;
    return other.words.some((name) => {
      return holdsRun(words.slice(Math.max(0, at - name.length - 1), at + name.length + 2), name);
    });
  })
    ? other
    : null;
}

/** Sentences that say what their page holds. */
const describes =
  /^(?:here is |here are |this is |these are |below (?:is|are) )?(?:what|this page|this list|here|the following|(?:the |our )?(?:\w+ )?(?:expectations?|competenc\w+|skills?|requirements?|responsibilities))\b/i;

/** "All Junior expectations apply, plus the following.", "Everything at level 1, and more" at the start of the level above. */
const adds =
  /^everything\b|^(?:all|(?:the )?same|as)\b.*\b(?:plus|in addition)\b|\b(?:plus|in addition(?: to)?)(?:[,:]? the following\b|[.:…]{0,3}$)/i;

/** Words of sentences that set levels or departments beside each other. */
const compares =
  /\b(?:than|beyond|besides|beside|addition|builds?|next|previous|former|formerly|promot\w*|progress\w*|towards?|above|below|lower|higher|mentor\w*|compar\w*|unlike|like|same|differ\w*|with|between|across|other|another|reports?|joins?|moves?)\b/iu;

/** "The Paint department asks …" on a page of Joinery. */
function departmentOfSentence(sentence: string, own: Department, framework: Framework): Department | null {
  if (own.id === '' || compares.test(sentence)) return null;
  const words = splitWords(sentence);
  if (ownNames(own).some((name) => holdsRun(words, name))) return null;
  const named = framework.departments.filter((department) => {
    if (department.id === '' || isWithin(department, own)) return false;
    const wanted = splitWords(department.name);
    return words.some(
      (word, at) =>
        /^(?:department|team|function|group|division|discipline)$/.test(word) &&
        holdsRun(words.slice(Math.max(0, at - wanted.length), at), wanted),
    );
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The names of a department and of those around it. */
function ownNames({ name, id, parent }: Department): readonly (readonly string[])[] {
  return [splitWords(name), splitWords(nameOf(id)), ...(parent === null ? [] : ownNames(parent))];
}

/** The one other level that these words name, when they do not name the page's own. */
function otherLevel(words: readonly string[], own: Level, names: LevelNames): Level | null {
  // "Senior Manager" names the manager's level as well.
  const [other, ...more] = names.in(words);
  return other !== undefined && other !== own && more.length === 0 && !isPartOf(other, own) ? other : null;
}

/** "Staff" of "Staff engineers" is the same level; of "Senior staff" it is another one. */
function isPartOf(other: Level, own: Level): boolean {
  return own.words.some((whole) =>
    other.words.some(
      (part) =>
        part.every((word) => whole.includes(word)) &&
        whole.every((word) => part.includes(word) || !ladderWords.has(word)),
    ),
  );
}

function isBelow({ order }: Level, { order: own }: Level): boolean {
  return order !== null && own !== null && order < own;
}
