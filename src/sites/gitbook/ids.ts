import { type HeadingIds, usualIds } from '../../model/heading-ids.ts';

/**
 * How GitBook makes ids of headings, as links that its editor wrote show: as GitHub does, but for `&`, which is `and`, and for
 * hyphens, which are joined. Its own renderer cannot be run, so what comes near one of these ids is not judged.
 */
export const ids: HeadingIds = {
  ...usualIds,
  hasAttributes: false,
  slugOf: ({ text }) =>
    text
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/[\s-]+/g, '-'),
  ignoreCase: true,
};

/** How HonKit 6.1.7 makes them (run): as GitHub does. It numbers none, and keeps dashes and signs that GitHub drops. */
export const honkitIds: HeadingIds = { ...usualIds, hasAttributes: true, numbered: (slug) => slug };

/** What is left of an id when the ways to make one do not matter: its letters and digits, without the `id-` before a number. */
export function core(id: string): string {
  return id
    .toLowerCase()
    .normalize('NFKD')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^id(?=\d)|\d{1,4}$/g, '');
}
