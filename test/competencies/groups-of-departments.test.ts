import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const levels = ['junior', 'senior', 'staff'] as const;
type Levels = (typeof levels)[number];
const departments = ['deck', 'dock', 'galley', 'sail'] as const;
type Groups = readonly string[];
const usual: Groups = ['Craft', 'Crew', 'Care'];

/** Each level page of each department has a list of its own below each of its groups. */
async function findingsOf(groupsOf: (department: string, level: Levels) => Groups): Promise<readonly string[]> {
  const pages = departments.flatMap((department) =>
    levels.map((level) => {
      const groups = groupsOf(department, level).map(
        (name) =>
          `## ${name}\n\n- Shows ${name} of a ${level} on the ${department} pier\n- Keeps the ${department} books of ${name} at ${level}\n`,
      );
      return [`careers/${department}/${level}.md`, `# ${level}\n\n${groups.join('\n')}`] as const;
    }),
  );
  const config = 'site: github\nframeworks:\n  - name: careers\n    pages: careers/{department}/{level}.md\n';
  const handbook = await memoryHandbook(Object.fromEntries(pages), { config });
  const { findings } = lint(handbook, { rules: rules.filter(({ id }) => id === 'handbook-competency-structure') });
  return findings.map(({ path, message }) => `${path} ${message}`);
}

const sailHas =
  (groups: Groups, at: readonly string[] = levels) =>
  (department: string, level: string): Groups =>
    department === 'sail' && at.includes(level) ? groups : usual;

describe('a group that a department lacks', () => {
  test('is told on each of its pages', async () => {
    const told = (await findingsOf(sailHas(['Craft', 'Crew']))).map((each) => each.replace(/ lacks .*/, ''));
    expect(told).toEqual(
      levels.map((level) => expect.stringMatching(new RegExp(`^careers/sail/${level}.md Sail, ${level}$`, 'i'))),
    );
  });

  test('is not told at a level at which no department has it', async () =>
    expect(await findingsOf((_, level) => (level === 'junior' ? ['Craft', 'Crew'] : usual))).toEqual([]));

  test('is told at a level at which another one has it', async () => {
    const told = await findingsOf((name, level) => (level === 'junior' && name !== 'deck' ? ['Craft', 'Crew'] : usual));
    expect(told.map((each) => each.replace(/ lacks .*/, ''))).toEqual(
      ['dock', 'galley', 'sail'].map((name) => expect.stringMatching(new RegExp(`^careers/${name}/junior.md`))),
    );
  });

  test('at one level is told there', async () =>
    expect(await findingsOf(sailHas(['Craft', 'Crew'], ['senior']))).toEqual([
      'careers/sail/senior.md Sail, Senior lacks the group Care, which other pages of this framework have. Add a heading with a list below it.',
    ]));

  test('and that has another name at every level is told once, with it', async () =>
    expect(await findingsOf(sailHas(['Craft', 'Crew', 'Custody']))).toEqual([
      'careers/sail/junior.md Sail lacks the group Care at every level, which other pages of this framework have. "Custody", which only this department has, may stand in its place. Use one name for both, or give this department a profile in handbook.yaml.',
    ]));
});

test.each<[string, (level: Levels) => Groups]>([
  ['the same at each level', () => ['Ropes', 'Knots', 'Masts']],
  ['others at each level', (level) => (level === 'staff' ? ['Ropes', 'Fleets'] : ['Ropes', 'Knots', 'Masts'])],
])('a department with none of the groups and several others, %s, is asked for none', async (_, groups) =>
  expect(await findingsOf((department, level) => (department === 'sail' ? groups(level) : usual))).toEqual([]),
);

test('a department that has groups of its own is not asked for the only one that others share', async () => {
  const groups = (name: string): Groups =>
    name === 'sail' ? ['Wind', 'Cloth', 'Knots'] : ['Craft', `Rules of the ${name}`, `Songs of the ${name}`];
  expect(await findingsOf(groups)).toEqual([]);
});

describe('a list of the base page', () => {
  const shared = [
    'Plans a passage of three days',
    'Picks an anchorage for any wind',
    'Corrects the compass twice a year',
  ];
  const own = (department: string) => `- Knows the ${department} pier\n- Paints the ${department} gate\n`;
  const base = `# Senior\n\n## Craft\n\n${shared.map((each) => `- ${each}\n`).join('')}`;
  const page = (text: (department: string) => string) =>
    Object.fromEntries(
      departments.map((name) => [`careers/${name}/senior.md`, `# Senior\n\n## Craft\n\n${text(name)}`]),
    );

  async function findings(text: (department: string) => string): Promise<readonly string[]> {
    const config = 'site: github\nframeworks:\n  - name: careers\n    pages: careers/{department}/{level}.md\n';
    const files = {
      'careers/senior.md': base,
      'careers/junior.md': '# Junior\n\n## Craft\n\n- Keeps the log\n',
      ...page(text),
    };
    const handbook = await memoryHandbook(files, { config });
    const { findings } = lint(handbook, { rules: rules.filter(({ id }) => id === 'handbook-competency-shared') });
    return findings.map(({ message }) => message);
  }

  test.each([
    ['a sentence', (name: string) => `All of the [shared page](../senior.md#craft), and:\n\n${own(name)}`],
    ['an item', (name: string) => `- All that [Senior](../senior.md) asks for\n${own(name)}`],
  ])('that %s links to is not missing', async (_, text) => expect(await findings(text)).toEqual([]));

  test.each([
    ['nothing links to', own],
    ['a link leads to another level of', (name: string) => `See [Junior](../junior.md).\n\n${own(name)}`],
    ['another section links to', (name: string) => `${own(name)}\n## More\n\nSee [Senior](../senior.md).\n`],
  ])('that %s is missing', async (_, text) => expect(await findings(text)).toHaveLength(departments.length));
});

describe('a list that most departments agree on', () => {
  const agreed = (level: string) => [
    `Plans the ${level} passage of three days`,
    `Picks an anchorage as a ${level} mate`,
  ];
  const list = (texts: readonly string[]) => texts.map((each) => `- ${each}\n`).join('');

  async function findings(text: string): Promise<readonly string[]> {
    const files = departments.flatMap((department) =>
      levels.map((level) => {
        const craft = department === 'sail' && level === 'senior' ? text : list(agreed(level));
        const crew = list([`Teaches ${level} crews to row`, `Settles ${level} quarrels below deck`, 'Wakes the watch']);
        return [`careers/${department}/${level}.md`, `# ${level}\n\n## Crew\n\n${crew}\n## Craft\n\n${craft}`] as const;
      }),
    );
    const config = 'site: github\nframeworks:\n  - name: careers\n    pages: careers/{department}/{level}.md\n';
    const handbook = await memoryHandbook(
      { 'careers/sail/index.md': '# Sail\n', ...Object.fromEntries(files) },
      { config },
    );
    const { findings } = lint(handbook, { rules: rules.filter(({ id }) => id === 'handbook-competency-shared') });
    return findings.map(({ path, data }) => `${path} ${data.group}`);
  }

  test.each([
    ['the same level of a department', 'All that the [dock](../dock/senior.md) asks for.'],
    ['an index', 'As [our page](index.md) says.'],
  ])('is not missing where a group links to %s', async (_, said) =>
    expect(await findings(`${said}\n\n- Paints the gate\n- Knows the pier\n`)).toEqual([]),
  );

  test('is missing where a group links to other levels alone', async () =>
    expect(
      await findings('- All of [junior](junior.md), and more of it\n- Paints the gate\n- Knows the pier\n'),
    ).toHaveLength(1));
});
