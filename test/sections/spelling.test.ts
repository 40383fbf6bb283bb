import { expect, test } from 'vitest';
import { roleWordsOf } from '../../src/sections/names/role-words.ts';
import { nearestName, respell } from '../../src/sections/names/spelling.ts';

const names = ['Responsibilities', 'Reporting structure', 'Reports', 'OKRs'];
/** As long as one typo, two and three are from, and one letter shorter. */
const lengths = ['Tasks', 'Duties', 'Schooling', 'Background', 'Certifications', 'Recommendations', 'Responsibilities'];

test.each([
  ['Responsibilites', 'Responsibilities'],
  ['Senior Engineer Responsabilities', 'Responsibilities'],
  ['Responsiblities of the Manager', 'Responsibilities'],
  ['Reporting strucure', 'Reporting structure'],
  ['Responsibilities', null],
  ['Possibilities', null],
  ['Responsabilities & reports', 'Responsibilities'],
  ['OKRS', null],
  ['OKRss', 'OKRs'],
  ['OKKRs', 'OKRs'],
  ['ORKs', 'OKRs'],
  ['Team ORKs', 'OKRs'],
  ['OKR', null],
  ['OARs', null],
  ['Kros', null],
  ['Works', null],
  ['Customer Responsibilites', null],
  ['Reportingstructure', null],
])('%s', (heading, name) => expect(nearestName(heading, names, roleWordsOf([]))?.name ?? null).toBe(name));

test.each([
  ['Taskz', null],
  ['Tassks', 'Tasks'],
  ['Dutiez', 'Duties'],
  ['Dutezz', null],
  ['Schoolinz', 'Schooling'],
  ['Schoolizz', null],
  ['Backgrouzz', 'Background'],
  ['Backgrozzz', null],
  ['Recommendatizzs', 'Recommendations'],
  ['Recommendatio', 'Recommendations'],
  ['Recommendati', null],
  ['Recommendationszz', 'Recommendations'],
  ['Recommendationszzz', null],
  ['Recommendatizzz', null],
  ['Responsibilitzzz', 'Responsibilities'],
  ['Responsibilizzzz', null],
])('longer names may have more typos: %s', (heading, name) =>
  expect(nearestName(heading, lengths, roleWordsOf([]))?.name ?? null).toBe(name),
);

test.each(['Responsiblities of the Manager', 'Responsiblities', 'Senior Responsiblities'])(
  'the misspelt word alone is told, with its typos: %s',
  (heading) =>
    expect(nearestName(heading, names, roleWordsOf([]))).toEqual({
      name: 'Responsibilities',
      distance: 1,
      words: 'responsiblities',
    }),
);

test.each([
  [['Dutiesa', 'Dutiesb'], 'Dutiesa'],
  [['Dutiesb', 'Dutiesa'], 'Dutiesb'],
])('of names that are as near, the first: %j', (names, name) =>
  expect(nearestName('Dutiesc', names, roleWordsOf([]))?.name).toBe(name),
);

test('a heading is put right and keeps the rest', () => {
  expect(respell('Responsibilites', 'responsibilites', 'Responsibilities')).toBe('Responsibilities');
  expect(respell('**Senior** Responsibilites :wave:', 'responsibilites', 'Responsibilities')).toBe(
    '**Senior** Responsibilities :wave:',
  );
  expect(respell('Role responsibilites', 'responsibilites', 'Responsibilities')).toBe('Role responsibilities');
  expect(respell('Respon*sibilites*', 'responsibilites', 'Responsibilities')).toBe('Responsibilities');
});
