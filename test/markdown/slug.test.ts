import fc from 'fast-check';
import { expect, it } from 'vitest';
import { githubSlug, hugoSlug } from '../../src/markdown/headings/slug.ts';

it.each([
  ['Reporting structure', 'reporting-structure'],
  ['  Q&A, and   more! ', 'qa-and---more'],
  ['**Bold** _em_ `code`', 'bold-_em_-code'],
  ['[Text](/a/b/) here', 'textab-here'],
  ['<a id="x"></a>Heading', 'a-idxaheading'],
  ['R&amp;D', 'rampd'],
  ['日本語の見出し ー', '日本語の見出し-ー'],
  ['Tab\there　wide', 'tabherewide'],
  ['⚠️ Warning', '-warning'],
  ['½ ² Ⅳ ①', '---'],
  ['İzmir Straße', 'izmir-straße'],
  ['!!!', 'heading'],
  ['', 'heading'],
])('%s becomes #%s', (source, slug) => {
  expect(hugoSlug(source)).toBe(slug);
});

it('keeps only lower-case letters, digits, hyphens and underscores', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      const slug = hugoSlug(source);
      expect(slug).toMatch(/^[\p{L}\p{M}\p{Nd}_-]+$/u);
      expect(hugoSlug(` ${source} `)).toBe(slug);
    }),
  );
});

it('reads ASCII alike in long headings and beside other letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (source) => {
      const words = `a${source}b`;
      const slug = hugoSlug(words);
      expect(hugoSlug(`${words}é`)).toBe(`${slug}é`);
      expect(hugoSlug(words + 'c'.repeat(256))).toBe(slug + 'c'.repeat(256));
    }),
  );
});

it('makes GitHub ids from the words as shown, with a heading attribute as text', () => {
  expect(githubSlug('Q&A for new hires')).toBe('qa-for-new-hires');
  expect(githubSlug('Title', 'x')).toBe('title-x');
});
