import { isSpace } from '../destination.ts';
import type { Range, ReadProblem, ShortcodeParam } from '../facts.ts';
import { endOf } from '../ranges.ts';

/** What stands at a `{{<` or `{{%`. */
export type TagResult =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly params: readonly ShortcodeParam[];
      readonly selfClosing: boolean;
      readonly range: Range;
    }
  /** `name` is `''` in `{{</>}}`, which closes whatever is open (Hugo 0.131 and 0.169, run). */
  | { readonly kind: 'close'; readonly name: string; readonly range: Range }
  | { readonly kind: 'problem'; readonly problem: ReadProblem };

/** How far after a mistake the end of the tag is looked for, so that many mistakes stay linear. */
const REPORT_WIDTH = 200;
const WORD = /[\p{L}\p{N}_.-]+/uy;
/** `{{< name/>}}` closes itself, `{{< folder/name >}}` is a name. */
const NAME = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]|\/(?=[\p{L}\p{N}_]))*/uy;
const NEAR_MISS = /\{\{(?:[^\sA-Za-z<%{}]{1,2}\s*|\s+(?:[<%$]\s*)?|)\/?include(?![A-Za-z0-9_-])/y;

/** Reads one tag with the grammar of Hugo's lexer; `start` is at `{{<` or `{{%`. */
export function readTag(text: string, start: number, delimiter: '<' | '%'): TagResult {
  const right = delimiter === '<' ? '>}}' : '%}}';
  let at = skipBlank(text, start + 3);
  const closing = text[at] === '/';
  if (closing) at = skipBlank(text, at + 1);
  const nameEnd = endOf(NAME, text, at);
  const name = text.slice(at, nameEnd);
  if (name === '' && !(closing && text.startsWith(right, at))) return mistake(text, start, at, name);
  at = skipBlank(text, nameEnd);
  if (closing) {
    if (!text.startsWith(right, at)) return mistake(text, start, at, name);
    return { kind: 'close', name, range: [start, at + 3] };
  }
  const params: ShortcodeParam[] = [];
  for (;;) {
    at = skipBlank(text, at);
    if (text.startsWith(right, at)) {
      return { kind: 'open', name, params, selfClosing: false, range: [start, at + 3] };
    }
    if (text[at] === '/') {
      const end = skipBlank(text, at + 1);
      if (!text.startsWith(right, end)) return mistake(text, start, at, name);
      return { kind: 'open', name, params, selfClosing: true, range: [start, end + 3] };
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
  const quoted = readQuoted(text, start, null);
  if (quoted !== undefined) return quoted;
  const at = endOf(WORD, text, start);
  if (at === start) return undefined;
  const word = text.slice(start, at);
  const equals = skipBlank(text, at);
  if (text[equals] !== '=') return { param: { name: null, value: word, range: [start, at] }, end: at };
  const value = skipBlank(text, equals + 1);
  if (/["`\\]/.test(text.charAt(value))) return readQuoted(text, value, word);
  let end = value;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !text.startsWith(right, end)) {
    if (text.startsWith('{{', end)) return undefined;
    end += 1;
  }
  return end === value ? undefined : { param: { name: word, value: text.slice(value, end), range: [value, end] }, end };
}

/** `` `a` ``, `"a \"b\""`, and `\"a\"`, which a text in quotes needs. */
const QUOTED = /`([^`]*)`|"([^"\\\n]*(?:(?:\\"|\\(?!"))[^"\\\n]*)*)"|\\"([^"\n]*?)\\?"/y;

function readQuoted(
  text: string,
  start: number,
  name: string | null,
): { param: ShortcodeParam; end: number } | undefined {
  QUOTED.lastIndex = start;
  const found = QUOTED.exec(text);
  if (found === null) return undefined;
  const [, raw, quoted, escaped] = found;
  const written = raw ?? quoted ?? escaped ?? '';
  const from = start + (escaped === undefined ? 1 : 2);
  const value = quoted === undefined ? written : written.replaceAll('\\"', '"');
  return { param: { name, value, range: [from, from + written.length] }, end: QUOTED.lastIndex };
}

/** A call that Hugo does not see as one, `{{$ include "x.md" %}}`, so that the list or text never appears. */
export function includeNearMiss(text: string, start: number): ReadProblem | undefined {
  NEAR_MISS.lastIndex = start;
  if (!NEAR_MISS.test(text)) return undefined;
  const range = [start, tagEnd(text, NEAR_MISS.lastIndex)] as const;
  return { kind: 'include-malformed', range, detail: text.slice(...range) };
}

function mistake(text: string, start: number, at: number, name: string): TagResult {
  const isInclude = name === 'include';
  const isUnclosed = at >= text.length;
  const range = [start, tagEnd(text, isUnclosed ? start + 3 : at)] as const;
  const kind = isInclude ? 'include-malformed' : isUnclosed ? 'shortcode-unclosed' : 'shortcode-malformed';
  const detail = isInclude ? text.slice(...range) : name;
  return { kind: 'problem', problem: { kind, range, detail } };
}

/** After the next `}}` on the line, else the end of the line. */
function tagEnd(text: string, from: number): number {
  const [line = ''] = text.slice(from, from + REPORT_WIDTH).split(/[\r\n]/, 1);
  const close = line.indexOf('}}');
  return from + (close === -1 ? line.length : close + 2);
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
