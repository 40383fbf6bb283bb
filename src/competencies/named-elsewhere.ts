import type { Range } from '../markdown/facts.ts';
import type { Page } from '../model/handbook.ts';
import { titleRange } from '../sections/title-range.ts';
import type { Framework, Level, LevelPage } from './framework.ts';
import { splitWords } from './wording.ts';

/** A place on a level page that names another level or department as its own. */
export interface NamedElsewhere {
  readonly kind: 'title' | 'heading' | 'sentence';
  readonly page: Page;
  readonly range: Range;
  /** The other level or department, and the page's own. */
  readonly says: string;
  readonly own: string;
}

/** Titles, headings and first sentences of level pages that speak of another level, and titles that speak of another department. */
export function* namedElsewhere(framework: Framework): Generator<NamedElsewhere> {
  for (const levelPage of framework.pages) {
    if (levelPage.shape !== 'page' || levelPage.page.kind === 'include') continue;
    yield* onTitle(levelPage, framework);
    yield* onHeadings(levelPage, framework);
    yield* onFirstSentence(levelPage, framework);
  }
}

function* onTitle({ page, level, department }: LevelPage, framework: Framework): Generator<NamedElsewhere> {
  const title = splitWords(page.title);
  const other = otherLevel(title, level, framework);
  if (other !== null) yield { kind: 'title', page, range: titleRange(page), says: other.name, own: level.name };
  if (department.id === '') return;
  const own = [department, ...around(department)].flatMap(({ name, id }) => [
    splitWords(name),
    splitWords(id.split('/').at(-1) ?? ''),
  ]);
  if (own.some((words) => holds(title, words))) return;
  const named = framework.departments.filter(
    ({ id, name }) => id !== '' && id !== department.id && holds(title, splitWords(name)),
  );
  // Two names may be part of something else.
  const [one] = named;
  if (one !== undefined && named.length === 1 && !department.id.startsWith(`${one.id}/`))
    yield { kind: 'title', page, range: titleRange(page), says: one.name, own: department.name };
}

/** A heading that starts with another level: "Senior Leadership Competencies" on the page of Staff. */
function* onHeadings({ page, level }: LevelPage, framework: Framework): Generator<NamedElsewhere> {
  for (const { text, textRange } of page.facts.headings) {
    const words = splitWords(text);
    const other = otherLevel(words, level, framework);
    if (other === null || !other.words.some((name) => name.every((word, at) => words[at] === word))) continue;
    // "Intermediate Competencies" on the page of Senior leads to what is asked below it.
    if (/competenc/.test(words.at(-1) ?? '') && words.length < 3 && isBelow(other, level)) continue;
    if (
      words.length < 7 &&
      /\b(?:competenc\w*|skills?|expectations?|leadership|technical|values?|alignment|responsibilit\w*|requirements?)\b/i.test(
        text,
      )
    )
      yield { kind: 'heading', page, range: textRange, says: other.name, own: level.name };
  }
}

/** "Senior engineers are expected to …" at the start of a page about Staff. */
function* onFirstSentence({ page, level }: LevelPage, framework: Framework): Generator<NamedElsewhere> {
  const first = page.content.blocks.find(({ type }) => type === 'paragraph' || type === 'list' || type === 'table');
  if (first?.type !== 'paragraph') return;
  const [sentence = ''] = first.text.split(/(?<=[.!?])\s/, 1);
  const words = splitWords(sentence);
  const start = /^(?:an?|the|at the|at|as an?|our|all|every|each)\s/i.exec(sentence)?.[0] ?? '';
  const head = splitWords(sentence.slice(start.length)).slice(0, 3);
  const other = words.length < 5 ? null : otherLevel(words, level, framework);
  if (other === null || !other.words.some((name) => name.every((word, at) => head[at] === word))) return;
  const at = page.text.slice(...first.range).indexOf(sentence.slice(0, 12));
  const from = first.range[0] + Math.max(0, at);
  yield {
    kind: 'sentence',
    page,
    range: [from, Math.min(first.range[1], from + sentence.length)],
    says: other.name,
    own: level.name,
  };
}

/** The one other level that these words name, when they do not name the page's own. */
function otherLevel(words: readonly string[], own: Level, { levels }: Framework): Level | null {
  if (own.words.some((name) => holds(words, name))) return null;
  const others = levels.filter((level) => level !== own && level.words.some((name) => holds(words, name)));
  // "Senior Manager" names the manager's level as well.
  const [other] = others;
  return other !== undefined && others.length === 1 ? other : null;
}

function isBelow({ order }: Level, { order: own }: Level): boolean {
  return order !== null && own !== null && order < own;
}

function holds(words: readonly string[], name: readonly string[]): boolean {
  return name.length > 0 && words.some((_, at) => name.every((word, index) => words[at + index] === word));
}

function* around({ parent }: LevelPage['department']): Generator<LevelPage['department']> {
  for (let each = parent; each !== null; each = each.parent) yield each;
}
