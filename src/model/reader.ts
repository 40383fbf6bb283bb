import type { PageContent, PageFacts } from '../markdown/facts.ts';
import type { MarkdownSettings } from '../markdown/settings.ts';

/** How a file is read: an include has no front matter; files of redirects, of data (YAML, JSON) and of separated values are no Markdown. */
export type Reading = 'page' | 'include' | 'redirects' | 'data' | 'csv';

/** Reads bytes into what they say. */
export interface PageReader {
  facts(bytes: Uint8Array, reading: Reading, markdown: MarkdownSettings): PageFacts;
  content(bytes: Uint8Array, reading: Reading): PageContent;
}
