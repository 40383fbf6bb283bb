import { expect, test } from 'vitest';
import { headingsOfDefinitions } from '../../src/markdown/headings/defined-headings.ts';

test.each([
  ['Term\n: ## Part\n', [[2, '## Part']]],
  ['Term\n: Part\n', []],
  ['Term # Part\n', []],
  [': # Part\n: ### More\n', [[3, '### More']]],
] as const)('%j', (text, wanted) => {
  const found = headingsOfDefinitions(text, 0, text.length, true);
  expect(found.map(({ level, range }) => [level, text.slice(...range)])).toEqual(wanted);
});
