/** What goldmark reads from `{#id .class key="value"}`. */
export interface Attributes {
  readonly id: string | undefined;
  /** Just after the closing brace. */
  readonly end: number;
}

const MAX_NESTING = 8;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const SPACE = /[ \t\n\r\f\v]/;
const NAME_START = /[A-Za-z_:]/;
const NAME = /[A-Za-z0-9_:.-]/;

/**
 * Reads attributes at `start` (a `{`) with goldmark's grammar, or gives `undefined` where goldmark sees plain text:
 * `{#a .b}`, `{id="x"}` and `{#a, .b}` are attributes; `{#a b}` and `{: #x}` are not.
 */
export function readAttributes(text: string, start: number, end: number, nesting = 0): Attributes | undefined {
  if (text[start] !== '{' || nesting > MAX_NESTING) return undefined;
  let at = start + 1;
  let id: string | undefined;
  while (at < end) {
    if (text[at] === '}') return { id, end: at + 1 };
    at = skipSpace(text, at, end);
    const first = text[at] ?? '';
    if (first === '#' || first === '.') {
      const from = at + 1;
      at = from;
      while (at < end && isIdCharacter(text[at]!)) at += 1;
      if (first === '#') id = text.slice(from, at);
    } else {
      if (at >= end || !NAME_START.test(first)) return undefined;
      const from = at;
      while (at < end && NAME.test(text[at]!)) at += 1;
      const name = text.slice(from, at);
      at = skipSpace(text, at, end);
      if (text[at] !== '=' || at >= end) return undefined;
      const value = readValue(text, skipSpace(text, at + 1, end), end, nesting);
      if (value === undefined) return undefined;
      if (name === 'id' && value.text !== undefined) id = value.text;
      at = value.end;
    }
    at = skipSpace(text, at, end);
    if (text[at] === ',') at = skipSpace(text, at + 1, end);
  }
  return undefined;
}

interface Value {
  readonly text?: string;
  readonly end: number;
}

function readValue(text: string, start: number, end: number, nesting: number): Value | undefined {
  if (start >= end) return undefined;
  const first = text[start]!;
  if (first === '{') return readAttributes(text, start, end, nesting + 1);
  if (first === '"') return readString(text, start, end);
  if (first === '[') {
    const close = text.indexOf(']', start);
    return close < 0 || close >= end ? undefined : { end: close + 1 };
  }
  let at = start;
  if (/[-+0-9]/.test(first)) {
    while (at < end && /[-+0-9.eE]/.test(text[at]!)) at += 1;
    return { end: at };
  }
  if (!NAME_START.test(first)) return undefined;
  while (at < end && NAME.test(text[at]!)) at += 1;
  return { text: text.slice(start, at), end: at };
}

function readString(text: string, start: number, end: number): Value | undefined {
  let value = '';
  for (let at = start + 1; at < end; at += 1) {
    const character = text[at]!;
    if (character === '"') return { text: value, end: at + 1 };
    if (character === '\\' && at + 1 < end && PUNCTUATION.test(text[at + 1]!)) {
      at += 1;
      value += text[at];
    } else value += character;
  }
  return undefined;
}

function isIdCharacter(character: string): boolean {
  if (SPACE.test(character)) return false;
  return !PUNCTUATION.test(character) || '_-:.'.includes(character);
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && SPACE.test(text[at]!)) at += 1;
  return at;
}
