import { expect, test } from 'vitest';
import { addressOfFormat } from '../../../src/sites/hugo/config/outputs.ts';
import { expandPattern } from '../../../src/sites/hugo/config/permalinks.ts';

const page = {
  date: null,
  title: 'Watch rules',
  slug: undefined,
  name: 'rules',
  sections: ['crew', 'deck'],
  sectionSlugs: ['crew', 'deck'],
  isSection: false,
  keepsCase: false,
};

test.each([
  ['/:sections/:title/', '/crew/deck/watch-rules/'],
  ['/a\\:b/:section/', '/a:b/crew/'],
  ['/:section/:gone/', null],
])('%s is %s', (pattern, address) => {
  expect(expandPattern(pattern, page)).toBe(address);
});

test.each([
  ['page', '/api/a/index.json'],
  ['section', '/a/api/index.json'],
] as const)('another format of a %s has its path in another place', (kind, address) => {
  const format = { name: 'json', file: 'index.json', path: 'api' };
  expect(addressOfFormat('/a/', format, { version: '0.131.0', languages: [] }, kind)).toBe(address);
});
