import type { Range } from './facts.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const OPEN = 40;
const CLOSE = 41;
const BACKSLASH = 92;

/**
 * Where the destination of `[text](destination "title")` stands. `start` is the link's first character (`!` for an
 * image); `textEnd` the end of its last child, from where the closing bracket is looked for.
 */
export function inlineDestination(text: string, start: number, end: number, textEnd: number): Range | undefined {
  let close = textEnd;
  while (close < end && isSpace(text[close])) close += 1;
  if (close <= start || text[close] !== ']' || text[close + 1] !== '(') {
    const open = text[start] === '!' ? start + 1 : start;
    close = closingBracket(text, open, end);
    if (close < 0 || text[close + 1] !== '(') return undefined;
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
  for (let at = text.indexOf('#', start); at >= 0 && at < end; at = text.indexOf('#', at + 1)) {
    if (text[at - 1] !== '&' || at === start) return [at + 1, end];
  }
  return null;
}

function readDestination(text: string, start: number, end: number): Range | undefined {
  if (start > end) return undefined;
  let at = start;
  if (text[at] === '<') {
    at += 1;
    while (at < end && text[at] !== '>') at += text[at] === '\\' ? 2 : 1;
    return at < end ? [start + 1, at] : undefined;
  }
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

/** The bracket that closes the one at `open`; code, escapes, autolinks and tags hide brackets. */
function closingBracket(text: string, open: number, end: number): number {
  let depth = 0;
  const noCloser = new Set<number>();
  for (let at = open; at < end; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return at;
    } else if (character === '`') {
      let run = 1;
      while (text[at + run] === '`') run += 1;
      const close = noCloser.has(run) ? -1 : closingTicks(text, at + run, end, run);
      if (close < 0) noCloser.add(run);
      at = (close < 0 ? at + run : close + run) - 1;
    }
  }
  return -1;
}

function closingTicks(text: string, from: number, end: number, run: number): number {
  for (let at = text.indexOf('`', from); at >= 0 && at < end; ) {
    let length = 1;
    while (text[at + length] === '`') length += 1;
    if (length === run) return at;
    at = text.indexOf('`', at + length);
  }
  return -1;
}

/** Spaces and one line break, and the `>` with which a quoted line begins. */
function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  let newLine = false;
  while (at < end && (isSpace(text[at]) || (newLine && text[at] === '>'))) {
    if (text[at] === '\n' || text[at] === '\r') newLine = true;
    at += 1;
  }
  return at;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
