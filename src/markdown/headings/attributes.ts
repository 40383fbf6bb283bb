/** What goldmark reads from `{#id .class key="value"}`. */
interface Attributes {
  readonly id: string | undefined;
  /** Just after the closing brace. */
  readonly end: number;
}

const MAX_NESTING = 8;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const SPACE = /[ \t\n\r\f\v]/;
const WORD = /[A-Za-z_:][A-Za-z0-9_:.-]*/y;
/** A list or a number. */
const OTHER_VALUE = /\[[^\]]*\]|[-+0-9][-+0-9.eE]*/y;

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
      WORD.lastIndex = at;
      if (!WORD.test(text)) return undefined;
      const name = text.slice(at, WORD.lastIndex);
      at = skipSpace(text, WORD.lastIndex, end);
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
  OTHER_VALUE.lastIndex = start;
  if (OTHER_VALUE.test(text)) return { end: OTHER_VALUE.lastIndex };
  WORD.lastIndex = start;
  return WORD.test(text) ? { text: text.slice(start, WORD.lastIndex), end: WORD.lastIndex } : undefined;
}

function readString(text: string, start: number, end: number): Value | undefined {
  let value = '';
  for (let at = start + 1; at < end; at += 1) {
    const character = text[at]!;
    if (character === '"') return { text: value, end: at + 1 };
    if (character === '\\' && PUNCTUATION.test(text[at + 1] ?? '')) {
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
