import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findCareerShapes } from '../../src/cli/init/career-shapes.ts';
import { findCareerTrees } from '../../src/cli/init/career-trees.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

/** What init proposes, and what a first run with it finds. */
async function firstRun(files: Files) {
  const careers = findCareerTrees(Object.keys(files));
  const plain = await memoryHandbook(files);
  const found = await findCareerShapes(plain, memoryTree(files), { careers, jobFamilies: null });
  const patterns = found.map(({ pattern }) => pattern);
  const config = `site: github\nframeworks:\n${patterns.map((pages) => `  - {name: growth, pages: '${pages}'}\n`).join('')}`;
  const handbook = await memoryHandbook(files, { config });
  const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
  const { findings } = lint(handbook, { rules: judging, known: rules.map(({ id }) => id) });
  const [framework] = frameworksOf(handbook);
  return {
    patterns,
    levels: framework?.levels.map(({ name }) => name),
    departments: framework?.departments.filter(({ levels }) => levels.size > 0).map(({ id }) => id),
    groups: framework?.groups.map(({ name }) => name),
    findings: findings.map(({ path, start, message }) => `${path}:${start.line} ${message}`),
  };
}

const departments = ['dock', 'deck', 'sail', 'galley'];
const pagesOf = (text: (department: string) => string): Files =>
  Object.fromEntries(departments.map((name) => [`careers/${name}.md`, text(name)]));

const asked = {
  Junior: { Craft: ['Keeps the log of each watch', 'Reads the chart'], Crew: ['Asks before a knot slips'] },
  Senior: { Craft: ['Plans a passage of three days', 'Trims all sails'], Crew: ['Teaches two apprentices a year'] },
};
type Level = keyof typeof asked;
const levels = ['Junior', 'Senior'] as const;
const lines = (items: readonly string[], before = '') => items.map((item) => `${before}- ${item}\n`).join('');
const groups = (level: Level, title: (name: string) => string) =>
  Object.entries(asked[level])
    .map(([name, items]) => `${title(name)}\n\n${lines(items)}`)
    .join('\n');

describe('groups as lines of italic words', () => {
  const page = levels.map((level) => `## ${level}\n\n${groups(level, (name) => `*${name}*`)}`).join('\n');
  const bold = levels.map((level) => `**${level}**\n\n${groups(level, (name) => `_${name}:_`)}`).join('\n');

  test.each([
    ['headings', page],
    ['bold words', bold],
  ])('are read below levels as %s', async (_, text) => {
    const run = await firstRun(pagesOf(() => text));
    expect(run).toMatchObject({ levels: ['Junior', 'Senior'], groups: ['Craft', 'Crew'], findings: [] });
  });

  const above = (line: string) =>
    levels.map((level) => `## ${level}\n\n${line}${lines(Object.values(asked[level]).flat())}`).join('\n');
  test.each([
    ['a remark', above('*Last changed in May*\n\n'), above('')],
    ['a way to begin', above('*All of before, plus:*\n\n'), above('')],
    ['two remarks', above('*Two to 6 years*\n\n*Nice to have*\n\n'), above('*Two to 6 years*\n\n')],
  ])('are not %s', async (_, text, other) => {
    const run = await firstRun({ ...pagesOf(() => text), 'careers/sail.md': other });
    expect(run).toMatchObject({ groups: [], findings: [] });
  });

  test('yield to lines of bold words', async () => {
    const remark = (name: string) => `**${name}**\n\n*How it is for ${name}*`;
    const text = levels.map((level) => `## ${level}\n\n${groups(level, remark)}`).join('\n');
    const run = await firstRun({ ...pagesOf(() => text), 'careers/sail.md': text.replace(/\*How .*\*\n\n/, '') });
    expect(run).toMatchObject({ groups: ['Craft', 'Crew'], findings: [] });
  });

  test('one that holds "TBD" is told once', async () => {
    const todo = page.replace(lines(asked.Senior.Craft), 'TBD\n');
    const { findings } = await firstRun({ ...pagesOf(() => page), 'careers/sail.md': todo });
    expect(findings).toEqual([
      'careers/sail.md:16 "TBD" is no competency. Write what Sail, Senior asks for under Craft, or remove this.',
    ]);
  });
});

