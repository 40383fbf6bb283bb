import type { Range } from './facts.ts';
import { countUntil } from './ranges.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** What a destination without parentheses and escapes is made of. */
const PLAIN = /[^\x00-\x20\x7f()\\]*/y;
const BANG = 33;
const OPEN = 40;
const CLOSE = 41;
const LESS = 60;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;

/**
 * Where the destination of `[text](destination "title")` stands. `start` is the link's first character (`!` for an
 * image); `textEnd` the end of its last child, from where the closing bracket is looked for.
 */
export function inlineDestination(text: string, start: number, end: number, textEnd: number): Range | undefined {
  let close = Math.max(textEnd, start);
  while (close < end && isSpace(text.charCodeAt(close))) close += 1;
  if (close <= start || text.charCodeAt(close) !== CLOSE_BRACKET || text.charCodeAt(close + 1) !== OPEN) {
    const open = text.charCodeAt(start) === BANG ? start + 1 : start;
    close = closingBracket(text, open, end);
    if (close < 0 || text.charCodeAt(close + 1) !== OPEN) return undefined;
  }
  return readDestination(text, skipSpace(text, close + 2, end), end);
}

/** Where the destination of `[label]: destination "title"` stands. */
export function definitionDestination(text: string, start: number, end: number): Range | undefined {
  let at = start + 1;
  while (at < end && text[at] !== ']') at += text[at] === '\\' ? 2 : 1;
  if (text[at + 1] !== ':') return undefined;
  return readDestination(text, skipSpace(text, at + 2, end), end);
}

/** What follows the first `#` of a destination; a `#` in `&#38;` is none. */
export function fragmentOf(text: string, [start, end]: Range): Range | null {
  const destination = text.slice(start, end);
  for (let at = destination.indexOf('#'); at >= 0; at = destination.indexOf('#', at + 1)) {
    if (destination[at - 1] !== '&') return [start + at + 1, end];
  }
  return null;
}

function readDestination(text: string, start: number, end: number): Range | undefined {
  if (start > end) return undefined;
  if (text.charCodeAt(start) === LESS) return inAngles(text, start, end);
  PLAIN.lastIndex = start;
  PLAIN.test(text);
  const at = PLAIN.lastIndex;
  const next = text.charCodeAt(at);
  return next === OPEN || next === BACKSLASH ? anyDestination(text, start, end) : [start, Math.min(at, end)];
}

function inAngles(text: string, start: number, end: number): Range | undefined {
  let at = start + 1;
  while (at < end && text[at] !== '>') at += text[at] === '\\' ? 2 : 1;
  return at < end ? [start + 1, at] : undefined;
}

/** With parentheses and escapes. */
function anyDestination(text: string, start: number, end: number): Range {
  let at = start;
  let depth = 0;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && PUNCTUATION.test(text[at + 1] ?? '')) at += 1;
    else if (code === OPEN) depth += 1;
    else if (code === CLOSE) {
      if (depth === 0) break;
      depth -= 1;
    } else if (code <= 32 || code === 127) break;
  }
  return [start, Math.min(at, end)];
}

/** The bracket that closes the one at `open`; code and escapes hide brackets. */
function closingBracket(text: string, open: number, end: number): number {
  let depth = 0;
  let ticks: TickRuns | undefined;
  for (let at = open; at < end; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return at;
    } else if (character === '`') {
      ticks ??= new TickRuns(text, at, end);
      at = ticks.codeEnd(at) - 1;
    }
  }
  return -1;
}

/** Runs of backticks by their length: code ends at the next run as long as the one that opened it. */
class TickRuns {
  private readonly starts = new Map<number, number[]>();
  private readonly lengths = new Map<number, number>();

  constructor(text: string, from: number, end: number) {
    for (let at = from; at < end; at += 1) {
      if (text[at] !== '`') continue;
      let length = 1;
      while (at + length < end && text[at + length] === '`') length += 1;
      this.lengths.set(at, length);
      const alike = this.starts.get(length);
      if (alike) alike.push(at);
      else this.starts.set(length, [at]);
      at += length;
    }
  }

  /** The end of the code that opens at `start`, or of the run itself when nothing closes it. */
  codeEnd(start: number): number {
    const length = this.lengths.get(start) ?? 1;
    const alike = this.starts.get(length) ?? [];
    const close = alike[countUntil(alike.length, (index) => alike[index]! <= start)];
    return (close ?? start) + length;
  }
}

/** Spaces and one line break, and the `>` with which a quoted line begins. */
function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  let newLine = false;
  while (at < end && (isSpace(text.charCodeAt(at)) || (newLine && text[at] === '>'))) {
    if (text[at] === '\n' || text[at] === '\r') newLine = true;
    at += 1;
  }
  return at;
}

/** Whether the code is that of a blank, a tab or a line end. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** Whether a destination names a scheme or a host, so that it is not relative to this site. */
export function isExternal(href: string): boolean {
  if (href.startsWith('#')) return false;
  return href.startsWith('/') ? href.startsWith('//') : SCHEME.test(href);
}
