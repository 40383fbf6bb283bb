import { beforeAll, expect } from 'vitest';
import type { PageContent, PageFacts } from '../../src/markdown/facts.ts';
import { whySlow } from '../../src/markdown/fast/slow-reading.ts';
import { loadParsers } from '../../src/markdown/parse.ts';
import { readContent, readPage } from '../../src/markdown/read-page.ts';

/** Loads both parsers before the tests of a file. */
export function useParsers(): void {
  beforeAll(async () => {
    await loadParsers({ reference: true });
    expect(whySlow()).toBeUndefined();
  });
}

/** Facts of a text, which both parsers must give alike. */
export function factsOf(text: string, frontMatter = true): PageFacts {
  const facts = readPage(text, { parser: 'fast', frontMatter });
  expect(facts).toEqual(readPage(text, { parser: 'reference', frontMatter }));
  return facts;
}

/** Content of a text, which both parsers must give alike. */
export function contentOf(text: string): PageContent {
  const content = readContent(text, { parser: 'fast' });
  expect(content).toEqual(readContent(text, { parser: 'reference' }));
  return content;
}

/** Each link as `kind href|source of the target|fragment|text`. */
export function linksIn(text: string): string[] {
  const facts = factsOf(text);
  return [...facts.links, ...facts.externalLinks]
    .sort((a, b) => a.range[0] - b.range[0])
    .map(
      ({ kind, href, target, fragment, text: words }) =>
        `${kind} ${href}|${text.slice(...target)}|${fragment ? text.slice(...fragment) : '-'}|${words}`,
    );
}
