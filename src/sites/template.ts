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

/** The verdict on a link that only the built site can tell. */
export function uncheckable(address: string): Resolution {
  return unknownAt('unknown-site', address);
}
