import type { Range } from '../facts.ts';
import { endOf } from '../ranges.ts';
import { lenientMarkdown, type MarkdownSettings } from '../settings.ts';
import { readAttributes } from './attributes.ts';

type AttributeSettings = Pick<MarkdownSettings, 'headingAttributes' | 'attributesBeforeHashes'>;

/** A heading's own words in the source, and the id that attributes give it. */
export interface HeadingSource {
  /** All its lines, without hashes, underline and attributes. */
  readonly words: Range;
  /** What Hugo makes the id from: of a heading over several lines only the last. */
  readonly slug: Range;
  readonly id: string | undefined;
}

const SPACE = 32;
const HASH = 35;
const DELETE = 127;
/** What opens an ATX heading; `#word` above an underline is a Setext heading. */
const HASHES = /#{1,6}(?=[ \t\r\n]|$)/y;
const CLOSING_BRACE = 125;
const LINE_FEED = 10;
const RETURN = 13;
const LINE = /[^\r\n]*/y;
const CONTAINER = /[ \t]*(?:>[ \t]?)*[ \t]*/y;

/** Takes a heading apart as goldmark does; `start` and `end` are the heading's as the parser gives them. */
export function readHeadingSource(
  text: string,
  start: number,
  end: number,
  { headingAttributes, attributesBeforeHashes }: AttributeSettings = lenientMarkdown,
): HeadingSource {
  HASHES.lastIndex = start;
  const atx = text.charCodeAt(start) === HASH && HASHES.test(text);
  let from = start;
  let to: number;
  let lastLine: number;
  if (atx) {
    while (text.charCodeAt(from) === HASH) from += 1;
    to = lineEnd(text, from);
    from = skipBlank(text, from, to);
    lastLine = from;
  } else {
    to = lineBefore(text, lineStart(text, end, start));
    lastLine = Math.max(start, endOf(CONTAINER, text, lineStart(text, to, start)));
  }
  to = trimEnd(text, lastLine, to);
  let attributes = headingAttributes ? trailingAttributes(text, lastLine, to) : undefined;
  if (attributes) to = trimEnd(text, lastLine, attributes.start);
  if (atx) {
    const open = trimHashes(text, lastLine, to);
    if (open !== to && !attributes && headingAttributes && attributesBeforeHashes) {
      attributes = trailingAttributes(text, lastLine, open);
      to = attributes ? trimEnd(text, lastLine, attributes.start) : open;
    } else to = open;
  }
  const first = Math.min(from, to);
  return { words: [first, trimEnd(text, first, to)], slug: [Math.min(lastLine, to), to], id: attributes?.id };
}

/** Only the last brace counts, and only when nothing follows what it opens. */
function trailingAttributes(
  text: string,
  from: number,
  to: number,
): { start: number; id: string | undefined } | undefined {
  if (text.charCodeAt(to - 1) !== CLOSING_BRACE) return undefined;
  const start = text.lastIndexOf('{', to - 1);
  if (start < from || text[start - 1] === '\\') return undefined;
  const attributes = readAttributes(text, start, to);
  return attributes?.end === to ? { start, id: attributes.id } : undefined;
}

function trimHashes(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && text.charCodeAt(at - 1) === HASH) at -= 1;
  return isBlank(text.charCodeAt(at - 1)) ? trimEnd(text, from, at) : to;
}

/** The end of the line that holds `at`. */
export function lineEnd(text: string, at: number): number {
  return endOf(LINE, text, at);
}

function lineStart(text: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && !isLineBreak(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** The end of the line before the one that starts at `start`. */
function lineBefore(text: string, start: number): number {
  let end = start;
  if (text.charCodeAt(end - 1) === LINE_FEED) end -= 1;
  if (text.charCodeAt(end - 1) === RETURN) end -= 1;
  return end;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  const last = text.charCodeAt(to - 1);
  if (to > from && last > SPACE && last < DELETE) return to;
  return from + text.slice(from, to).trimEnd().length;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}
