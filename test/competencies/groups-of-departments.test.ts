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
