import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { compileGlobs, globProblem } from '../../src/config/glob.ts';
import { parseConfig } from '../../src/config/loading/parse.ts';

const matches = (glob: string, path: string) => compileGlobs([glob])(path);

describe('a glob', () => {
  test.each([
    ['**', 'a/b/c.md'],
    ['**/*.md', 'c.md'],
    ['**/*.md', 'a/b/c.md'],
    ['**.md', 'a/c.md'],
    ['a/**', 'a/b/.c'],
    ['./a/*.md', 'a/b.md'],
    ['a/**/z/*.md', 'a/b/z/c/z/d.md'],
    ['a*b*c', 'axbxbc'],
    ['[a-c]?[!x].md', 'b1y.md'],
    ['[]a].md', '].md'],
    ['{a,b/{c,d}}/x.md', 'b/d/x.md'],
    ['\\*.md', '*.md'],
    ['a[', 'a['],
    ['{a', '{a'],
    ['!a/**', 'b/c'],
    ['été/*', 'été/ü'],
  ])('%s matches %s', (glob, path) => {
    expect(matches(glob, path)).toBe(true);
  });

  test.each([
    ['*.md', 'a/b.md'],
    ['a/**', 'b/c'],
    ['a/*/**', 'a/b'],
    ['?', 'ab'],
    ['?.md', '.md'],
    ['A.md', 'a.md'],
    ['a*b*c', 'axbxcd'],
    ['[!a]', 'a'],
    ['\\*.md', 'a.md'],
    ['!a/**', 'a/b'],
    ['{a,b}', 'c'],
  ])('%s does not match %s', (glob, path) => {
    expect(matches(glob, path)).toBe(false);
  });

  test('says what picomatch says', () => {
    const name = fc.array(fc.constantFrom('a', 'b', '*', '?', '[ab]', '[^a]', '{a,bc}', '.md', '\\*'), {
      minLength: 1,
      maxLength: 4,
    });
    const part = fc.oneof(
      { weight: 1, arbitrary: fc.constant('**') },
      { weight: 2, arbitrary: name.map((pieces) => pieces.join('').replace(/\*\*+/g, '*')) },
    );
    const glob = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ab', 'bc', 'a.md', '*', '.md'), { minLength: 1, maxLength: 5 })
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(glob, path, (written, tried) => {
        // To picomatch `a/**` is `a` as well, which is never a folder here.
        if (written.endsWith('/**') && matches(written.replace(/(?:\/\*\*)+$/, ''), tried)) return;
        expect([written, tried, matches(written, tried)]).toEqual([
          written,
          tried,
          picomatch(written, { dot: true })(tried),
        ]);
      }),
      { numRuns: 3000 },
    );
  });

  test('costs no more than its length times that of the path', () => {
    const stars = `${'*a'.repeat(100)}b`;
    expect(matches(stars, 'a'.repeat(4000))).toBe(false);
    expect(matches(`${'**/a/'.repeat(100)}b`, `${'a/'.repeat(2000)}c`)).toBe(false);
    expect(matches('*?'.repeat(400), 'a'.repeat(399))).toBe(false);
  });
});

describe('in handbook.yaml', () => {
  const complaint = (text: string) => {
    try {
      parseConfig({ path: 'handbook.yaml', text });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };

  test('more forms than anyone means, and signs that are not supported, are refused', () => {
    expect(globProblem('{a,b}'.repeat(9))).toBeNull();
    expect(globProblem('{a,b}'.repeat(30))).toBe('A glob may not stand for more than 1000 others');
    for (const key of [
      'ignore: ["!(a)"]',
      'pageTypes: {role: {pages: ["+(a|b)"]}}',
      'pageTypes: {role: {except: ["*(a)"]}}',
      'frameworks: [{name: x, pages: "{department}/{level}.md", exclude: ["@(a)"]}]',
    ])
      expect(complaint(key)).toMatch(/^handbook\.yaml line 1, .*A glob with \( \) behind a sign is not supported/);
    expect(complaint('ignore: ["a (b)/*.md", "a\\\\*(b)"]')).toBeNull();
  });
});
