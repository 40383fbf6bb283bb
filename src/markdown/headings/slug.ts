import { slug as sluggerSlug } from 'github-slugger';
import type { MarkdownSettings } from '../settings.ts';

const WORD = /[\p{L}\p{Nd}]/u;
/** Where ASCII slugs are put together: a string that grows by one character at a time takes twice as long. */
const slugBytes = Buffer.alloc(256);

/**
 * Hugo's automatic heading id before numbering, made from the heading's Markdown source without hashes and attributes (since
 * 0.144.0 from its words): `hugoSlug('**Q&A** for _new_ hires')` is `qa-for-_new_-hires`. `otherwise`: what stands for nothing.
 */
export function hugoSlug(source: string, type: MarkdownSettings['idType'] = 'github', otherwise = 'heading'): string {
  const slug = type === 'blackfriday' ? blackfridaySlug(source) : githubLike(source.trim(), type === 'github-ascii');
  return slug === '' ? otherwise : slug;
}

function githubLike(words: string, isAsciiOnly: boolean): string {
  const ascii = asciiSlug(words);
  if (ascii !== undefined) return ascii;
  if (!isAsciiOnly) return anySlug(words);
  const bare = words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
  return anySlug(bare.replace(/[^\x00-\x7f]/g, ''));
}

/** Letters and numbers, one hyphen for whatever stands between two of them. */
function blackfridaySlug(words: string): string {
  const parts = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.join('-').replace(/./gsu, (letter) => (letter === '\u0130' ? 'i' : letter.toLowerCase()));
}

/** `undefined` when there is more than ASCII in the words, or they are long. */
function asciiSlug(words: string): string | undefined {
  if (words.length > slugBytes.length) return undefined;
  let length = 0;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code >= 128) return undefined;
    const own = slugCode(code);
    if (own === 0) continue;
    slugBytes[length] = own;
    length += 1;
  }
  return slugBytes.toString('latin1', 0, length);
}

/** What stands for an ASCII character in a slug, or 0. */
function slugCode(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95) return code;
  if (code === 32) return 45;
  return code >= 65 && code <= 90 ? code + 32 : 0;
}

function anySlug(words: string): string {
  let slug = '';
  for (const character of words) {
    const code = character.charCodeAt(0);
    if (code < 128) {
      const own = slugCode(code);
      if (own > 0) slug += String.fromCharCode(own);
    } else if (WORD.test(character)) {
      // Hugo lowers each code point to one code point, so a dotted capital I leaves no combining dot behind.
      slug += code === 0x130 ? 'i' : character.toLowerCase();
    }
  }
  return slug;
}

/** GitHub's heading id before numbering, made from the words as the page shows them; it shows `{#id}` as text. */
export function githubSlug(words: string, id?: string): string {
  return sluggerSlug(withAttribute(words, id));
}

/** GitLab's heading id before numbering (comrak, run with commonmarker 2.10.1): unlike GitHub's it keeps `½` and `²`. */
export function gitlabSlug(words: string, id?: string): string {
  return withAttribute(words, id)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}

/** Neither view reads `{#id}`. */
function withAttribute(words: string, id: string | undefined): string {
  return id === undefined ? words : `${words.trimEnd()} {#${id}}`;
}
