import { type Resolution, unknownAt } from './resolution.ts';

/** What template languages put where an address is computed: Liquid, Nunjucks, Vue, JSX, ERB; `%base_url%` of Pico and Raneto. */
const TEMPLATE = /[{}]|<%|%>|\$\(|%[a-z]+_[a-z]+%/;

/** Whether a destination is computed while the site is built. */
export function isComputed(href: string): boolean {
  return TEMPLATE.test(href);
}

/** Whether a destination, or other text, holds a tag of a template language, which no repository's view runs. */
export function hasTag(href: string): boolean {
  return /\{[{%]|<%|%[a-z]+_[a-z]+%/.test(href);
}

const BLOCK_TAG = /\{%[-~+]?[ \t]{0,9}(end)?(\w{1,40})/g;

/** Whether a place stands in a block of a template language, between `{% set x %}` and `{% endset %}`: its words may be shown as code, or nowhere. */
export function isInBlockTag(text: string, at: number): boolean {
  const open = new Map<string, number>();
  for (const { 1: end, 2: name = '', index } of text.matchAll(BLOCK_TAG)) {
    const depth = open.get(name) ?? 0;
    if (index < at) open.set(name, Math.max(0, end === undefined ? depth + 1 : depth - 1));
    else if (end !== undefined && depth > 0) return true;
  }
  return false;
}

/** The verdict on a link that only the built site can tell. */
export function uncheckable(address: string): Resolution {
  return unknownAt('unknown-site', address);
}
