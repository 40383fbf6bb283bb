import { bareUrlLength } from '../bare-urls.ts';
import type { Range } from '../facts.ts';
import { wordsOfHtml } from '../html/walk.ts';
import * as NodeType from '../node-type.ts';
import { MAX_TREE_DEPTH } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Tree } from '../tree.ts';

/** A heading, or a term of a definition list, in its text. */
export interface HeadingPlace {
  readonly tree: Tree;
  readonly node: number;
  readonly text: string;
  /** Where its words start and end in the text. */
  readonly range: Range;
}

/**
 * The words that Hugo makes a heading's id from since 0.144.0: text as written, with named entities and typographic dashes
 * resolved; without tags, bare URLs and what `passthrough` sets apart. Of several lines the last one.
 * Upstream: `render.TextPlain` and `textHeadingID`.
 */
export function idWords(of: HeadingPlace, settings: MarkdownSettings): string {
  const { text, range } = of;
  const source = text.slice(...range);
  // Most headings are words and nothing else.
  if (!/[*_`~[\]!<>&\\$\n\r@]|--|:\/\/|www/.test(source) && settings.passthrough.length === 0) return source;
  const words = new IdWords(of, settings).read();
  const lines = resolveEntities(words).split('\n');
  return lines.at(-1) ?? '';
}

/** Where goldmark starts another piece of text: at what its typographer replaces, and after signs that might have been markup. */
const TYPOGRAPHIC = /--|\.\.\.|<<|>>|['"]/.source;
const AFTER_SIGNS = /(?<!\\)[*_~`[]+|!\[|\n/.source;
const PIECE_END = new RegExp(`${TYPOGRAPHIC}|${AFTER_SIGNS}`);
const PLAIN_PIECE_END = new RegExp(AFTER_SIGNS);
const DASHES = /---|--/g;

class IdWords {
  readonly #of: HeadingPlace;
  readonly #settings: MarkdownSettings;
  readonly #apart: readonly Range[];
  #words = '';

  constructor(of: HeadingPlace, settings: MarkdownSettings) {
    this.#of = of;
    this.#settings = settings;
    this.#apart = [
      ...passthroughs(of, settings.passthrough),
      ...(settings.bareUrls === 'none' ? [] : bareMails(of)),
    ].sort((a, b) => a[0] - b[0]);
  }

  read(): string {
    const { tree, node } = this.#of;
    for (let index = 0; index < tree.childCount(node); index += 1) this.#add(tree.child(node, index), false, 0);
    return this.#words;
  }

  #add(node: number, isFirstOnly: boolean, depth: number): void {
    const { tree, text, range } = this.#of;
    if (tree.start(node) >= range[1] || (tree.start(node) !== -1 && tree.end(node) <= range[0])) return;
    switch (tree.type(node)) {
      case NodeType.Text:
        this.#addText(this.#source(node) ?? tree.value(node), isFirstOnly);
        return;
      case NodeType.InlineCode:
        this.#words += this.#source(node) === '' ? '' : tree.value(node);
        return;
      case NodeType.Break:
        // The line of a term ends before its break does.
        if (tree.end(node) <= range[1]) this.#words += '\n';
        return;
      case NodeType.Image:
      case NodeType.ImageReference:
        this.#addText(tree.alt(node), this.#settings.headingIds === 'first-child');
        return;
      case NodeType.Link:
        // A bare URL has no words of its own to goldmark, where it is a link.
        if (text[tree.start(node)] === '[') break;
        if (text[tree.start(node)] !== '<') this.#addText(this.#unlinked(node), isFirstOnly);
        return;
      case NodeType.Html:
        // The typographer makes a quotation mark of two signs, so that the second one opens no tag.
        if (this.#settings.dashes && /(?:^|[^<])<$/.test(text.slice(range[0], tree.start(node))))
          this.#addText((this.#source(node) ?? '').slice(1), isFirstOnly);
        return;
      case NodeType.FootnoteReference:
        if (this.#settings.footnotes === 'off') this.#addText(this.#source(node) ?? '', isFirstOnly);
        return;
    }
    if (depth < MAX_TREE_DEPTH) this.#children(node, depth);
  }

  #children(node: number, depth: number): void {
    const { tree } = this.#of;
    const isFirstOnly = this.#settings.headingIds === 'first-child';
    const count = isFirstOnly ? Math.min(1, tree.childCount(node)) : tree.childCount(node);
    for (let index = 0; index < count; index += 1) this.#add(tree.child(node, index), isFirstOnly, depth + 1);
  }

  #addText(written: string, isFirstOnly: boolean): void {
    const { dashes } = this.#settings;
    const end = isFirstOnly ? (dashes ? PIECE_END : PLAIN_PIECE_END).exec(written) : null;
    const isApart = end !== null && end.index > 0 && /^[-.<>'"]/.test(end[0]);
    const piece = end ? written.slice(0, end.index + (isApart ? 0 : end[0].length)) : written;
    this.#words += dashes ? piece.replace(DASHES, (found) => (found.length === 3 ? dashes.em : dashes.en)) : piece;
  }

  /** What goldmark leaves of a bare URL as words. */
  #unlinked(node: number): string {
    const { tree, text } = this.#of;
    const written = this.#source(node) ?? '';
    if (this.#settings.bareUrls !== 'goldmark') return written;
    const isMail = !/^(?:https?:|www\.)/i.test(written);
    if (isMail) return /[^\x00-\x7f]/.test(text.charAt(tree.start(node) - 1)) ? written : '';
    return written.slice(bareUrlLength(text, tree.start(node), this.#settings));
  }

  /** The node as written, as far as it belongs to the words; `undefined` where the parser gives no place. */
  #source(node: number): string | undefined {
    const { tree, text, range } = this.#of;
    const start = tree.start(node);
    if (start === -1) return undefined;
    const from = Math.max(start, range[0]);
    const to = Math.min(tree.end(node), range[1]);
    let written = '';
    let at = from;
    for (const [open, close] of this.#apart) {
      if (close <= at || open >= to) continue;
      written += text.slice(at, Math.max(at, open));
      at = Math.min(close, to);
    }
    return written + text.slice(at, Math.max(at, to));
  }
}

/** Where delimiters set something apart, from the first open one to its closing one. */
function passthroughs({ text, range }: HeadingPlace, delimiters: MarkdownSettings['passthrough']): readonly Range[] {
  const found: Range[] = [];
  for (let at = range[0]; at < range[1]; at += 1) {
    for (const [open, close] of delimiters) {
      if (!text.startsWith(open, at)) continue;
      const end = text.indexOf(close, at + open.length);
      if (end === -1 || end + close.length > range[1]) continue;
      found.push([at, end + close.length]);
      at = end + close.length - 1;
      break;
    }
  }
  return found;
}

const MAIL =
  /(?<=^|[ *_~(])[a-z0-9][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,254}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,20}(?![-_])/gi;

/** Bare addresses, which goldmark links; it lets more signs stand before the `@` than GitHub. */
function bareMails({ text, range }: HeadingPlace): readonly Range[] {
  const source = text.slice(...range);
  // In code and in the words of a link there are none; few headings have both.
  if (!source.includes('@') || /[`[<]/.test(source)) return [];
  return [...source.matchAll(MAIL)]
    .filter(([mail]) => mail.includes('.'))
    .map(({ index, 0: mail }): Range => [range[0] + index, range[0] + index + mail.length]);
}

/** `&amp;` as `&`; numbers as in `&#38;` stay, as goldmark's `ResolveEntityNames` leaves them. */
function resolveEntities(words: string): string {
  return words.replace(/&[A-Za-z][A-Za-z0-9]*;/g, (entity) => wordsOfHtml(entity));
}
