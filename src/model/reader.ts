import type { PageContent, PageFacts } from '../markdown/facts.ts';
import type { MarkdownSettings } from '../markdown/settings.ts';

/** As what a file is parsed: a page, an include (no front matter), a file of redirects, of data (YAML, JSON), of separated values. */
export type ReadAs = 'page' | 'include' | 'redirects' | 'data' | 'csv';

/** Parses the bytes of a file. */
export interface PageReader {
  facts(bytes: Uint8Array, reading: ReadAs, markdown: MarkdownSettings): PageFacts;
  content(bytes: Uint8Array, reading: ReadAs, markdown: MarkdownSettings): PageContent;
}
