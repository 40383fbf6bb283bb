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
const HEADING_ID = /^\{\/\*\s*#([\w.:-]+)\s*\*\/\}$/;

/**
 * The text as Markdown without ESM, JSX and expressions (MDX 3), every offset kept. What stands between tags is Markdown; a
 * component that holds nothing, and an expression, count as words that nobody knows. `{/* #id *\/}` behind a heading is
 * written `{#id}`; of an expression in a heading the source counts, as Docusaurus takes it. Components in `anchors` hand their `href`
 * to an `<a>`.
 */
export function withoutMdx(text: string, anchors: ReadonlySet<string> = new Set()): string {
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
  readonly #cuts: { readonly start: number; readonly end: number; readonly filling: string }[] = [];
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
      if (character === '\\') at += 1;
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

  #expression(start: number, isHeading: boolean): number {
    const end = this.#failures > MOST_FAILURES ? -1 : skipExpression(this.#text, start);
    if (end === -1) {
      this.#failures += 1;
      return start + 1;
    }
    const source = this.#text.slice(start, end);
    const id = HEADING_ID.exec(source)?.[1];
    if (isHeading && id !== undefined)
      this.#cuts.push({ start, end, filling: `{#${id}`.padEnd(source.length - 1).concat('}') });
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
    const isAnchor = this.#anchors.has(tag.name);
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
    if (isIndented) this.#cuts.push({ start: lineStart, end: start, filling: before.replace(/^./, MASK) });
    const named = start + opening.length + name.length;
    const lead = isAnchor && before.trim() === '' && !isIndented ? MASK : '';
    this.#cuts.push({ start, end: named, filling: `${lead}${opening}${written}`.padEnd(named - start) });
    // `href={x}` as an attribute with words that nobody knows.
    for (const [from, to] of expressions) {
      this.#cuts.push({ start: from, end: to, filling: `"${MASK.repeat(to - from - 2)}"` });
    }
    if (isEmpty && !isAnchor && before.trim() === '' && /^[ \t]*\r?(?:\n|$)/.test(this.#text.slice(end, end + 200)))
      this.#cuts.push({ start: end - 2, end, filling: `>${MASK}` });
  }

  #cut(start: number, end: number, filling: string): void {
    this.#cuts.push({ start, end, filling: this.#text.slice(start, end).replace(/[^\r\n]/g, filling) });
  }

  result(): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, filling } of this.#cuts) {
      parts.push(this.#text.slice(at, start), filling);
      at = end;
    }
    parts.push(this.#text.slice(at));
    return parts.join('');
  }
}
