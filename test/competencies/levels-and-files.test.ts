import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findCareerShapes } from '../../src/cli/init/career-shapes.ts';
import { levelIdOf } from '../../src/competencies/reading/places/level-ids.ts';
import { makeLevel } from '../../src/competencies/reading/places/levels.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));

async function messagesOn(files: Readonly<Record<string, string>>, pages: string): Promise<readonly string[]> {
  const config = `site: github\nframeworks:\n  - name: growth\n    pages: ${pages}\n`;
  const handbook = await memoryHandbook(files, { config });
  return lint(handbook, { rules: judging, known: rules.map(({ id }) => id) }).findings.map(({ message }) => message);
}

async function proposed(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const shapes = await findCareerShapes(await memoryHandbook(files), memoryTree(files), {
    careers: [],
    jobFamilies: null,
  });
  return shapes.map(({ pattern }) => pattern);
}

test.each([
  'Key objective #1',
  'Project 2',
  'Behavior 1',
  'Checklist 3',
  'Layer 2',
  'Initiative 4',
  'Step 1: Ask',
  'Stage 2',
])('"%s" names no level', (text) => expect(levelIdOf(text)).toBe(null));

test.each([
  ['Engineer 2', '2'],
  ['Sales Representative III', '3'],
  ['Architect 1', '1'],
])('"%s" names level %s', (text, level) => expect(levelIdOf(text)).toBe(level));

test.each([
  ['confirme', 'Confirmé'],
  ['senior-experimente', 'Senior expérimenté'],
  ['junior', 'Junior'],
  ['constructor', 'Constructor'],
  ['L3', 'L3'],
])('the level %s is called %s', (id, name) => expect(makeLevel(id, 0).name).toBe(name));

const items = (of: string) => `- Ships ${of} on time and in full.\n- Answers for ${of} in public.\n`;
const ladder = (groups: readonly string[]) =>
  ['Junior', 'Senior', 'Staff']
    .map((level) => `## ${level}\n\n${groups.map((name) => `### ${name}\n\n${items(`${level} ${name}`)}\n`).join('')}`)
    .join('');

test('what a file lacks at all its levels is told once', async () => {
  const whole = ladder(['Craft', 'People']);
  const files = { 'a/tea.md': whole, 'a/ale.md': whole, 'a/rum.md': whole, 'a/gin.md': ladder(['Craft']) };
  expect((await messagesOn(files, 'a/{department}.md')).filter((message) => message.includes('group'))).toEqual([
    'Gin lacks the group People at every level, which other pages of this framework have. Add a heading with a list below it.',
  ]);
});

test('a file of several levels in prose is told once', async () => {
  const whole = ladder(['Craft', 'People']);
  const prose = whole.replace(/^- (.*)\n- (.*)$/gm, '$1 $2');
  const files = { 'a/tea.md': whole, 'a/ale.md': whole, 'a/rum.md': whole, 'a/gin.md': prose };
  expect(await messagesOn(files, 'a/{department}.md')).toEqual([
    'The framework "growth" finds no list of competencies here. Write them as a list, or add this page to exclude in handbook.yaml.',
  ]);
});

test('a table that leaves many cells empty has no gaps', async () => {
  const row = (name: string, cells: readonly string[]) => `| ${name} | ${cells.join(' | ')} |\n`;
  const full = (name: string) =>
    row(
      name,
      ['Junior', 'Senior', 'Staff'].map((level) => `Knows ${name} as ${level} do`),
    );
  const head = '| Skill | Junior | Senior | Staff |\n| --- | --- | --- | --- |\n';
  const gap = row('Maps', ['', 'Draws maps of the coast', 'Draws maps of the seas']);
  const gaps = (table: string) => messagesOn({ 'a/sea.md': `# Sea\n\n${head}${table}` }, 'a/{department}.md');
  expect(await gaps(['Knots', 'Sails', 'Tides', 'Ropes', 'Winds'].map(full).join('') + gap)).toHaveLength(1);
  expect(
    await gaps(full('Knots') + ['Maps', 'Charts', 'Stars', 'Reefs'].map((name) => gap.replace('Maps', name)).join('')),
  ).toEqual([]);
});

test('forms, fixtures and guides from one level to the next are not proposed', async () => {
  const page = ladder(['Craft']);
  expect(await proposed({ 'growth/tea.md': page, 'growth/ale.md': page })).toEqual(['growth/{department}.md']);
  expect(await proposed({ 'review-templates/tea.md': page, 'review-templates/ale.md': page })).toEqual([]);
  expect(await proposed({ 'onboarding/tea.md': page, 'onboarding/ale.md': page })).toEqual([]);
  const csv = 'name,department,Junior,Senior\nA. Bell,tea,x,\nB. Cole,tea,,x\nC. Dunn,ale,x,\n';
  expect(await proposed({ 'README.md': '# Home\n', 'people/tea.csv': csv, 'people/ale.csv': csv })).toEqual([]);
  const step = (from: string, to: string) =>
    `# From ${from} to ${to}\n\n## ${from}\n\n${items(from)}\n## ${to}\n\n${items(to)}`;
  const guides = [
    ['L1', 'L2'],
    ['L2', 'L3'],
    ['L3', 'L4'],
    ['L4', 'L5'],
    ['L5', 'L6'],
    ['L6', 'L7'],
  ] as const;
  expect(
    await proposed(Object.fromEntries(guides.map(([from, to]) => [`guides/from-${from}.md`, step(from, to)]))),
  ).toEqual([]);
});

const rolePage = (name: string) =>
  `# ${name}\n\n## Craft\n\n${items(name)}\n## People\n\n${items(`people of ${name}`)}`;
const filesOf = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`${name}.md`, rolePage(name)]));

