import type { Range, ReadProblem, ShortcodeParam } from '../facts.ts';

/** What stands at a `{{<` or `{{%`, and where reading goes on. */
export type TagResult =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly params: readonly ShortcodeParam[];
      readonly selfClosing: boolean;
      readonly range: Range;
      readonly next: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly range: Range; readonly next: number }
  | { readonly kind: 'problem'; readonly problem: ReadProblem; readonly next: number };

/** How far after a mistake the end of the tag is looked for, so that many mistakes stay linear. */
const REPORT_WIDTH = 200;
const WORD = /[\p{L}\p{N}_]/u;
const NEAR_MISS = /\{\{(?:[^\sA-Za-z<%{}]{1,2}\s*|\s+(?:[<%$]\s*)?|)\/?include(?![A-Za-z0-9_-])/y;

/** Reads one tag with the grammar of Hugo's lexer; `start` is at `{{<` or `{{%`. */
export function readTag(text: string, start: number, delimiter: '<' | '%'): TagResult {
  const right = delimiter === '<' ? '>}}' : '%}}';
  let at = skipBlank(text, start + 3);
  const closing = text[at] === '/';
  if (closing) at = skipBlank(text, at + 1);
  const nameEnd = skipName(text, at);
  const name = text.slice(at, nameEnd);
  if (name === '') return mistake(text, start, at, name);
  at = skipBlank(text, nameEnd);
  if (closing) {
    if (!text.startsWith(right, at)) return mistake(text, start, at, name);
    return { kind: 'close', name, range: [start, at + 3], next: at + 3 };
  }
  const params: ShortcodeParam[] = [];
  for (;;) {
    at = skipBlank(text, at);
    if (text.startsWith(right, at)) {
      return { kind: 'open', name, params, selfClosing: false, range: [start, at + 3], next: at + 3 };
    }
    if (text[at] === '/') {
      const end = skipBlank(text, at + 1);
      if (!text.startsWith(right, end)) return mistake(text, start, at, name);
      return { kind: 'open', name, params, selfClosing: true, range: [start, end + 3], next: end + 3 };
    }
    const param = readParam(text, at, right);
    if (param === undefined || (params[0] && (params[0].name === null) !== (param.param.name === null))) {
      return mistake(text, start, at, name);
    }
    params.push(param.param);
    at = param.end;
  }
}

function readParam(text: string, start: number, right: string): { param: ShortcodeParam; end: number } | undefined {
  const first = text[start];
  if (first === '"' || first === '`' || first === '\\') return readQuoted(text, start, null);
  let at = start;
  while (isWord(text, at) || text[at] === '-' || text[at] === '.') at += isWord(text, at) || 1;
  if (at === start) return undefined;
  const word = text.slice(start, at);
  const equals = skipBlank(text, at);
  if (text[equals] !== '=') return { param: { name: null, value: word, range: [start, at] }, end: at };
  const value = skipBlank(text, equals + 1);
  const quote = text[value];
  if (quote === '"' || quote === '`' || quote === '\\') return readQuoted(text, value, word);
  at = value;
  while (at < text.length && !isBlank(text.charCodeAt(at)) && !text.startsWith(right, at)) {
    if (text.startsWith('{{', at)) return undefined;
    at += 1;
  }
  if (at === value) return undefined;
  return { param: { name: word, value: text.slice(value, at), range: [value, at] }, end: at };
}

function readQuoted(
  text: string,
  start: number,
  name: string | null,
): { param: ShortcodeParam; end: number } | undefined {
  const escaped = text[start] === '\\';
  const open = escaped ? start + 1 : start;
  const quote = text[open];
  if (quote === '`' && !escaped) {
    const close = text.indexOf('`', open + 1);
    if (close < 0) return undefined;
    return { param: { name, value: text.slice(open + 1, close), range: [open + 1, close] }, end: close + 1 };
  }
  if (quote !== '"') return undefined;
  let at = open + 1;
  let hasEscapes = false;
  for (; ; at += 1) {
    const character = text[at];
    if (character === undefined || character === '\n') return undefined;
    if (character === '"') break;
    if (character === '\\' && text[at + 1] === '"') {
      if (escaped) break;
      hasEscapes = true;
      at += 1;
    }
  }
  const raw = text.slice(open + 1, at);
  const value = hasEscapes ? raw.replaceAll('\\"', '"') : raw;
  return { param: { name, value, range: [open + 1, at] }, end: text[at] === '\\' ? at + 2 : at + 1 };
}

/** A call that Hugo does not see as one, `{{$ include "x.md" %}}`, so that the list or text never appears. */
export function includeNearMiss(text: string, start: number): ReadProblem | undefined {
  NEAR_MISS.lastIndex = start;
  if (!NEAR_MISS.test(text)) return undefined;
  const range = [start, tagEnd(text, NEAR_MISS.lastIndex)] as const;
  return { kind: 'include-malformed', range, detail: text.slice(...range) };
}

function mistake(text: string, start: number, at: number, name: string): TagResult {
  const include = name === 'include';
  if (at >= text.length) {
    const range = [start, Math.min(text.length, tagEnd(text, start + 3))] as const;
    const kind = include ? 'include-malformed' : 'shortcode-unclosed';
    return {
      kind: 'problem',
      problem: { kind, range, detail: include ? text.slice(...range) : name },
      next: start + 3,
    };
  }
  const range = [start, tagEnd(text, at)] as const;
  const problem: ReadProblem = include
    ? { kind: 'include-malformed', range, detail: text.slice(...range) }
    : { kind: 'shortcode-malformed', range, detail: name };
  return { kind: 'problem', problem, next: start + 3 };
}

/** After the next `}}` on the line, else the end of the line. */
function tagEnd(text: string, from: number): number {
  const near = text.slice(from, from + REPORT_WIDTH);
  const line = near.search(/[\r\n]/);
  const close = near.indexOf('}}');
  if (close >= 0 && (line < 0 || close < line)) return from + close + 2;
  return line >= 0 ? from + line : from + near.length;
}

function skipName(text: string, start: number): number {
  let at = start;
  if (!isWord(text, at)) return start;
  for (;;) {
    const width = isWord(text, at);
    if (width > 0) at += width;
    else if (text[at] === '-' || text[at] === '.') at += 1;
    // `{{< name/>}}` closes itself, `{{< folder/name >}}` is a name.
    else if (text[at] === '/' && isWord(text, at + 1) > 0) at += 1;
    else return at;
  }
}

/** The width of the letter, digit or underscore at `at`, or 0. */
function isWord(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
      ? 1
      : 0;
  }
  const point = text.codePointAt(at);
  if (point === undefined || !WORD.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
