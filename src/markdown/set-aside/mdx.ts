import { type Replacement, replaced } from '../ranges.ts';
import { MASK } from '../shortcodes/mask.ts';
import { isEsm, type JsxTag, skipExpression, skipTag } from './jsx.ts';
import { outsideFences } from './lines.ts';

/**
 * Tags that hold links or show files: they stay, so that these are read, some by the name of another one with which CommonMark starts
 * no block of HTML.
 */
const LINKING: ReadonlyMap<string, string> = new Map([
  ...['a', 'img', 'area', 'video', 'audio', 'embed', 'object'].map((name) => [name, name] as const),
  ['source', 'img'],
  ['iframe', 'embed'],
]);
const LONGEST_CODE = 2000;
/** A page with more than this is none that anybody wrote. */
const MOST_FAILURES = 200;
/** `\{#id\}` at the end of a heading, as of an API that is written by a program. */
const ESCAPED_ID = /\\\{#[^{}\\\n]{1,300}\\?\}(?=[ \t]*(?:#+[ \t]*)?\r?(?:\n|$))/y;
const HEADING_ID = /^\{\/\*\s*#([\w.:-]+)\s*\*\/\}$/;

/**
 * The text as Markdown without ESM, JSX and expressions (MDX 3), every offset kept. What stands between tags is Markdown; a
 * component that holds nothing, and an expression, count as words that nobody knows. `{/* #id *\/}` and `\{#id\}` behind a heading are
 * written `{#id}`; of an expression in a heading the source counts, as Docusaurus takes it. Components in `anchors` hand their `href`,
 * or `to`, to an `<a>`.
 */
export function withoutMdx(text: string, anchors: ReadonlySet<string>): string {
  const mask = new Mask(text, anchors);
  const lines = text.split('\n');
  const open = new Set(outsideFences(lines));
  let at = 0;
  let esm = false;
  let before = '';
  for (const [index, line] of lines.entries()) {
    const end = at + line.length;
    if (!open.has(index)) esm = false;
    else if (line.trim() === '') esm = esm && mask.isInside();
    else if (esm || (before.trim() === '' && isEsm(line) && at >= mask.done)) {
      esm = true;
      mask.esm(at, end);
    } else mask.line(Math.max(at, mask.done), end, isHeading(line, lines[index + 1]));
    before = line;
    at = end + 1;
  }
  return mask.result();
}

/** `## Watch`, or words above `---`. */
function isHeading(line: string, next = ''): boolean {
  return /^[ \t>]*#{1,6}[ \t]/.test(line) || /^[ \t>]*(?:=+|-+)[ \t]*$/.test(next);
}

class Mask {
  /** Up to here the text has been seen. */
  done = 0;
  readonly #text: string;
  readonly #anchors: ReadonlySet<string>;
  /** What stands in the place of parts of the text, in as many characters. */
  readonly #cuts: Replacement[] = [];
  #depth = 0;
  #failures = 0;

  constructor(text: string, anchors: ReadonlySet<string>) {
    this.#text = text;
    this.#anchors = anchors;
  }

  /** Whether a statement goes on after an empty line: a bracket is open. */
  isInside(): boolean {
    return this.#depth > 0;
  }

  esm(start: number, end: number): void {
    for (const character of this.#text.slice(start, end)) {
      if ('{[('.includes(character)) this.#depth += 1;
      if ('}])'.includes(character)) this.#depth = Math.max(0, this.#depth - 1);
    }
    this.#cut(start, end, ' ');
  }

  line(start: number, end: number, isHeading: boolean): void {
    const text = this.#text;
    this.#depth = 0;
    for (let at = start; at < end; at += 1) {
      const character = text[at];
      if (character === '\\') at = (isHeading ? this.#escapedId(at) : at + 2) - 1;
      else if (character === '`') at = this.#skipCode(at) - 1;
      else if (character === '{') at = this.#expression(at, isHeading) - 1;
      else if (character === '<') at = this.#tag(at, start, isHeading) - 1;
    }
  }

  #skipCode(start: number): number {
    const window = this.#text.slice(start, start + LONGEST_CODE);
    const [marks = '`'] = /^`+/.exec(window) ?? [];
    const paragraph = window.slice(0, /\n[ \t]*\n/.exec(window)?.index);
    for (const { 0: run, index } of paragraph.slice(marks.length).matchAll(/`+/g))
      if (run === marks) return start + marks.length + index + run.length;
    return start + marks.length;
  }

  /** Writes `\{#id\}` behind a heading as ` {#id} `, which Docusaurus takes it for (3.10.2, run). */
  #escapedId(start: number): number {
    ESCAPED_ID.lastIndex = start;
    const written = ESCAPED_ID.exec(this.#text)?.[0];
    if (written === undefined) return start + 2;
    const end = start + written.length;
    this.#cuts.push({ start, end, text: ` ${written.slice(1).replace('\\}', '} ')}` });
    return end;
  }

  #expression(start: number, isHeading: boolean): number {
    const end = this.#failures > MOST_FAILURES ? -1 : skipExpression(this.#text, start);
    if (end === -1) {
      this.#failures += 1;
      return start + 1;
    }
    const source = this.#text.slice(start, end);
    const id = HEADING_ID.exec(source)?.[1];
    if (isHeading && id !== undefined)
      this.#cuts.push({ start, end, text: `{#${id}`.padEnd(source.length - 1).concat('}') });
    else if (isHeading && /^\{#[^{}]+\}$/.test(source)) return end;
    else if (/^\{\s*\/\*[\s\S]*\*\/\s*\}$/.test(source)) this.#cut(start, end, ' ');
    else if (isHeading && !source.includes('\n')) {
      this.#cut(start, start + 1, MASK);
      this.#cut(end - 1, end, MASK);
    } else this.#cut(start, end, MASK);
    this.done = end;
    return end;
  }

  #tag(start: number, lineStart: number, isHeading: boolean): number {
    // `[x](<a b.md>)`
    if (/\][:(][ \t]?$/.test(this.#text.slice(0, start).slice(-3))) return start + 1;
    const tag = this.#failures > MOST_FAILURES ? null : skipTag(this.#text, start);
    if (tag === null) {
      this.#failures += 1;
      return start + 1;
    }
    const isAnchor = this.#anchors.has(tag.name) && !(tag.name === 'Link' && tag.isEmpty);
    if (isAnchor || LINKING.has(tag.name)) this.#linking(start, tag, lineStart, isAnchor);
    else this.#cut(start, tag.end, isHeading || (tag.isEmpty && /^[A-Z]/.test(tag.name)) ? MASK : ' ');
    this.done = tag.end;
    return tag.end;
  }

  /**
   * Leaves a tag that links as one of HTML. Where it stands alone on its line, something is put beside it, so that CommonMark takes the
   * lines below for no HTML, and below another tag for no code.
   */
  #linking(start: number, { name, end, isEmpty, expressions }: JsxTag, lineStart: number, isAnchor: boolean): void {
    const opening = this.#text[start + 1] === '/' ? '</' : '<';
    const written = isAnchor ? (isEmpty ? 'area' : 'a') : LINKING.get(name)!;
    const before = this.#text.slice(lineStart, start);
    const isIndented =
      /^(?: {4}| {0,3}\t)/.test(before) &&
      before.trim() === '' &&
      /> *\r?\n\s*$/.test(this.#text.slice(0, start).slice(-LONGEST_CODE));
    if (isIndented) this.#cuts.push({ start: lineStart, end: start, text: before.replace(/^./, MASK) });
    const named = start + opening.length + name.length;
    const lead = isAnchor && before.trim() === '' && !isIndented ? MASK : '';
    // `href={x}` as an attribute with words that nobody knows.
    const values = expressions.map(([from, to]) => ({
      start: from,
      end: to,
      text: `"${MASK.repeat(to - from - 2)}"`,
    }));
    const until = name === 'Link' && isAnchor ? placeOfTo(this.#text, named, end) : -1;
    if (until === -1) {
      this.#cuts.push({ start, end: named, text: `${lead}${opening}${written}`.padEnd(named - start) }, ...values);
    } else {
      const own = values.filter((value) => value.end <= until);
      const between = replaced(this.#text, own, [named, until]);
      const gap = ' '.repeat(name.length - 'href'.length + 'to'.length - written.length - lead.length);
      this.#cuts.push({ start, end: until + 2, text: `${lead}${opening}${written}${gap}${between}href` });
      this.#cuts.push(...values.filter((value) => value.start > until));
    }
    // On a line of its own it would begin a quotation.
    const [tail = ''] = /\r?\n[ \t]*>$/.exec(this.#text.slice(named, end)) ?? [];
    if (tail !== '') this.#cuts.push({ start: end - tail.length, end, text: '>'.padStart(tail.length) });
    if (isEmpty && !isAnchor && before.trim() === '' && /^[ \t]*\r?(?:\n|$)/.test(this.#text.slice(end, end + 200)))
      this.#cuts.push({ start: end - 2, end, text: `>${MASK}` });
  }

  #cut(start: number, end: number, filling: string): void {
    this.#cuts.push({ start, end, text: this.#text.slice(start, end).replace(/[^\r\n]/g, filling) });
  }

  result(): string {
    return replaced(this.#text, this.#cuts);
  }
}

/** Where `to` stands among the attributes of a tag, outside of their values; -1: nowhere. */
function placeOfTo(text: string, start: number, end: number): number {
  const attributes = text.slice(start, end);
  for (const { index } of attributes.matchAll(/\sto=/g))
    if (attributes.slice(0, index).split('"').length % 2 === 1) return start + index + 1;
  return -1;
}
