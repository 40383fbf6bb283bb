import type { PageContent, PageFacts } from '../markdown/facts.ts';
import type { MarkdownSettings } from '../markdown/settings.ts';
import type { PageSummary } from './page-summary.ts';

/** Gives what a file says. The model reads pages through it alone, and knows neither the disk nor the cache. */
export interface PageSource {
  /** Relative to the handbook's root, with `/`. */
  readonly path: string;
  /** The few facts that are at hand for every page at all times. */
  readonly summary: PageSummary;
  facts(): PageFacts;
  content(): PageContent;
  text(): string;
  /** The slugs of the page's headings, in order, if they alone make the ids of the page; else `null`. */
  slugs(): readonly string[] | null;
}

/**
 * As what a file is parsed: a page, one in another markup than Markdown, an include (no front matter), a file of redirects, of data (YAML, JSON),
 * of separated values.
 */
export type ReadAs = 'page' | 'markup' | 'include' | 'redirects' | 'data' | 'csv';

/** Parses the bytes of a file. */
export interface PageReader {
  facts(bytes: Uint8Array, reading: ReadAs, markdown: MarkdownSettings): PageFacts;
  content(bytes: Uint8Array, reading: ReadAs, markdown: MarkdownSettings): PageContent;
}
