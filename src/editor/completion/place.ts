import type { Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { isFenced } from '../../sites/original-markdown/raw-blocks.ts';

/** What is being written at a place, as far as its line tells; the page cannot be read for it yet. */
export type Writing =
  | {
      readonly kind: 'destination';
      readonly of: 'inline' | 'image' | 'html' | 'html-resource' | 'ref';
      /** What is there of it before the cursor. */
      readonly typed: string;
      /** All of it: what a completion replaces. */
      readonly range: Range;
    }
  | { readonly kind: 'include'; readonly typed: string; readonly range: Range }
  | { readonly kind: 'control'; readonly wants: 'verb' | 'rule'; readonly typed: string; readonly range: Range }
  | { readonly kind: 'key'; readonly typed: string; readonly range: Range }
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly typed: string;
      readonly range: Range;
      /** TOML has no words without quotes. */
      readonly needsQuotes: boolean;
    };

const INLINE = /\]\(\s*<?([^()\s<>]*)$/;
const DEFINITION = /(?:^|\n)[ >]{0,20}\[(?:[^[\]\\\n]|\\.)+\]:[ \t]*\n?[ \t>]*<?([^\s<>]*)$/;
const ATTRIBUTE =
  /^<[a-z][\w-]*(?:\s+[^\s=<>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))?)*\s+(href|src)\s*=\s*["']?([^"'<>\s]*)$/i;
const REFERENCE = /\{\{[<%]\s*(?:rel)?ref\s+["`]?([^"`\s}]*)$/;
const CALL = /\{\{[<%]\s*([\w/.-]+)\s+["`']?([^"`'\s}]*)$/;
const CONTROL = /<!--\s*lint(\s+(?:disable|enable|ignore)\b(?:\s+[\w-]+)*)?\s+([\w-]*)$/;
/** Front matter whose end is not written yet: lines without an empty one from the top. */
const OPEN_MATTER = /^(---|\+\+\+)\r?\n(?:[^\r\n]+\r?\n)*[^\r\n]*$/;

/** Tells what is being written at an offset; `null` for prose and code. */
export function writingAt(page: Page, offset: number, handbook: Handbook): Writing | null {
  const { text } = page;
  // More than this is no line of prose, and would cost time.
  const near = text.slice(Math.max(0, offset - 2000), offset);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const format = formatAt(page, offset);
  if (format === 'json') return null;
  if (format !== null) return inFrontMatter(before, format, text, offset);
  if (isFenced(page, [offset, offset], handbook) || isInCode(before, text, offset)) return null;
  const destination = destinationAt(before, near);
  if (destination !== null) {
    const { of, typed } = destination;
    return { kind: 'destination', of, typed, range: wordAt(text, offset, typed, /^[^()\s<>"'`}]*/) };
  }
  const [, name, argument] = CALL.exec(before) ?? [];
  if (name !== undefined && argument !== undefined && handbook.config.includes.shortcodes.includes(name))
    return { kind: 'include', typed: argument, range: wordAt(text, offset, argument, /^[^"`'\s}]*/) };
  const control = CONTROL.exec(before);
  if (control === null) return null;
  const typed = control[2] ?? '';
  const wants = control[1] === undefined ? 'verb' : 'rule';
  return { kind: 'control', wants, typed, range: wordAt(text, offset, typed, /^[\w-]*/) };
}

function destinationAt(before: string, near: string): Pick<Writing & { kind: 'destination' }, 'of' | 'typed'> | null {
  const inline = INLINE.exec(before);
  const start = inline === null ? -1 : bracketBefore(before, inline.index);
  if (inline !== null && start >= 0)
    return { of: before[start - 1] === '!' ? 'image' : 'inline', typed: inline[1] ?? '' };
  const definition = DEFINITION.exec(near);
  if (definition) return { of: 'inline', typed: definition[1] ?? '' };
  const reference = REFERENCE.exec(before);
  if (reference) return { of: 'ref', typed: reference[1] ?? '' };
  // Quotes may hold a `<` as well, so the last one need not begin the tag.
  for (let at = near.lastIndexOf('<'), left = 4; at >= 0 && left > 0; at = near.lastIndexOf('<', at - 1), left--) {
    const [, name, typed = ''] = ATTRIBUTE.exec(near.slice(at)) ?? [];
    if (name !== undefined) return { of: name.toLowerCase() === 'src' ? 'html-resource' : 'html', typed };
    if (at === 0) break;
  }
  return null;
}

/** Where the bracket opens that closes at `end`; -1 when none does. */
function bracketBefore(text: string, end: number): number {
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    if (text[at - 1] === '\\') continue;
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && --depth === 0) return at;
  }
  return -1;
}

/** Whether the place is between backticks of its line. */
function isInCode(before: string, text: string, offset: number): boolean {
  const open = /(`+)[^`]*$/.exec(before.replace(/(`+)[^`]+\1(?!`)/g, ''));
  return open !== null && (/^[^\n]*/.exec(text.slice(offset, offset + 2000))?.[0] ?? '').includes(open[1] ?? '`');
}

function formatAt({ text, facts: { frontMatter } }: Page, offset: number): 'yaml' | 'toml' | 'json' | null {
  if (frontMatter !== null) {
    const [start, end] = frontMatter.range;
    return offset > start + 3 && offset < end - 3 ? frontMatter.format : null;
  }
  const [, fence] = (offset < 5000 && OPEN_MATTER.exec(text.slice(0, offset))) || [];
  return fence === undefined ? null : fence === '---' ? 'yaml' : 'toml';
}

function inFrontMatter(before: string, format: 'yaml' | 'toml', text: string, offset: number): Writing | null {
  const pattern = format === 'yaml' ? /^([\w-]+):\s+(["']?)([\w /-]*)$/ : /^([\w-]+)\s*=\s*(["']?)([\w /-]*)$/;
  const [, key, quote, value = ''] = pattern.exec(before) ?? [];
  if (key !== undefined) {
    const range = wordAt(text, offset, value, /^[\w/-]*/);
    return { kind: 'value', key, typed: value, range, needsQuotes: format === 'toml' && quote === '' };
  }
  const typed = /^[\w-]*$/.exec(before)?.[0];
  return typed === undefined ? null : { kind: 'key', typed, range: wordAt(text, offset, typed, /^[\w-]*/) };
}

function wordAt(text: string, offset: number, typed: string, rest: RegExp): Range {
  return [offset - typed.length, offset + (rest.exec(text.slice(offset, offset + 500))?.[0].length ?? 0)];
}
