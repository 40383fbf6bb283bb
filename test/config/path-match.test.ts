import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePath } from '../../src/config/path-match.ts';

test.each([
  ['c/{department}/{level}.md', 'c/a/b/senior.md', { department: 'a/b', level: 'senior' }],
  ['c/{department}.md', 'c/a/b.md', { department: 'a/b' }],
  ['c/{level}.md', 'c/a/b.md', null],
  ['{level}-{department}.md', 'senior-staff-data.md', { level: 'senior-staff', department: 'data' }],
  ['{department}/{department}-{level}.md', 'a/a-senior.md', { department: 'a', level: 'senior' }],
  ['{department}/{department}-{level}.md', 'a/b-senior.md', null],
  ['(a+)+{department}.md', '(a+)+x.md', { department: 'x' }],
  ['a.md', 'axmd', null],
  ['{level}', '', null],
])('%s in %s', (pattern, path, expected) => {
  expect(compilePath(pattern)(path)).toEqual(expected);
});

test('a part of a name, in any case', () => {
  const names = { isLevel: (part: string) => part.toLowerCase() === 'senior', ignoresCase: true };
  expect(compilePath('Roles/{department}-{level}.md', names)('roles/data-Senior.MD')).toEqual({
    department: 'data',
    level: 'Senior',
  });
  expect(compilePath('{department}-{level}.md', names)('data-staff.md')).toBeNull();
});

test('takes what a regular expression takes', () => {
  const literal = fc.array(fc.constantFrom('a', '/', '-', '.'), { maxLength: 3 }).map((signs) => signs.join(''));
  const pattern = fc
    .tuple(
      literal,
      fc.constantFrom('{department}', '{level}'),
      literal,
      fc.constantFrom('{department}', '{level}', ''),
      literal,
    )
    .filter(([, one, , other]) => one !== other)
    .map((pieces) => pieces.join(''));
  const path = fc.array(fc.constantFrom('a', 'b', '/', '-', '.'), { maxLength: 10 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(pattern, path, (written, tried) => {
      const body = written
        .replace(/[.]/g, '\\.')
        .replace('{department}', '(?<department>.+)')
        .replace('{level}', '(?<level>[^/]+)');
      const groups = new RegExp(`^${body}$`).exec(tried)?.groups;
      expect(compilePath(written)(tried)).toEqual(groups === undefined ? null : { ...groups });
    }),
    { numRuns: 3000 },
  );
});

test('many placeholders and a long path', () => {
  expect(compilePath('{department}x{level}y')(`${'x'.repeat(3000)}z`)).toBeNull();
  expect(compilePath(`${'{department}'.repeat(50)}y`)(`${'x'.repeat(2000)}z`)).toBeNull();
});