test.each([
  [
    'a code and a word',
    filesOf(...['rigger', 'cook'].flatMap((role) => ['l1-junior', 'l2-senior'].map((level) => `a/${level}-${role}`))),
    ['a/{level}-{department}.md'],
  ],
  ['the levels of one role', filesOf('a/junior-rigger', 'a/senior-rigger', 'a/staff-rigger'), ['a/{level}-rigger.md']],
  ['two levels of one role', filesOf('a/junior-rigger', 'a/senior-rigger'), []],
  [
    'levels of one role among other pages',
    filesOf('a/junior-rigger', 'a/senior-rigger', 'a/staff-rigger', 'a/tea', 'a/rum', 'a/ale', 'a/gin'),
    [],
  ],
  ['folders named like levels', filesOf('manager/x', 'lead/x', 'staff/x'), []],
])('names of files with %s', async (_, files, patterns) => {
  expect(await proposed(files)).toEqual(patterns);
});

test('a department of managers is not asked for the levels of makers', async () => {
  const page = (...levels: readonly string[]) => levels.map((level) => `## ${level}\n\n${items(level)}`).join('\n');
  const makers = page('IC1', 'IC2', 'IC3');
  const files = { 'a/tea.md': makers, 'a/ale.md': makers, 'a/rum.md': makers, 'a/boss.md': page('M1', 'M2') };
  expect(await messagesOn(files, 'a/{department}.md')).toEqual([]);
  expect(await messagesOn({ ...files, 'a/gin.md': page('IC1', 'IC2') }, 'a/{department}.md')).toEqual([
    'Gin has no heading for IC3, which other departments have. Write it, or list in handbook.yaml which levels Gin has.',
  ]);
});

test('a department that begins below all others ends where it will, and a gap in it is told', async () => {
  const pages = (role: string, ...levels: readonly number[]) =>
    levels.map((level) => [`a/${role} ${level}.md`, rolePage(`${role} ${level}`)] as const);
  const gaps = async (...sailor: readonly number[]) => {
    const all = [...pages('Captain', 3, 4, 5), ...pages('Steward', 3, 4, 5), ...pages('Sailor', ...sailor)];
    const messages = await messagesOn(Object.fromEntries(all), 'a/{department} {level}.md');
    return messages.filter((each) => each.includes(' has no page for ')).map((each) => each.split(',')[0]);
  };
  expect(await gaps(1, 2, 3, 4)).toEqual([]);
  expect(await gaps(1, 2, 4)).toEqual(['Sailor has no page for Level 3']);
  expect(await gaps(3, 4)).toEqual(['Sailor has no page for Level 5']);
});

test('two teams of one name are called by their departments as well', async () => {
  const asks = (level: string) => `# ${level}\n\n- Keeps the log of each ${level} watch\n- Reads the chart\n`;
  const teams = ['east/mast', 'north/deck', 'north/hold', 'south/deck', 'south/mess'];
  const files = Object.fromEntries(
    teams.flatMap((team) => ['junior', 'senior'].map((level) => [`crew/${team}/${level}.md`, asks(level)])),
  );
  const config = 'site: github\nframeworks:\n  - name: crew\n    pages: crew/{department}/{level}.md\n';
  const [framework] = frameworksOf(await memoryHandbook(files, { config }));
  const named = framework?.departments.map(({ name }) => name);
  expect(named).toEqual(['East', 'East', 'North', 'North Deck', 'Hold', 'South', 'South Deck', 'Mess']);
});

test.each([
  ['design.de.md beside design.md', '', 'de'],
  ['design.pt-BR.md beside design.en.md', '.en', 'pt-BR'],
])('a translation, %s, is no department of its own', async (_, original, language) => {
  const whole = ladder(['Craft', 'People']);
  const translated = whole.replaceAll('Ships', 'Liefert').replaceAll('on time and in full', 'rechtzeitig und ganz');
  const pages = ['tea', 'ale', 'rum', 'gin', 'rye'].flatMap((name) => [
    [`a/${name}${original}.md`, name === 'gin' ? whole.replace('- Answers for Senior Craft in public.\n', '') : whole],
    ...(name === 'rye' ? [] : [[`a/${name}.${language}.md`, translated]]),
  ]);
  const files = { 'a/README.md': '# All\n', [`a/README.${language}.md`]: '# Alle\n', ...Object.fromEntries(pages) };
  expect(await proposed(files)).toEqual(['a/{department}.md']);
  expect(await messagesOn(files, 'a/{department}.md')).toEqual([
    expect.stringMatching(/^Gin(?:.en)?, Senior lacks "Answers for Senior Craft in public" under Craft, which /i),
  ]);
});

test('files that end like languages and have no original are departments', async () => {
  const whole = ladder(['Craft', 'People']);
  const files = Object.fromEntries(['sales.us', 'sales.uk', 'sales.de'].map((name) => [`a/${name}.md`, whole]));
  const handbook = await memoryHandbook(files, {
    config: 'site: github\nframeworks:\n  - {name: a, pages: "a/sales.{department}.md"}\n',
  });
  expect(frameworksOf(handbook)[0]?.departments.map(({ id }) => id)).toEqual(['de', 'uk', 'us']);
});
