import type { PageContent, PageFacts } from '../markdown/facts.ts';

/** How a file is read: an include has no front matter, a file of redirects is no Markdown. */
export type Reading = 'page' | 'include' | 'redirects';

/** Reads bytes into what they say. */
export interface PageReader {
  facts(bytes: Uint8Array, reading: Reading): PageFacts;
  content(bytes: Uint8Array, reading: Reading): PageContent;
}
