import type { Language } from '../../config/hugo-settings.ts';
import { endingOf, isAscii } from '../../files/paths.ts';

/**
 * How Hugo (0.123 and later) writes paths: https://github.com/gohugoio/hugo/tree/master/common/paths. An accented letter stays as it is
 * written, one sign or two, as it does wherever Hugo builds but on a Mac. Run with 0.131, 0.167 and 0.169.
 */
const contentEndings = new Set([
  'md',
  'mkd',
  'mdown',
  'markdown',
  'html',
  'htm',
  'adoc',
  'asciidoc',
  'ad',
  'org',
  'pandoc',
  'pdc',
  'rst',
]);

/** Whether Hugo makes pages of files with this ending. */
export function isContentEnding(ending: string): boolean {
  return contentEndings.has(ending);
}

/** Whether a file is its folder's page of this kind: `_index.md`, and not `_index.ja.md` where that is no language. */
export function isIndex(path: string, name: 'index' | '_index'): boolean {
  const start = path.lastIndexOf('/') + 1;
  return path.startsWith(`${name}.`, start) && !path.includes('.', start + name.length + 1);
}

/** Whether Hugo leaves a path as it is, as it does most. */
export function isUntouched(path: string): boolean {
  return /^[a-z0-9./_-]*$/.test(path);
}

/** The logical path that pages are looked up by: `/b/my page.md` and `/B/My-Page` are both `/b/my-page`. */
export function logicalPath(path: string): string {
  let logical = isUntouched(path) ? path : lowerCase(path).replaceAll(' ', '-');
  while (logical.endsWith('/')) logical = logical.slice(0, -1);
  if (isContentEnding(endingOf(logical))) logical = logical.slice(0, logical.lastIndexOf('.'));
  if (logical.endsWith('/index')) logical = logical.slice(0, -6);
  else if (logical.endsWith('/_index')) logical = logical.slice(0, -7);
  return logical || '/';
}

/** A path without doubled and final slashes, `.` and `..`. */
export function cleanPath(path: string): string {
  if (path.startsWith('/') && !/\/(?:\/|\.|$)/.test(path)) return path;
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

/** Lower case as Go makes it: letter by letter, none becoming two. */
export function lowerCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.replace(/[^\x00-\x7f]|[A-Z]+/gu, (letters) => (letters === '\u0130' ? 'i' : letters.toLowerCase()));
}

/** What Hugo leaves of a path in an address: `My page (2)` as `My-page-2`, `A & B` as `A--B`. */
export function sanitizePath(path: string): string {
  return sanitizeWords(path.replaceAll(' ', '-'));
}

/** What Hugo leaves of words in an address: `A & B` as `A-B`. */
export function sanitizeWords(words: string): string {
  if (/^[A-Za-z0-9./_~@+#-]*$/.test(words)) return words;
  let kept = '';
  let wantsHyphen = false;
  for (const character of words.replace(/%(?![0-9a-f]{2})/gi, '')) {
    if (!/[\p{L}\p{Nd}\p{M}./\\_#+~@%-]/u.test(character)) {
      if (kept !== '' && !kept.endsWith('-') && /\s/.test(character)) wantsHyphen = true;
      continue;
    }
    if (wantsHyphen && character !== '-') kept += '-';
    wantsHyphen = false;
    kept += character;
  }
  return kept;
}

/** `b/p.de.md` as `b/p.md` and `de`, where the site has that language, switched off or not. Only the name counts, not the folders. */
export function splitLanguage(
  path: string,
  {
    languages,
    unbuiltLanguages,
  }: { readonly languages: readonly Language[]; readonly unbuiltLanguages: readonly string[] },
): { readonly path: string; readonly language: string | null } {
  const slash = path.lastIndexOf('/');
  const end = path.lastIndexOf('.');
  const dot = end <= slash ? -1 : path.lastIndexOf('.', end - 1);
  if (dot <= slash + 1) return { path, language: null };
  const name = path.slice(dot + 1, end).toLowerCase();
  return languages.some((each) => each.name === name) || unbuiltLanguages.includes(name)
    ? { path: path.slice(0, dot) + path.slice(end), language: name }
    : { path, language: null };
}
