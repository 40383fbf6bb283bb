import { addToGroup } from '../collections/groups.ts';
import type { Range } from './facts.ts';
import { countUntil, endOf } from './ranges.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** What neither ends a destination nor counts in it. */
const LETTERS = /[^\x00-\x20\x7f()\\]*/y;
const LABEL = /\[[^\]\\]*(?:\\[\s\S][^\]\\]*)*\]:/y;
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
  if (text.charCodeAt(close) !== CLOSE_BRACKET || text.charCodeAt(close + 1) !== OPEN) {
    close = closingBracket(text, start, end);
    if (close === -1 || text.charCodeAt(close + 1) !== OPEN) return undefined;
  }
  return readDestination(text, skipSpace(text, close + 2, end), end);
}

/** Where the destination of `[label]: destination "title"` stands. */
export function definitionDestination(text: string, start: number, end: number): Range | undefined {
  LABEL.lastIndex = start;
  return LABEL.test(text) ? readDestination(text, skipSpace(text, LABEL.lastIndex, end), end) : undefined;
}

/** What follows the first `#` of a destination; a `#` in `&#38;` is none. */
export function fragmentOf(text: string, range: Range): Range | null {
  const target = text.slice(range[0], range[1]);
  let hash = target.indexOf('#');
  while (hash > 0 && target[hash - 1] === '&') hash = target.indexOf('#', hash + 1);
  return hash === -1 ? null : [range[0] + hash + 1, range[1]];
}

/** What follows the first `#` where nothing is written by its number. */
export function behindHash(text: string, range: Range): Range | null {
  const hash = text.slice(...range).indexOf('#');
  return hash === -1 ? null : [range[0] + hash + 1, range[1]];
}

function readDestination(text: string, start: number, end: number): Range | undefined {
  let at = start;
  if (text.charCodeAt(start) === LESS) {
    while (at < end && text[at] !== '>') at += text[at] === '\\' ? 2 : 1;
    return at < end ? [start + 1, at] : undefined;
  }
  let depth = 0;
  for (; at < end; at += 1) {
    at = endOf(LETTERS, text, at);
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
    for (const { 0: run, index } of text.slice(from, end).matchAll(/`+/g)) {
      this.lengths.set(from + index, run.length);
      addToGroup(this.starts, run.length, from + index);
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
  return href.startsWith('/') ? href.startsWith('//') : SCHEME.test(href);
}

/** `https:/x`: on a site that is served by https, browsers take it for the path `/x`. */
export const HALF_SCHEME = /^https:\/?(?!\/)/i;

/** The host and the rest of an `http:`, `https:` or `//` URL; `null` for other schemes. */
export function hostOf(href: string): { readonly host: string; readonly rest: string } | null {
  const match = /^(?:https?:)?\/\/([^/?#]*)/i.exec(href);
  if (!match) return null;
  const written = match[1]!;
  const name = /[@:]/.test(written) ? written.replace(/^.*@/, '').replace(/:\d*$/, '') : written;
  return { host: name.toLowerCase(), rest: href.slice(match[0].length) || '/' };
}

/** See `PageFacts.externalHosts`. */
export function hostsOf(links: readonly { readonly href: string }[]): string[] {
  const hosts = new Set<string>();
  for (const { href } of links) {
    const host = hostOf(href)?.host;
    if (host !== undefined) hosts.add(host);
    if (host === undefined ? HALF_SCHEME.test(href) : href.startsWith('//')) hosts.add('');
  }
  return [...hosts];
}
