import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cleanPath,
  decodePercent,
  hostOf,
  isExternal,
  joinPath,
  lastSegment,
  splitHref,
  tail,
} from '../../src/sites/href.ts';

test('a destination is its parts put together', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '?', '#', '/', '%') }), (href) => {
      const parts = splitHref(href);
      expect(parts.path + tail(parts)).toBe(href);
      expect(parts.path).not.toMatch(/[?#]/);
    }),
  );
});

test('decoding never fails and undoes encoding', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof decodePercent(text) === 'string'));
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => decodePercent(encodeURIComponent(text)) === text));
  expect(decodePercent('100%')).toBe('100%');
  expect(decodePercent('%E7%81')).toBe('\uFFFD');
  expect(decodePercent('%EF%BB%BFa')).toBe('\uFEFFa');
});

test('a clean path has no dots left and stays below the root', () => {
  const segment = fc.constantFrom('..', '.', 'a', 'b', '');
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const clean = cleanPath(`/${segments.join('/')}`);
      expect(clean.startsWith('/')).toBe(true);
      expect(clean.split('/')).not.toContain('..');
      expect(clean.split('/')).not.toContain('.');
      expect(cleanPath(clean)).toBe(clean);
    }),
  );
});

test.each([
  ['/a/b/', 'c', '/a/b/c'],
  ['/a/b/', '../c/', '/a/c/'],
  ['/a/b/', '..', '/a/'],
  ['/a/b/', '../../../c', '/c'],
  ['/a/b/', '/c/./d/../', '/c/'],
  ['/a/b/', '', '/a/b/'],
  ['/', '.', '/'],
])('%s with %s is %s, as URL says', (base, path, expected) => {
  expect(joinPath(base, path)).toBe(expected);
  expect(new URL(path, `https://example.com${base}`).pathname).toBe(expected);
});

test('schemes and hosts are told from paths', () => {
  expect(['https://a', 'mailto:a', '//a/b', 'x-y+z.1:a'].map(isExternal)).toEqual([true, true, true, true]);
  expect(['/a:b', '#a:b', 'a/b:c', './a', '', 'é:b'].map(isExternal)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(hostOf('HTTPS://me@Example.com:8080/a')).toEqual({ host: 'example.com', rest: '/a' });
  expect(hostOf('//example.com')).toEqual({ host: 'example.com', rest: '/' });
  expect(hostOf('mailto:a@example.com')).toBeNull();
});

test('the last segment leaves a final slash out', () => {
  expect(['/a/b/', '/a/b', 'b', '/'].map(lastSegment)).toEqual(['b', 'b', 'b', '']);
});