test('a bold name with "TBD" below it stays the name of its group', async () => {
  const nested = (level: Level) =>
    Object.entries(asked[level])
      .map(([name, items]) => `- **${name}**\n${lines(items, '    ')}`)
      .join('');
  const page = levels.map((level) => `## ${level}\n\n${nested(level)}`).join('\n');
  const todo = page.replace(lines(asked.Senior.Craft, '    '), '    TBD\n');
  const { findings } = await firstRun({ ...pagesOf(() => page), 'careers/sail.md': todo });
  expect(findings).toEqual([
    'careers/sail.md:12 "TBD" is no competency. Write what Sail, Senior asks for under Craft, or remove this.',
  ]);
});

test('a misspelt heading above a column for each level is told once', async () => {
  const row = (name: 'Craft' | 'Crew') => levels.map((level) => asked[level][name].join('<br>')).join(' | ');
  const table = (name: 'Craft' | 'Crew') => `## ${name}\n\n| Junior | Senior |\n| --- | --- |\n| ${row(name)} |\n`;
  const page = `${table('Craft')}\n${table('Crew')}`;
  const misspelt = page.replace('## Craft', '## Crafft');
  const { findings } = await firstRun({ ...pagesOf(() => page), 'careers/sail.md': misspelt });
  expect(findings).toEqual(['careers/sail.md:3 The heading "Crafft" looks like a misspelling of "Craft". Correct it.']);
});

test('sheets to judge people by are no departments, and their grades are no competencies', async () => {
  const page = levels.map((level) => `## ${level}\n\n${groups(level, (name) => `### ${name}`)}`).join('\n');
  const sheet =
    '# From Junior\n\n| Skill | Junior | Senior |\n| --- | --- | --- |\n| Knots | Advanced (5) | Expert (7) |\n';
  const files = { ...pagesOf(() => page), 'careers/evaluation system/junior_to_senior.md': sheet };
  expect(await firstRun(files)).toMatchObject({ departments: [...departments].sort(), findings: [] });
});

describe('tracks', () => {
  const track = (name: string, depth: string, noun: string) =>
    `${depth} ${name}\n\n${['1', '2', '3']
      .map(
        (level) =>
          `${depth}# Level ${level}\n\n- **Craft:** Owns ${level} ${noun} of the fleet.\n- **Crew:** Leads ${level} ${noun} crews.\n`,
      )
      .join('\n')}`;

  test('of one page that repeat "Level 1" are told apart', async () => {
    const ladder = `# Growth\n\n${track('Sailors', '##', 'small')}\n${track('Managers', '##', 'whole')}`;
    const run = await firstRun({ 'career-ladder.md': ladder });
    expect(run).toMatchObject({
      departments: ['managers', 'sailors'],
      levels: ['Level 1', 'Level 2', 'Level 3'],
      findings: [],
    });
  });

  test('of a department are its teams, and a group that one lacks is told there', async () => {
    const files = {
      ...Object.fromEntries(
        ['dock', 'deck'].map((name) => [`careers/${name}.md`, track('Levels', '##', name).slice(11)]),
      ),
      'careers/sail.md': `${track('Sailing track', '##', 'rigged')}\n${track('Racing track', '##', 'racing').replace(/- \*\*Crew:\*\* Leads 2 .*\n/, '')}`,
    };
    const run = await firstRun(files);
    expect(run.departments).toEqual(['deck', 'dock', 'sail/racing-track', 'sail/sailing-track']);
    expect(run.findings).toEqual([
      'careers/sail.md:25 Racing track, Level 2 lacks the group Crew, which other pages of this framework have. Add a heading with a list below it.',
    ]);
  });

  test.each([
    ['Leader', 'Mentor', 'Builder'],
    ['Project management', 'People management'],
  ])('are not the groups %s and %s', async (...names) => {
    const group = (name: string) =>
      `## ${name}\n\n${levels.map((level) => `### ${level}\n\n- Sails as ${level} ${name} all day.\n`).join('\n')}`;
    const run = await firstRun(pagesOf(() => names.map(group).join('\n')));
    expect(run).toMatchObject({ departments: [...departments].sort(), groups: names });
  });

  test('of people who manage begin and end at levels of their own', async () => {
    const ladder = (from: number, to: number, name: string) =>
      [1, 2, 3, 4, 5]
        .slice(from - 1, to)
        .map(
          (level) =>
            `## Level ${level}\n\n- Owns ${level} ${name} of the fleet.\n- Sails to ${level} ports for ${name}.\n`,
        )
        .join('\n');
    const makers = Object.fromEntries(departments.map((name) => [`careers/${name}.md`, ladder(1, 5, name)]));
    const run = await firstRun({ ...makers, 'careers/fleet-managers.md': ladder(3, 5, 'managers') });
    expect(run.findings).toEqual([]);
    const gap = ladder(3, 5, 'managers').replace(/## Level 4[^#]*/, '');
    expect((await firstRun({ ...makers, 'careers/fleet-managers.md': gap })).findings).toEqual([
      'careers/fleet-managers.md:1 Fleet managers has no heading for Level 4, which other departments have. Write it, or list in handbook.yaml which levels Fleet managers has.',
    ]);
  });
});

