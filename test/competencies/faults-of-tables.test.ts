import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findCareerShapes } from '../../src/cli/init/career-shapes.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

const levels = ['Junior', 'Senior', 'Staff'] as const;
const water = {
  Junior: ['Keeps the log of each watch', 'Reads the chart before every turn'],
  Senior: ['Plans a passage of three days', 'Picks an anchorage for any wind'],
  Staff: ['Decides when the fleet stays in port', 'Charts coasts nobody has charted'],
};
const people = {
  Junior: ['Wakes the next watch in time', 'Asks before a rope is cut'],
  Senior: ['Teaches others to read the chart', 'Settles quarrels below deck'],
  Staff: ['Chooses the masters of new ships', 'Speaks for the crews at court'],
};
const departments = ['deck', 'dock', 'galley', 'sail'];
const list = (items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');

async function findingsOf(files: Files, pages = "'careers/{department}.md'"): Promise<readonly string[]> {
  const config = `site: github\nframeworks:\n  - name: careers\n    pages: ${pages}\n`;
  const handbook = await memoryHandbook(files, { config });
  const { findings } = lint(handbook, {
    rules: rules.filter(({ id }) => id.startsWith('handbook-competency-')),
    known: rules.map(({ id }) => id),
  });
  return findings.map(
    ({ path, start, rule, message }) => `${path}:${start.line} ${rule.replace('handbook-competency-', '')} ${message}`,
  );
}

/** Careers of all departments, of which that of sail is written otherwise. */
const careers = (write: (department: string) => string, sail: (text: string) => string): Files =>
  Object.fromEntries(
    departments.map((name) => [`careers/${name}.md`, name === 'sail' ? sail(write(name)) : write(name)]),
  );
const row = (level: (typeof levels)[number]) =>
  `| ${level} | ${water[level].join('<br>')} | ${people[level].join('<br>')} |\n`;
const rows = () => `# Careers\n\n| Level | Water | People |\n| --- | --- | --- |\n${levels.map(row).join('')}`;
const columns = () =>
  `# Careers\n\n| Topic | ${levels.join(' | ')} |\n| --- | --- | --- | --- |\n${[0, 1]
    .flatMap((at) => [
      `| Water ${at} | ${levels.map((level) => water[level][at]).join(' | ')} |\n`,
      `| People ${at} | ${levels.map((level) => people[level][at]).join(' | ')} |\n`,
    ])
    .join('')}`;
const headings = () =>
  `# Careers\n\n${levels.map((level) => `## ${level}\n\n### Water\n\n${list(water[level])}\n### People\n\n${list(people[level])}\n`).join('')}`;
const second =
  'This level stands here a second time, and what it asks for is not compared. Put the two together, or correct the name.';

describe('a level that is named twice', () => {
  test('by rows of a table is told at the second row, which is not read', async () => {
    const sail = (text: string) => `${text}| Senior | Knows the tide by heart | ${people.Senior.join('<br>')} |\n`;
    expect(await findingsOf(careers(rows, sail))).toEqual([`careers/sail.md:8 unread ${second}`]);
  });

  test('by a row that fills what the row above it leaves empty is no second one', async () => {
    const sail = (text: string) =>
      text.replace(
        row('Senior'),
        `| Senior | ${water.Senior.join('<br>')} | |\n| Senior | | ${people.Senior.join('<br>')} |\n`,
      );
    expect((await findingsOf(careers(rows, sail))).filter((each) => each.includes(second))).toEqual([]);
  });

  test('in a table of one competency a row is no second one', async () => {
    const write = () =>
      `# Careers\n\n| Level | What |\n| --- | --- |\n${levels.flatMap((level) => [...water[level], ...people[level]].map((each) => `| ${level} | ${each} |\n`)).join('')}`;
    expect(await findingsOf(careers(write, (text) => text))).toEqual([]);
  });

  test.each([
    ['tabs', (level: string, text: string) => `<TabItem value="x" label="${level}">\n\n${text}</TabItem>\n\n`],
    ['details', (level: string, text: string) => `<details>\n<summary>${level}</summary>\n\n${text}</details>\n\n`],
    ['bold lines', (level: string, text: string) => `**${level}**\n\n${text}\n`],
  ])('by %s is told there', async (_, part) => {
    const write = (department: string) =>
      `# Careers\n\n${[...levels, ...(department === 'sail' ? [levels[1]] : [])]
        .map((level) => part(level, list(water[level])))
        .join('')}`;
    const found = await findingsOf(careers(write, (text) => text));
    expect(found).toEqual([
      expect.stringMatching(/^careers\/sail\.md:\d+ unread This level stands here a second time/),
    ]);
  });
});

test('a row that lacks a cell is told once', async () => {
  const sail = (text: string) => text.replace(` | ${water.Staff[1]} |`, ' |');
  expect(await findingsOf(careers(columns, sail))).toEqual([
    'careers/sail.md:7 unread This row has another number of cells than the head of its table. Add what is missing, or remove what is too much.',
  ]);
});

test('a list that is struck out as a whole is told as that', async () => {
  const sail = (text: string) =>
    text.replace(list(water.Senior), water.Senior.map((each) => `- ~~${each}~~\n`).join(''));
  expect(await findingsOf(careers(headings, sail))).toEqual([
    'careers/sail.md:17 structure Sail, Senior asks for nothing under "Water", since all of it is struck out. Write what is asked for, or remove the heading.',
  ]);
});

describe('a level that is misspelt', () => {
  const told = '"Senoir" looks like a misspelling of the level "Senior", which Sail lacks. Correct it.';
  test.each<[string, () => string, number]>([
    ['heading', headings, 15],
    ['row', rows, 6],
    ['column', columns, 3],
  ])('as a %s is told there', async (_, write, line) => {
    const sail = (text: string) => text.replaceAll('Senior', 'Senoir');
    expect(await findingsOf(careers(write, sail))).toEqual([`careers/sail.md:${line} coverage ${told}`]);
  });

  test('as a file is told there', async () => {
    const files = Object.fromEntries(
      departments.flatMap((name) =>
        levels.map((level) => [
          `careers/${name}/${name === 'sail' && level === 'Senior' ? 'senoir' : level.toLowerCase()}.md`,
          `# Careers\n\n## Water\n\n${list(water[level])}\n## People\n\n${list(people[level])}`,
        ]),
      ),
    );
    expect(await findingsOf(files, "'careers/{department}/{level}.md'")).toEqual([
      'careers/sail/senoir.md:1 coverage Sail has no page for Senior, and this page reads like it. Rename the file so that its name is senior.',
    ]);
  });

  test('is no level below it that is written with its name', async () => {
    const sail = (text: string) => text.replaceAll('Senior', 'Semi-Senoir');
    expect(await findingsOf(careers(headings, sail))).toEqual([
      expect.stringContaining('Sail has no heading for Senior, which other departments have'),
    ]);
  });

  test('is no other heading that differs by a letter at another depth', async () => {
    const sail = (text: string) =>
      text
        .replace(/## Staff.*/s, '')
        .replace('# Careers\n', '# Careers\n\nSee below.\n\n#### Stuff\n\nIt is on the pier.\n');
    expect(await findingsOf(careers(headings, sail))).toEqual([
      'careers/sail.md:1 coverage Sail has no heading for Staff, which other departments have. Write it, or list in handbook.yaml which levels Sail has.',
    ]);
  });
});

test.each([
  ['Coming soon.', 1],
  ['We are working on this section.', 1],
  ['Talk to your master twice a year about where you stand.', 0],
])('a page beside those of departments that says "%s" is told %i times', async (text, times) => {
  const files = { ...careers(headings, (each) => each), 'careers/pier.md': `# Pier\n\n${text}\n` };
  expect(await findingsOf(files)).toHaveLength(times);
});

test('a misspelt group with a word for its kind is told as misspelt', async () => {
  const write = () => headings().replaceAll('### People', '### People expectations');
  expect(await findingsOf(careers(write, (text) => text.replace('### People', '### Poeple')))).toEqual([
    'careers/sail.md:10 structure The heading "Poeple expectations" looks like a misspelling of "People expectations". Correct it.',
  ]);
});

describe('pages of one level each with the departments as headings', () => {
  const part = (department: string, level: (typeof levels)[number]) =>
    `## ${department}\n\n### Water\n\n${list(water[level])}- Knows the ${department} as a ${level}\n\n### People\n\n${list(people[level])}\n`;
  const pages = (edit: (text: string) => string = (text) => text): Files =>
    Object.fromEntries(
      levels.map((level) => {
        const text = `# ${level}\n\n${departments.map((name) => part(name, level)).join('')}`;
        return [`ladder/${level.toLowerCase()}.md`, level === 'Senior' ? edit(text) : text];
      }),
    );

  test('are proposed, and right as written', async () => {
    const handbook = await memoryHandbook(pages());
    const found = await findCareerShapes(handbook, memoryTree(pages()), { careers: [], jobFamilies: null });
    expect(found.map(({ pattern, departments }) => [pattern, departments])).toEqual([['ladder/{level}.md', 4]]);
    expect(await findingsOf(pages(), 'ladder/{level}.md')).toEqual([]);
  });

  test.each<[string, (text: string) => string, string]>([
    [
      'a department that lacks the level is told on its page',
      (text) => text.replace(part('galley', 'Senior'), ''),
      'ladder/senior.md:1 coverage Galley has no heading for Senior, which other departments have. Write it, or list in handbook.yaml which levels Galley has.',
    ],
    [
      'what a department leaves out is told at its list',
      (text) => text.replace(`## galley\n\n### Water\n\n- ${water.Senior[0]}\n`, '## galley\n\n### Water\n\n'),
      `ladder/senior.md:33 shared galley, Senior lacks "${water.Senior[0]}" under Water, which deck, dock and sail have. Add it, or agree that nobody asks for it.`,
    ],
    [
      'a department that stands there twice is told there',
      (text) => `${text}## deck\n\n### Water\n\n- Hides in the hold\n`,
      `ladder/senior.md:55 unread ${second}`,
    ],
  ])('%s', async (_, edit, expected) => {
    const found = await findingsOf(pages(edit), 'ladder/{level}.md');
    expect(found.map((each) => each.toLowerCase())).toEqual([expected.toLowerCase()]);
  });

  test('are of groups where no competency comes again', async () => {
    const files = Object.fromEntries(
      levels.map((level) => [
        `ladder/${level.toLowerCase()}.md`,
        `# ${level}\n\n## Water\n\n### How?\n\n${list(water[level])}\n## People\n\n### How?\n\n${list(people[level])}`,
      ]),
    );
    expect(await findingsOf(files, 'ladder/{level}.md')).toEqual([]);
  });
});
