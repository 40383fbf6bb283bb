import type { Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';

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
  | { readonly kind: 'value'; readonly key: string; readonly typed: string; readonly range: Range };

const INLINE = /(!?)\[(?:[^[\]\\]|\\.)*\]\(\s*<?([^()\s<>]*)$/;
const DEFINITION = /^ {0,3}\[(?:[^[\]\\]|\\.)+\]:\s*<?([^\s<>]*)$/;
const ATTRIBUTE = /<([a-z][a-z0-9-]*)\b[^<>]*\s(href|src)\s*=\s*["']?([^"'<>\s]*)$/i;
const REFERENCE = /\{\{[<%]\s*(?:rel)?ref\s+["`]?([^"`\s}]*)$/;
const CALL = /\{\{[<%]\s*([\w/.-]+)\s+["`']?([^"`'\s}]*)$/;
const CONTROL = /<!--\s*lint(\s+(?:disable|enable|ignore)\b(?:\s+[\w-]+)*)?\s+([\w-]*)$/;

/** Tells what is being written at an offset; `null` for prose. */
export function writingAt(page: Page, offset: number, handbook: Handbook): Writing | null {
  const { text } = page;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  // A line longer than this is no line of prose, and would cost time.
  const before = text.slice(Math.max(lineStart, offset - 2000), offset);
  const matter = page.facts.frontMatter;
  if (matter !== null && offset > matter.range[0] + 3 && offset < matter.range[1] - 3)
    return matter.format === 'yaml' ? inFrontMatter(before, text, offset) : null;
  const destination = (of: (Writing & { kind: 'destination' })['of'], typed: string): Writing => ({
    kind: 'destination',
    of,
    typed,
    range: [
      offset - typed.length,
      offset + (/^[^()\s<>"'`}]*/.exec(text.slice(offset, offset + 500))?.[0].length ?? 0),
    ],
  });
  const inline = INLINE.exec(before);
  if (inline) return destination(inline[1] === '!' ? 'image' : 'inline', inline[2] ?? '');
  const definition = DEFINITION.exec(before);
  if (definition) return destination('inline', definition[1] ?? '');
  const attribute = ATTRIBUTE.exec(before);
  if (attribute)
    return destination(attribute[2]?.toLowerCase() === 'src' ? 'html-resource' : 'html', attribute[3] ?? '');
  const reference = REFERENCE.exec(before);
  if (reference) return destination('ref', reference[1] ?? '');
  const [, name, argument] = CALL.exec(before) ?? [];
  if (name !== undefined && argument !== undefined && handbook.config.includes.shortcodes.includes(name))
    return { kind: 'include', typed: argument, range: wordAt(text, offset, argument, /^[^"`'\s}]*/) };
  const control = CONTROL.exec(before);
  if (control === null) return null;
  const typed = control[2] ?? '';
  const wants = control[1] === undefined ? 'verb' : 'rule';
  return { kind: 'control', wants, typed, range: wordAt(text, offset, typed, /^[\w-]*/) };
}

function inFrontMatter(before: string, text: string, offset: number): Writing | null {
  const [, key, value = ''] = /^([\w-]+):\s+["']?([\w /-]*)$/.exec(before) ?? [];
  if (key !== undefined) return { kind: 'value', key, typed: value, range: wordAt(text, offset, value, /^[\w/-]*/) };
  const typed = /^[\w-]*$/.exec(before)?.[0];
  return typed === undefined ? null : { kind: 'key', typed, range: wordAt(text, offset, typed, /^[\w-]*/) };
}

function wordAt(text: string, offset: number, typed: string, rest: RegExp): Range {
  return [offset - typed.length, offset + (rest.exec(text.slice(offset, offset + 500))?.[0].length ?? 0)];
}