describe('names of files', () => {
  const level = (name: string, level: string) =>
    `## Craft\n\n- Sails ${name} as ${level} do.\n- Knows all ${name} ports by heart.\n`;
  const named = (ids: readonly string[], path: (name: string, id: string) => string): Files =>
    Object.fromEntries(departments.flatMap((name) => ids.map((id) => [path(name, id), level(name, id)])));

  test.each([
    [
      'mid-level',
      named(['junior', 'mid-level', 'senior'], (name, id) => `ladder/${name}-${id}.md`),
      ['Junior', 'Mid level', 'Senior'],
    ],
    [
      'level-2',
      named(['level-1', 'level-2', 'level-3'], (name, id) => `ladder/${name}-${id}.md`),
      ['Level 1', 'Level 2', 'Level 3'],
    ],
    ['a language', named(['junior', 'senior'], (name, id) => `ladder/${name}/${id}.en.md`), ['Junior', 'Senior']],
    ['a Roman number', named(['I', 'II', 'III'], (name, id) => `${name}_engineer_${id}.md`), ['I', 'II', 'III']],
  ])('may hold %s', async (_, files, names) => {
    const run = await firstRun(files);
    expect(run.patterns).toHaveLength(1);
    expect(run.levels).toEqual(names);
  });

  test('hold a language that handbook.yaml lists as part of them', async () => {
    const files = named(['junior', 'senior'], (name, id) => `ladder/${name}/${id}.en.md`);
    const config = `site: github\nframeworks:\n  - {name: growth, pages: 'ladder/{department}/{level}.md', levels: [junior.en, senior.en]}\n`;
    const handbook = await memoryHandbook(files, { config });
    expect(frameworksOf(handbook)[0]?.levels.map(({ id }) => id)).toEqual(['junior.en', 'senior.en']);
    expect(lint(handbook, { rules }).findings).toEqual([]);
  });

  test('count the levels, though an index links to the first and the last before all others', async () => {
    const ids = ['l1', 'l2', 'l3', 'l4'];
    const links = ids.map((id) => `- [${id}](${id}.md)\n`).join('');
    const files = {
      ...Object.fromEntries(ids.map((id) => [`ladder/${id}.md`, level('ships', id)])),
      'ladder/README.md': `From [first](l1.md) to [last](l4.md).\n\n${links}`,
    };
    expect((await firstRun(files)).levels).toEqual(['L1', 'L2', 'L3', 'L4']);
  });
});
