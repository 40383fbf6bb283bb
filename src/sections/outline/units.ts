import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { Block, Range } from '../../markdown/facts.ts';
import { unknownTag, withoutContainerMarks } from './containers.ts';
import { type HtmlPart, HtmlReading } from './html-parts.ts';
import type { Piece, Source } from './outline.ts';

/** Something below a heading that a reader sees, whether it was written in Markdown or in HTML. */
export type Unit =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly range: Range;
      readonly source: Source;
      readonly isItem: boolean;
    }
  | {
      readonly kind: 'table';
      readonly header: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
      readonly source: Source;
    }
  /** A picture, a diagram, code, or what a shortcode or a component shows. */
  | { readonly kind: 'shown' };

export interface Cell {
  readonly text: string;
  readonly range: Range;
  /** It holds a picture, or a shortcode. */
  readonly showsMore: boolean;
}

/** What a reader sees in one piece of a page; worked out once for all who ask. */
export function unitsOf(piece: Piece): readonly Unit[] {
  return getOrInsert(known, piece, () => readUnits(piece));
}

const known = new WeakMap<Piece, readonly Unit[]>();

function readUnits(piece: Piece): readonly Unit[] {
  switch (piece.kind) {
    case 'opaque':
      return [{ kind: 'shown' }];
    case 'html':
      return piece.parts.flatMap((part) => unitsOfHtml(part, piece.source, false));
    case 'block':
      return unitsOfBlock(piece.block, piece.source, false);
  }
}

function unitsOfBlock(block: Block, source: Source, isItem: boolean): Unit[] {
  switch (block.type) {
    case 'paragraph':
      return prose(block.text, block.range, source, isItem);
    case 'list':
      return block.items.flatMap(({ text, textRange, children }) => [
        ...prose(text, textRange, source, true),
        ...children.flatMap((child) => unitsOfBlock(child, source, isItem)),
      ]);
    case 'table': {
      const cells = (row: typeof block.header) =>
        row.map(({ text, range, textRange }) => ({
          text,
          range: textRange,
          showsMore: text === '' && holdsPicture(source(range)),
        }));
      return [{ kind: 'table', header: cells(block.header), rows: block.rows.map(cells), source }];
    }
    case 'html':
      return new HtmlReading()
        .read(source(block.range), block.range[0])
        .flatMap((part) => unitsOfHtml(part, source, isItem));
    case 'code': {
      const text = codeOf(source(block.range));
      // People indent what they mean as a note's text; a code block can hold a placeholder as well.
      if (block.language === '' && text.length < 100)
        return text === '' ? [] : [{ kind: 'text', text, range: block.range, source, isItem }];
      return text === '' ? [] : [{ kind: 'shown' }];
    }
    case 'image':
    case 'shortcode':
      return [{ kind: 'shown' }];
    case 'heading':
      return [];
  }
}

function unitsOfHtml(part: HtmlPart, source: Source, isItem: boolean): Unit[] {
  switch (part.kind) {
    case 'text':
    case 'heading':
      return prose(part.text, part.range, source, isItem);
    case 'picture':
    case 'unknown':
      return [{ kind: 'shown' }];
  }
}

/** Text without what marks a note; of a paragraph without words what its HTML shows. */
function prose(text: string, range: Range, source: Source, isItem: boolean): Unit[] {
  const written = text === '' || /^[\s>]*(?:\[!|:::|!!!|\?\?\?|\{%|\{\{|--8<--|\{!)/.test(text) ? source(range) : null;
  if (written !== null && text !== '' && unknownTag(written) !== null) return [{ kind: 'shown' }];
  if (isStruck(text, source(range))) return [];
  const words = (written === null ? text : withoutContainerMarks(text, written))
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim();
  if (words !== '') return [{ kind: 'text', text: words, range, source, isItem }];
  return written !== null && holdsPicture(written) ? [{ kind: 'shown' }] : [];
}

/** Does what has no words show something all the same: a picture, a component, a shortcode? */
function holdsPicture(written: string): boolean {
  if (/\{\{|\{%|!\[/.test(written)) return true;
  return new HtmlReading().read(written, 0).some(({ kind }) => kind === 'picture' || kind === 'unknown');
}

/** `~~Reports to the Head of Bids~~`: nobody is meant to go by it. */
function isStruck(text: string, written: string): boolean {
  return (
    text !== '' &&
    /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:~~(?:(?!~~)[\s\S])+~~|<(s|del|strike)>(?:(?!<\/\1>)[\s\S])+<\/\1>)\s*$/i.test(
      written,
    )
  );
}

function codeOf(block: string): string {
  const lines = block.split(/\r?\n/);
  const isFenced = /^\s*(?:`{3,}|~{3,})/.test(lines[0] ?? '');
  return (isFenced ? lines.slice(1, -1) : lines).join('\n').trim();
}
