import type { SectionConfig } from '../config/page-types.ts';
import type { Names } from './names/names.ts';
import { isPlaceholder } from './not-yet.ts';
import type { Outline, Piece, Section } from './outline/outline.ts';
import { type Cell, type Unit, unitsOf } from './outline/units.ts';

/** Why a section does not say enough. */
export type Emptiness =
  | { readonly kind: 'nothing' }
  /** Only "TBD" or the like; as written. */
  | { readonly kind: 'placeholder'; readonly text: string }
  /** Only a link to the section itself. */
  | { readonly kind: 'itself' }
  /** Only to whom another role reports; as written. */
  | { readonly kind: 'other-role'; readonly text: string }
  | { readonly kind: 'few-words'; readonly words: number; readonly wanted: number }
  | { readonly kind: 'few-items'; readonly items: number; readonly wanted: number };

/** Something that a reader sees, measured. */
type Filling =
  | { readonly kind: 'words'; readonly text: string; readonly items: number }
  /** A table, an image, a shortcode. */
  | { readonly kind: 'shown'; readonly items: number }
  | { readonly kind: 'placeholder'; readonly text: string }
  | { readonly kind: 'itself' };

/** What is wrong with the content of the section at `index`, its subsections included; `null` when it says enough. */
export function emptinessOf(
  outline: Outline,
  index: number,
  wanted: SectionConfig['content'],
  own: Names | null,
): Emptiness | null {
  const section = outline.sections[index];
  if (section === undefined) return { kind: 'nothing' };
  const pieces = outline.sections.slice(index, section.end).flatMap((each) => each.pieces);
  const all: Filling[] = [];
  for (const filling of fillingsOf(pieces, section, own)) {
    // Most sections say something in their first lines.
    if (wanted === undefined && saysSomething(filling)) return null;
    all.push(filling);
  }
  const filled = all.filter((filling) => filling.kind === 'words' || filling.kind === 'shown');
  if (!filled.some(saysSomething)) {
    const text = all.find((filling) => filling.kind === 'placeholder')?.text ?? labelOf(filled);
    if (text !== undefined) return { kind: 'placeholder', text: text.trim() };
    return { kind: all.length > 0 ? 'itself' : 'nothing' };
  }
  const shown = filled.filter(({ kind }) => kind === 'shown');
  if (wanted?.words !== undefined && shown.length === 0) {
    const words = filled.reduce((sum, filling) => sum + (filling.kind === 'words' ? countWords(filling.text) : 0), 0);
    if (words < wanted.words) return { kind: 'few-words', words, wanted: wanted.words };
  }
  if (wanted?.items !== undefined && !shown.some(({ items }) => items === 0)) {
    const items = filled.reduce((sum, filling) => sum + filling.items, 0);
    if (items < wanted.items) return { kind: 'few-items', items, wanted: wanted.items };
  }
  return null;
}

/** A label or the start of a list says nothing alone: "Objective:". */
function saysSomething(filling: Filling): boolean {
  return filling.kind === 'shown' || (filling.kind === 'words' && !isLabel(filling.text));
}

const isLabel = (text: string) => text.length < 200 && /[:：]$/u.test(text);
const labelOf = (filled: readonly Filling[]) => filled.flatMap((each) => (each.kind === 'words' ? [each.text] : []))[0];

function* fillingsOf(pieces: readonly Piece[], section: Section, own: Names | null): Generator<Filling> {
  for (const piece of pieces)
    for (const unit of unitsOf(piece)) {
      if (unit.kind === 'shown') yield { kind: 'shown', items: 0 };
      else if (unit.kind === 'table') yield* tableFillings(unit, own);
      else if (isPlaceholder(unit.text, own)) yield { kind: 'placeholder', text: unit.text };
      else if (piece.kind !== 'opaque' && leadsToItself(unit, piece, section)) yield { kind: 'itself' };
      else yield { kind: 'words', text: unit.text, items: unit.isItem ? 1 : 0 };
    }
}

/** A table counts by its rows; one whose cells are all empty or placeholders, but for the labels in the first column, says nothing. */
function tableFillings({ header, rows }: Extract<Unit, { kind: 'table' }>, own: Names | null): Filling[] {
  const isFilled = ({ text, showsMore }: Cell) => showsMore || (text.trim() !== '' && !isPlaceholder(text, own));
  const isHeld = ({ text }: Cell) => text.trim() !== '' && isPlaceholder(text, own);
  const body = rows.some((row) => row.some(({ text, showsMore }) => showsMore || text.trim() !== '')) ? rows : [];
  const cells = rows.length === 0 ? header : body.flat();
  const held = cells.filter(isHeld);
  const areLabels = held.length > 0 && rows.every((row) => row.length > 1 && !row.slice(1).some(isFilled));
  if (cells.some(isFilled) && !areLabels) return [{ kind: 'shown', items: Math.max(1, rows.length) }];
  return held.map(({ text }) => ({ kind: 'placeholder', text }));
}

/** Is this no more than a link to the heading it stands below, perhaps with "See" before it? */
function leadsToItself(
  { text, range }: Extract<Unit, { kind: 'text' }>,
  { page }: Exclude<Piece, { kind: 'opaque' }>,
  { id, place }: Section,
): boolean {
  const links = page.facts.links.filter(({ range: [start, end] }) => start >= range[0] && end <= range[1]);
  if (links.length === 0) return false;
  const own = place.page.address ?? '';
  const isOwn = (href: string) => href === `#${id}` || (own !== '' && (href === `${own}#${id}` || href === own));
  if (!links.every(({ href }) => isOwn(href))) return false;
  const rest = links.reduce((words, link) => words.replace(link.text, ' '), text);
  return (
    rest.length <= 400 &&
    /^[\s\p{P}]*(?:(?:please )?(?:see|read|refer to|go to|cf)(?: the| our)?)?[\s\p{P}]*$/iu.test(rest)
  );
}

function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    if (isWordLike) words += 1;
  return words;
}
