import { expect, test } from 'vitest';
import { ownersInFrontMatter, readCodeOwners } from '../../src/report/owners.ts';

test('the last pattern that matches decides, as on GitHub', () => {
  const owners = readCodeOwners(
    '# all\n* @top\n/docs/ @writers # for prose\n/docs/*.md @editors @more\n/docs/plain.md\n',
  );
  expect(owners('a.md')).toEqual(['@top']);
  expect(owners('docs/deep/a.md')).toEqual(['@writers']);
  expect(owners('docs/a.md')).toEqual(['@editors', '@more']);
  expect(owners('docs/plain.md')).toEqual([]);
});

test('each of GitLab’s sections decides for itself and lends its owners', () => {
  const owners = readCodeOwners(
    '* @top\n\n[Docs][2] @writers\n/docs/\n/docs/law/ @law\n!/docs/free.md\n\n^[People]\n/docs/people/ people@example.com\n\n[docs]\n/handbook/\n',
  );
  expect(owners('docs/a.md')).toEqual(['@top', '@writers']);
  expect(owners('docs/law/a.md')).toEqual(['@top', '@law']);
  expect(owners('docs/free.md')).toEqual(['@top']);
  expect(owners('docs/people/a.md')).toEqual(['@top', 'people@example.com', '@writers']);
});

test('a blank in a path stands behind a backslash', () => {
  expect(readCodeOwners('/team\\ pages/ @team\n')('team pages/a.md')).toEqual(['@team']);
});

test('front matter names owners by several keys, as a word or a list', () => {
  expect(ownersInFrontMatter({ Owner: 'Ada', maintainers: ['Grace', 7, ' '], title: 'x' })).toEqual(['Ada', 'Grace']);
  expect(ownersInFrontMatter(undefined)).toEqual([]);
});
