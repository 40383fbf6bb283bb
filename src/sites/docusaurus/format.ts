import type { Page } from '../../model/handbook.ts';

const formats = ['mdx', 'md', 'detect'] as const;

/** What a page is read as: MDX, or CommonMark; `detect` says it by the file's ending. */
export type Format = (typeof formats)[number];

export function isFormat(word: unknown): word is Format {
  return formats.some((format) => format === word);
}

/**
 * Whether a file is read as CommonMark, of which `<a>` becomes the theme's `Link` (Docusaurus 3.10.2, run); `null` when that is
 * not known. Front matter says it as `mdx: {format: md}`.
 */
export function isCommonMark({ path, facts: { frontMatter } }: Page, usual: Format | null): boolean | null {
  const { mdx } = frontMatter?.values ?? {};
  const own = typeof mdx === 'object' && mdx !== null && 'format' in mdx ? mdx.format : undefined;
  const found = isFormat(own) ? own : usual;
  return found === null ? null : found === 'md' || (found === 'detect' && !path.endsWith('.mdx'));
}
