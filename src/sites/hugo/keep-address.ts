import type { Heading, Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';

/** One more item in the front matter's `aliases`; where the front matter is no YAML, only the place. */
export function keepAddress(page: Page, oldAddress: string): { readonly range: Range; readonly text: string | null } {
  const { frontMatter } = page.facts;
  if (frontMatter === null) return { range: [0, 0], text: `---\naliases:\n  - ${oldAddress}\n---\n\n` };
  const source = page.text;
  const firstLine = source.indexOf('\n', frontMatter.range[0]) + 1;
  if (frontMatter.format !== 'yaml' || firstLine === 0) return { range: frontMatter.range, text: null };
  const aliases = Object.entries(frontMatter.keys).find(([key]) => key.toLowerCase() === 'aliases')?.[1];
  if (aliases === undefined) return { range: [firstLine, firstLine], text: `aliases:\n  - ${oldAddress}\n` };
  const value = source.slice(...aliases.value);
  return { range: aliases.value, text: withItem(value, oldAddress, source, aliases.value[0]) };
}

/** An explicit id behind the heading's words. A second one would not count. */
export function keepId(heading: Heading, words: string, oldId: string): string | null {
  return heading.id === undefined && /^[\p{L}\p{Nd}_.:-]+$/u.test(oldId) ? `${words} {#${oldId}}` : null;
}

/** A YAML list with one more item, in the style it has; blank ends of lines stay behind it. */
function withItem(value: string, item: string, text: string, start: number): string {
  const list = value.trimEnd();
  const rest = value.slice(list.length);
  if (/^(?:null|~)?$/.test(list)) {
    const [before, after] = [text.charAt(start - 1), text.charAt(start + list.length)];
    return `${before === ':' ? ' ' : ''}[${item}]${after === '#' ? ' ' : ''}${rest}`;
  }
  if (list.endsWith(']')) {
    const items = list.slice(0, -1).trimEnd().replace(/,$/, '').trimEnd();
    return `${items}${items === '[' ? '' : ', '}${item}]${rest}`;
  }
  const last = list.slice(list.lastIndexOf('\n') + 1);
  if (!/^\s*- /.test(last)) return `[${list}, ${item}]${rest}`;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^\s*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  return `${list}\n${indent}- ${item}${rest}`;
}
