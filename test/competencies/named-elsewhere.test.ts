import { expect, test } from 'vitest';
import { namedElsewhere } from '../../src/competencies/named-elsewhere.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const level = (title: string, intro = '', headings = ['Craft', 'People']) =>
  `---\ntitle: ${title}\n---\n\n${intro}\n\n${headings.map((name) => `## ${name}\n\n- Ships.\n- Answers.\n\n`).join('')}`;
const LEVELS = ['Junior', 'Senior', 'Staff', 'Senior Manager'];
const DEPARTMENTS = ['tea', 'ale', 'ale/dark', 'ale/pale', 'rum'];
const fileOf = (department: string, name: string) => `careers/${department}/${name.toLowerCase().replace(' ', '-')}.md`;

/** What is said elsewhere on the page of Senior in Ale, which is written otherwise. */
async function said(text: string, page = fileOf('ale', 'Senior'), keys = ''): Promise<readonly string[]> {
  const files = Object.fromEntries(
    DEPARTMENTS.flatMap((department) => LEVELS.map((name) => [fileOf(department, name), level(name)] as const)),
  );
  const config = `site: github\nframeworks:\n  - name: careers\n    pages: careers/{department}/{level}.md\n${keys}`;
  const handbook = await memoryHandbook({ ...files, [page]: text }, { config });
  return frameworksOf(handbook)
    .flatMap((framework) => [...namedElsewhere(framework)])
    .filter((each) => each.page.path === page)
    .map(({ kind, says, own, range }) => `${kind} ${says}, not ${own}: ${text.slice(...range)}`);
}

test.each<[title: string, expected: readonly string[]]>([
  ['Senior', []],
  ['Senior in Ale', []],
  ['Staff', ['title Staff, not Senior: title: Staff']],
  ['Staff or Junior', []],
  ['Senior or Staff', []],
  ['Senior of Tea', ['title Tea, not Ale: title: Senior of Tea']],
  ['Senior of Tea and Rum', []],
  ['Senior of Ale and Tea', []],
  ['Staff of Tea', ['title Staff, not Senior: title: Staff of Tea', 'title Tea, not Ale: title: Staff of Tea']],
])('the title %s', async (title, expected) => {
  expect(await said(level(title))).toEqual(expected);
});

test.each<[title: string, expected: readonly string[]]>([
  ['Senior of Ale', []],
  ['Senior of Dark', []],
  ['Senior of Pale', ['title Pale, not Dark: title: Senior of Pale']],
])('on the page of a department within another one the title %s', async (title, expected) => {
  expect(await said(level(title), fileOf('ale/dark', 'Senior'))).toEqual(expected);
});

test.each<[heading: string, expected: readonly string[]]>([
  ['Senior Craft', []],
  ['Staff Craft', ['heading Staff, not Senior: Staff Craft']],
  ['Craft of Staff', []],
  ['Staff Pottery', []],
  ['Staff Competencies', ['heading Staff, not Senior: Staff Competencies']],
  ['Junior Competencies', []],
  ['Junior Leadership Competencies', ['heading Junior, not Senior: Junior Leadership Competencies']],
  ['Staff skills that we ask you for', []],
  ['Staff skills that we ask for', ['heading Staff, not Senior: Staff skills that we ask for']],
  ['Senior Staff skills', []],
  ['Staff', []],
])('the heading %s', async (heading, expected) => {
  expect(await said(level('Senior', '', ['Craft', 'People', heading]))).toEqual(expected);
});

test.each<[sentence: string, expected: string | null]>([
  ['Staff brew the beer.', null],
  ['Staff brew all the beer.', 'Staff, not Senior'],
  ['At the Staff you brew.', 'Staff, not Senior'],
  ['Every Staff brews our beer.', 'Staff, not Senior'],
  ['More than Staff you brew.', null],
  ['You brew and Staff helps.', null],
  ['You brew for the Staff.', null],
  ['What we ask of a Staff brewer.', 'Staff, not Senior'],
  ['What we ask of Crews, not of Staff.', null],
  ['This page lists the skills for Staff brewers.', 'Staff, not Senior'],
  ['What we ask of Staff and another level.', null],
  ['You brew at the Staff level.', 'Staff, not Senior'],
  ['You brew at level Staff.', 'Staff, not Senior'],
  ['You brew at the grade of Staff.', 'Staff, not Senior'],
  ['You brew at a level that we ask of Staff.', null],
  ['You brew at a Staff brewing and tasting level.', null],
  ['You brew like the Staff level.', null],
  ['The Tea department brews beer.', 'Tea, not Ale'],
  ['The tea team of ours brews.', 'Tea, not Ale'],
  ['The Tea room of the team brews.', null],
  ['The Tea team reports to the Rum team.', null],
  ['The Tea team and the Rum team brew.', null],
  ['The Ale team brews in the Tea team.', null],
  ['The Dark team brews beer.', null],
])('the sentence %s', async (sentence, expected) => {
  const found = expected === null ? [] : [`sentence ${expected}: ${sentence}`];
  expect(await said(level('Senior', `${sentence} More of it.`))).toEqual(found);
});

test('the first paragraph counts, and those right below headings', async () => {
  const heading = (between: string) =>
    level('Senior', 'Words.\n\nStaff brew all the beer.').replace('## Craft\n', `## Craft\n\n${between}\n`);
  expect(await said(heading(''))).toEqual([]);
  expect(await said(heading('Staff brew all the beer.'))).toEqual([
    'sentence Staff, not Senior: Staff brew all the beer.',
  ]);
  expect(await said(heading('Words.\n\nStaff brew all the beer.'))).toEqual([]);
  expect(await said(heading('### More\n\nStaff brew all the beer.'))).toEqual([]);
  expect(await said(level('Senior', '- One\n\nStaff brew all the beer.'))).toEqual([]);
  expect(await said(level('Senior', '**Staff** brew all the beer.'))).toEqual([
    'sentence Staff, not Senior: **Staff** brew all the beer.',
  ]);
});

test.each(['Staff', 'Head of ships'])('a level of two names is named by either: %s', async (title) => {
  const keys = '    levels: [junior, senior, {id: staff, names: [Staff, Head of ships]}]\n';
  expect(await said(level(title), fileOf('ale', 'Senior'), keys)).toEqual([`title Staff, not Senior: title: ${title}`]);
});

test('a level with a word in another language is that level', async () => {
  const page = fileOf('ale', 'Senior Manager');
  expect(await said(level('シニア Manager'), page)).toEqual([]);
  expect(await said(level('Staff の役割'), page)).toEqual(['title Staff, not Senior manager: title: Staff の役割']);
});

test('a level whose name has more words than the level that a title names is that level', async () => {
  const files = Object.fromEntries(
    ['tea', 'ale'].flatMap((department) =>
      ['Senior', 'Staff', 'Senior-Staff', 'Staff-Writers'].map((name) => [
        fileOf(department, name),
        level(name === 'Senior' ? name : 'Staff'),
      ]),
    ),
  );
  const config = 'site: github\nframeworks:\n  - {name: careers, pages: "careers/{department}/{level}.md"}\n';
  const [framework] = frameworksOf(await memoryHandbook(files, { config }));
  expect([...namedElsewhere(framework!)].map(({ says, own }) => `${says}, not ${own}`)).toEqual([
    'Staff, not Senior staff',
    'Staff, not Senior staff',
  ]);
});
