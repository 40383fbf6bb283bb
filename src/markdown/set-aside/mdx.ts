import { MASK } from '../shortcodes/mask.ts';
import { isEsm, skipExpression, skipTag } from './jsx.ts';
import { outsideFences } from './lines.ts';

/** Tags that hold links or show files: they stay, so that these are read. */
const LINKING = new Set(['a', 'img', 'area', 'source', 'video', 'audio', 'iframe', 'embed', 'object']);
const LONGEST_CODE = 2000;
/** A page with more than this is none that anybody wrote. */
const MOST_FAILURES = 200;
const HEADING_ID = /^\{\/\*\s*#([\w.:-]+)\s*\*\/\}$/;

/**
 * The text as Markdown without ESM, JSX and expressions (MDX 3), every offset kept. What stands between tags is Markdown; a
 * component that holds nothing, and an expression, count as words that nobody knows. `{/* #id *\/}` behind a heading is
 * written `{#id}`; of an expression in a heading the source counts, as Docusaurus takes it.
 */
export function withoutMdx(text: string): string {
  const mask = new Mask(text);
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
  readonly #cuts: { readonly start: number; readonly end: number; readonly filling: string }[] = [];
  #depth = 0;
  #failures = 0;

  constructor(text: string) {
    this.#text = text;
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
      else if (character === '<') at = this.#tag(at, isHeading) - 1;
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

  #tag(start: number, isHeading: boolean): number {
    // `[x](<a b.md>)`
    if (/\][:(][ \t]?$/.test(this.#text.slice(0, start).slice(-3))) return start + 1;
    const tag = this.#failures > MOST_FAILURES ? null : skipTag(this.#text, start);
    if (tag === null) {
      this.#failures += 1;
      return start + 1;
    }
    if (LINKING.has(tag.name)) {
      // `href={x}` as an attribute with words that nobody knows.
      for (const [from, to] of tag.expressions) {
        this.#cuts.push({ start: from, end: to, filling: `"${MASK.repeat(to - from - 2)}"` });
      }
    } else this.#cut(start, tag.end, isHeading || (tag.isEmpty && /^[A-Z]/.test(tag.name)) ? MASK : ' ');
    this.done = tag.end;
    return tag.end;
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
