import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNumbering, githubSlug, hugoSlug } from '../../src/markdown/slug.ts';

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

it('numbers as Hugo does, counting from one each time', () => {
  const numbering = createNumbering();
  const ids = ['foo', 'foo', 'foo-1', 'foo', 'bar'].map((slug) => numbering.assign(slug).id);
  expect(ids).toEqual(['foo', 'foo-1', 'foo-1-1', 'foo-2', 'bar']);
  numbering.take('given');
  expect(numbering.assign('given')).toEqual({ id: 'given-1', positional: true });
});

it('never gives one id twice, however many headings are alike', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'a-1', 'a-1-1', 'a-2', 'b'), { maxLength: 60 }), (slugs) => {
      const numbering = createNumbering();
      const ids = slugs.map((slug) => numbering.assign(slug).id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
  const numbering = createNumbering();
  for (let count = 0; count < 50_000; count += 1) numbering.assign('same');
  expect(numbering.assign('same').id).toBe('same-50000');
});

it('makes GitHub ids from the words as shown, with a heading attribute as text', () => {
  expect(githubSlug({ text: 'Q&A for new hires' })).toBe('qa-for-new-hires');
  expect(githubSlug({ text: 'Title', id: 'x' })).toBe('title-x');
});
