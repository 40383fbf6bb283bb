import { slug as sluggerSlug } from 'github-slugger';
import type { MarkdownSettings } from '../settings.ts';

/**
 * Hugo's automatic heading id before numbering, made from the heading's Markdown source without hashes and attributes (since
 * 0.144.0 from its words): `hugoSlug('**Q&A** for _new_ hires')` is `qa-for-_new_-hires`. `otherwise`: what stands for nothing.
 */
export function hugoSlug(source: string, type: MarkdownSettings['idType'] = 'github', otherwise = 'heading'): string {
  const slug = type === 'blackfriday' ? blackfridaySlug(source) : githubLike(source, type === 'github-ascii');
  return slug === '' ? otherwise : slug;
}

function githubLike(words: string, isAsciiOnly: boolean): string {
  if (!isAsciiOnly) return slugOf(words.trim());
  const bare = words.normalize('NFD').replace(/\p{Mn}/gu, '');
  return slugOf(
    bare
      .normalize('NFC')
      .trim()
      .replace(/[^\x00-\x7f]/g, ''),
  );
}

/** Only of letters beyond ASCII are Unicode's classes asked: that takes twice as long. */
function slugOf(words: string): string {
  if (!/[^\x00-\x7f]/.test(words))
    return words
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replace(/ /g, '-');
  return lowerCase(words.replace(/[^\p{L}\p{Nd}_ -]/gu, '').replaceAll(' ', '-'));
}

/** Letters and numbers, one hyphen for whatever stands between two of them. */
function blackfridaySlug(words: string): string {
  return lowerCase((words.match(/[\p{L}\p{N}]+/gu) ?? []).join('-'));
}

/** Lower case letter by letter, as Go makes it: none becomes two, and a sigma at the end of a word is one as any other. */
function lowerCase(text: string): string {
  return text.replaceAll('\u0130', 'i').replaceAll('\u03a3', '\u03c3').toLowerCase();
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
