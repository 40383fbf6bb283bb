import { expect, test } from 'vitest';
import { isPlaceholder } from '../../src/sections/not-yet.ts';
import { bodyOf, pageWith, verdictOn } from './role-page.ts';

test.each([
  ['TBD', true],
  ['TBD.', true],
  ['To be defined.', true],
  ['To be defined. Ann leads the team.', false],
  ['Ann leads the team. TBD.', false],
  ['Coming soon! TBD', true],
  ['TBD。TODO', true],
  ['Objective: TBD', true],
  ['Objective: win', false],
  ['', false],
  ['  ', false],
  ['…', true],
  ['-', true],
  ['🚧', true],
  ['작성 중입니다', true],
  ['작성 중', true],
  ['Der Inhalt folgt noch', true],
  ['Der ganze Inhalt folgt noch', true],
  ['Der ganze übrige Inhalt folgt noch', false],
  ['Inhalt folgt', false],
  ['Pilots limit work in progress', false],
  ['Work in progress', true],
  ['🚧 Ann', false],
  ['TBD. '.repeat(40), true],
  ['TBD. '.repeat(41), false],
])('%j holds the place of what is still to be written: %s', (text, is) => {
  expect(isPlaceholder(text)).toBe(is);
});

test.each([
  ['the first of them', `## OKRs\n\n${bodyOf('okrs').trim()}\n\n## OKRs\n\n`, 'okrs twice'],
  ['the last of them', `## OKRs\n\n## OKRs\n\n${bodyOf('okrs').trim()}\n\n`, 'okrs twice'],
  ['none of them', '## OKRs\n\n## OKRs\n\n', 'okrs empty, okrs twice'],
])('of two headings of one name %s has something below it', async (_, okrs, verdict) => {
  expect(await verdictOn(pageWith({ okrs }))).toBe(verdict);
});
