import type { Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { isPlaceholder } from '../not-yet.ts';
import type { Outline, Piece, Source } from '../outline/outline.ts';
import { type Cell, type Unit, unitsOf } from '../outline/units.ts';
import { answerOf, labelledIn, labelOnly, type Said, statedIn } from './reporting-words.ts';
import { isSameRole, type RoleTitle, readRoleTitle } from './role-titles.ts';

/** One place that says, or is about to say, to whom a role reports. */
export interface ReportingLine {
  /** Index of the heading it stands below, or is; -1 above the first. */
  readonly section: number;
  /** Who reports, as written; `null`: the role of the page or heading around it. */
  readonly subject: string | null;
  /** To whom, as written; `null` when only a placeholder stands there. */
  readonly boss: string | null;
  readonly isLabel: boolean;
  /** The sentence or label that says it. */
  readonly text: string;
  readonly page: Page;
  /** Where the boss, or the placeholder, stands in that page; the whole sentence when that is not known. */
  readonly range: Range;
}

/** Everything on a page that says to whom a role reports, in document order. */
export function reportingLines(outline: Outline): readonly ReportingLine[] {
  const lines: ReportingLine[] = [];
  addLines(outline.lead, -1, lines);
  outline.sections.forEach(({ text, place, pieces }, section) => {
    for (const said of statedIn(text))
      lines.push(lineOf(said, { section, text, page: place.page, range: place.range, source: place.source }));
    addLines(pieces, section, lines);
  });
  return lines;
}

/** Is this line about another role than these titles name? Only where both are plainly roles. */
export function isAnotherRole(subject: string | null, titles: readonly RoleTitle[]): boolean {
  if (subject === null || titles.length === 0) return false;
  const role = readRoleTitle(subject);
  return role !== null && !titles.some((title) => isSameRole(role, title));
}

/** Whom a picture, a table or a shortcode names, nobody can read here: somebody. */
const shownAlone = 'somebody';

interface Spot {
  readonly section: number;
  readonly text: string;
  readonly page: Page;
  readonly range: Range;
  readonly source: Source;
}

function addLines(pieces: readonly Piece[], section: number, lines: ReportingLine[]): void {
  let waiting: Spot | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'opaque') {
      waiting = null;
      continue;
    }
    const { page } = piece;
    for (const unit of unitsOf(piece)) {
      if (waiting !== null) {
        // "Line manager", and whom in the next paragraph.
        const next = unit.kind === 'text' ? unit : null;
        // A whole sentence below says it by itself.
        if (next === null || [...statedIn(next.text)].length === 0)
          lines.push(
            lineOf(
              { subject: null, boss: next?.text ?? shownAlone, isLabel: true },
              { ...waiting, ...(next ?? {}), section, page },
            ),
          );
        waiting = null;
      }
      if (unit.kind === 'table') lines.push(...linesOfTable(unit, { section, page }));
      if (unit.kind !== 'text') continue;
      const spot = { section, text: unit.text, page, range: unit.range, source: unit.source };
      if (labelOnly(unit.text)) {
        waiting = spot;
        continue;
      }
      const isBold = /^\s*(?:\*\*|__|<b>|<strong>)/.test(unit.source(unit.range));
      const labelled = labelledIn(unit.text, isBold);
      const stated = [...statedIn(labelled?.boss ?? unit.text)];
      if (labelled !== null && stated.length === 0) lines.push(lineOf(labelled, spot));
      else for (const said of stated) lines.push(lineOf(said, spot));
    }
  }
  if (waiting !== null) lines.push(lineOf({ subject: null, boss: '', isLabel: true }, waiting));
}

function linesOfTable(
  { header, rows, source }: Extract<Unit, { kind: 'table' }>,
  where: { readonly section: number; readonly page: Page },
): ReportingLine[] {
  const answer = (cell: Cell | undefined, label: string, subject: string | null) =>
    lineOf(
      { subject, boss: cell?.showsMore === true ? shownAlone : (cell?.text ?? ''), isLabel: true },
      { ...where, text: label, range: cell?.range ?? [0, 0], source },
    );
  const lines: ReportingLine[] = [];
  for (const [column, { text }] of header.entries()) {
    if (!labelOnly(text) || /^(?:manager|supervisor)s?$/i.test(text.trim())) continue;
    // Two columns of labels and answers, the first of them in the place of the header.
    if (
      column === 0 &&
      header.length === 2 &&
      header[1]!.text.trim() !== '' &&
      !labelOnly(header[1]!.text) &&
      (readRoleTitle(header[1]!.text) !== null || isPlaceholder(header[1]!.text))
    )
      lines.push(answer(header[1], text, null));
    else
      for (const row of rows) {
        const first = row[0]?.text ?? '';
        // Of several rows, each names whom it is about, be it a noun that is known for no role.
        const isSubject = column > 0 && first.trim() !== '' && (rows.length > 1 || readRoleTitle(first) !== null);
        lines.push(answer(row[column], text, isSubject ? first : null));
      }
  }
  for (const row of rows) {
    const label = row[0]?.text ?? '';
    const isAnswer = labelOnly(label) && row.length > 1;
    // A whole sentence beside a label says it by itself.
    if (isAnswer && statedIn(row[1]!.text).next().done) lines.push(answer(row[1], label, null));
    for (const { text, range } of isAnswer ? row.slice(1) : row)
      for (const said of statedIn(text)) lines.push(lineOf(said, { ...where, text, range, source }));
  }
  return lines;
}

function lineOf({ subject, boss, isLabel }: Said, { section, text, page, range, source }: Spot): ReportingLine {
  const answer = answerOf(boss);
  const isNone = answer === '' || isPlaceholder(answer) || isPlaceholder(boss);
  const words = isNone ? boss.trim().replace(/[.!]{1,9}$/, '') : answer;
  return {
    section,
    subject,
    boss: isNone ? null : answer,
    isLabel,
    text: isLabel && !text.includes(boss) ? text : (sentenceWith(text, boss) ?? text),
    page,
    range: locate(words, range, source),
  };
}

function sentenceWith(text: string, words: string): string | null {
  return words === ''
    ? null
    : (text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).find((sentence) => sentence.includes(words)) ?? null);
}

/** So many signs may stand between two words, as markup does. */
const MOST_BETWEEN = 6;
const WORDS = /[\p{L}\p{N}]+/gu;
/** What holds the place of words. */
const SIGNS = /(?<![\p{L}\p{N}…?])[…?]+(?![\p{L}\p{N}])/gu;

/** Where these words, written without markup, stand in a part of a page; all of it when they are not found. */
export function locate(words: string, range: Range, source: Source): Range {
  const kind = words.search(WORDS) === -1 ? SIGNS : WORDS;
  const wanted = words.match(kind);
  if (wanted === null || words.length > 300) return range;
  const there = [...source(range).matchAll(kind)];
  const endOf = (at: number) => there[at]!.index + there[at]![0].length;
  for (let first = there.length - wanted.length; first >= 0; first -= 1) {
    const isHere = wanted.every((word, nth) => {
      const at = first + nth;
      return there[at]![0] === word && (nth === 0 || there[at]!.index - endOf(at - 1) <= MOST_BETWEEN);
    });
    if (isHere) return [range[0] + there[first]!.index, range[0] + endOf(first + wanted.length - 1)];
  }
  return range;
}
