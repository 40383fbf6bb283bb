import { beforeEach, expect, it, vi } from 'vitest';
import type * as Parse from '../../src/markdown/parse.ts';

let fresh: typeof Parse;
beforeEach(async () => {
  vi.resetModules();
  fresh = await import('../../src/markdown/parse.ts');
});

it('says which parser is missing', () => {
  expect(() => fresh.parseMarkdown('a', 'auto')).toThrow('The auto Markdown parser is not loaded');
  expect(() => fresh.parseMarkdown('a', 'fast')).toThrow('The fast Markdown parser is not loaded');
});

it('loads the slow parser only when it is asked for', async () => {
  await fresh.loadParsers();
  expect(fresh.parseMarkdown('a', 'fast').childCount(0)).toBe(1);
  expect(fresh.parseMarkdown('a', 'auto').childCount(0)).toBe(1);
  expect(() => fresh.parseMarkdown('a', 'reference')).toThrow('The reference Markdown parser is not loaded');
  await fresh.loadParsers({ reference: true });
  expect(fresh.parseMarkdown('a', 'reference').childCount(0)).toBe(1);
});

it('loads the fast parser without waiting', () => {
  fresh.loadParsersNow();
  expect(fresh.parseMarkdown('a\n\nb', 'fast').childCount(0)).toBe(2);
  expect(() => fresh.parseMarkdown('a', 'reference')).toThrow('not loaded');
});
