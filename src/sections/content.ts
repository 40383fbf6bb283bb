import type { SectionConfig } from '../config/page-types.ts';
import type { Block } from '../markdown/facts.ts';
import type { Names } from './names.ts';
import type { Outline, Piece, Source } from './outline.ts';

/** Why a section does not say enough. */
export type Emptiness =
  | { readonly kind: 'nothing' }
  /** Only "TBD" or the like; as written. */
  | { readonly kind: 'placeholder'; readonly text: string }
  | { readonly kind: 'few-words'; readonly words: number; readonly wanted: number }
  | { readonly kind: 'few-items'; readonly items: number; readonly wanted: number };

/** Something that a reader sees, measured. */
interface Filling {
  /** Its words; `null` for what shows something else: a table, an image, a shortcode. */
  readonly text: string | null;
  readonly items: number;
}

// Each starts with a word that nobody would begin the real text with, and ends before a second sentence.
const placeholders =
  /^[[({<*_ ]*(?:tbd|tba|tbc|todo|to do|fixme|wip|xxx+|lorem ipsum.*|to be (?:done|decided|defined|determined|announced|added|written|completed|confirmed|filled in|provided)|coming soon|work in progress|under construction|placeholder|(?:please )?(?:fill in|add text|add content)(?: here)?|待定|未定|準備中|作成中|記入予定|\?+|…|\.\.\.+|[-–—]+)[\])}>*_ ]*[.!:…]*$/iu;
const placeholderStart = /^(?:tbd|todo|fixme)\b[^.!?]{0,80}\.?$/iu;

/** Does this text hold the place of something that is still to be written? */
export function isPlaceholder(text: string, own: Names | null = null): boolean {
  const trimmed = text.trim().slice(0, 200);
  return (
    placeholders.test(trimmed) || placeholderStart.test(trimmed) || (own?.match(trimmed, () => false) ?? null) !== null
  );
}

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
  const all = pieces.flatMap(fillingsOf);
  const filled = all.filter(({ text }) => text === null || !isPlaceholder(text, own));
  if (filled.length === 0) {
    const placeholder = all.find(({ text }) => text !== null);
    return placeholder === undefined ? { kind: 'nothing' } : { kind: 'placeholder', text: placeholder.text!.trim() };
  }
  const showsMore = filled.some(({ text, items }) => text === null && items === 0);
  if (wanted?.words !== undefined && !filled.some(({ text }) => text === null)) {
    const words = filled.reduce((sum, { text }) => sum + countWords(text ?? ''), 0);
    if (words < wanted.words) return { kind: 'few-words', words, wanted: wanted.words };
  }
  if (wanted?.items !== undefined && !showsMore) {
    const items = filled.reduce((sum, filling) => sum + filling.items, 0);
    if (items < wanted.items) return { kind: 'few-items', items, wanted: wanted.items };
  }
  return null;
}

/** Every sentence of the prose below the headings `from` to `to - 1`, and above the first when `from` is -1. */
export function* sentencesOf(outline: Outline, from: number, to: number): Generator<string> {
  for (let index = from; index < to; index++) {
    const pieces = index < 0 ? outline.lead : (outline.sections[index]?.pieces ?? []);
    for (const { text } of pieces.flatMap(fillingsOf)) {
      if (text !== null) yield* text.split(/(?<=[.!?])\s+|[。！？]|\n{2,}/u);
    }
  }
}

function fillingsOf(piece: Piece): Filling[] {
  if (piece.kind === 'opaque') return [{ text: null, items: 0 }];
  return fillingsOfBlock(piece.block, piece.source);
}

function fillingsOfBlock(block: Block, source: Source): Filling[] {
  switch (block.type) {
    case 'paragraph':
      return prose(block.text);
    case 'list':
      return block.items.flatMap((item) => [
        ...prose(item.text).map((filling) => ({ ...filling, items: 1 })),
        ...item.children.flatMap((child) => fillingsOfBlock(child, source)),
      ]);
    case 'table': {
      const cells = [...block.header, ...block.rows.flat()].filter(
        ({ text }) => text.trim() !== '' && !isPlaceholder(text),
      );
      return cells.length === 0 ? [] : [{ text: null, items: Math.max(1, block.rows.length) }];
    }
    case 'html': {
      if (/<(?:img|iframe|video|audio|embed|object|svg|picture)\b/i.test(source(block.range)))
        return [{ text: null, items: 0 }];
      return prose(block.text);
    }
    case 'code':
    case 'image':
    case 'shortcode':
      return [{ text: null, items: 0 }];
    case 'heading':
      return [];
  }
}

/** Text, or what a shortcode in its place prints. */
function prose(text: string): Filling[] {
  const words = text.replaceAll('\uFFFC', '').trim();
  if (words !== '') return [{ text: words, items: 0 }];
  return text.includes('\uFFFC') ? [{ text: null, items: 0 }] : [];
}

function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    if (isWordLike) words += 1;
  return words;
}
