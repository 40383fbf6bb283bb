import { slug as sluggerSlug } from 'github-slugger';
import type { Heading } from './facts.ts';

const WORD = /[\p{L}\p{Nd}]/u;

/**
 * Hugo's automatic heading id before numbering, made from the heading's Markdown source without hashes and
 * attributes: `hugoSlug('**Q&A** for _new_ hires')` is `qa-for-_new_-hires`.
 */
export function hugoSlug(source: string): string {
  let slug = '';
  for (const character of source.trim()) {
    const code = character.charCodeAt(0);
    if (code < 128) {
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95) slug += character;
      else if (code === 32) slug += '-';
      else if (code >= 65 && code <= 90) slug += String.fromCharCode(code + 32);
    } else if (WORD.test(character)) {
      // Hugo lowers each code point to one code point, so a dotted capital I leaves no combining dot behind.
      slug += code === 0x130 ? 'i' : character.toLowerCase();
    }
  }
  return slug === '' ? 'heading' : slug;
}

/** GitHub's heading id before numbering, made from the heading as rendered; GitHub shows `{#id}` as text. */
export function githubSlug(heading: Pick<Heading, 'text' | 'id'>): string {
  return sluggerSlug(heading.id === undefined ? heading.text : `${heading.text} {#${heading.id}}`);
}
