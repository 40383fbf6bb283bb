import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findCareerShapes } from '../../src/cli/init/career-shapes.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { table } from './crew/crew.ts';

const roles = ['Junior Deck', 'Senior Deck', 'Junior Sail', 'Senior Sail', 'Junior QA', 'Senior QA'];
const craft = ['Keeps the log of each watch', 'Plans a passage of three days'];
const crew = ['Greets whoever comes aboard', 'Teaches others to splice ropes'];
const care = ['Mends nets after each trip', 'Settles quarrels on the pier'];
/** What each role is asked, but for the one that lacks something. */
const asked = (list: readonly string[]) =>
  roles.map((role, at) => (role === 'Senior Sail' && list === crew ? 'Sings to the moon' : (list[at % 2] ?? '')));
const asColumns = [
  ['', ...roles],
  ['Craft', ...asked(craft)],
  ['Crew', ...asked(crew)],
  ['Care', ...asked(care)],
];
const asRows = asColumns[0]?.map((role, at) =>
  asColumns.map((row) => (at === 0 ? row[0] || 'Role' : (row[at] ?? role))),
);

async function read(text: string) {
  const files = { 'docs/career-framework.md': `# Careers\n\n${text}` };
  const config =
    'site: github\nframeworks:\n  - name: careers\n    pages: docs/career-framework.md\n    agree: {departments: 2}\n';
  const found = await findCareerShapes(await memoryHandbook(files), memoryTree(files), {
    careers: [],
    jobFamilies: null,
  });
  const handbook = await memoryHandbook(files, { config });
  const departments = frameworksOf(handbook)[0]?.departments.map(({ name, levels }) => `${name} ${[...levels.keys()]}`);
  const { findings } = lint(handbook, { rules: rules.filter(({ id }) => id === 'handbook-competency-shared') });
  return { found: found.map(({ pattern }) => pattern), departments, said: findings.map(({ message }) => message) };
}

test.each([
  [
    'columns',
    asColumns,
    'Sail, Senior lacks "Teaches others to splice ropes" under Careers, which Deck and QA have. Add it, or agree that nobody asks for it.',
  ],
  [
    'rows',
    asRows ?? [],
    'Sail, Senior lacks "Teaches others to splice ropes" under Crew, which Deck and QA have. Add it, or agree that nobody asks for it.',
  ],
])('one table has the roles of all departments in its %s', async (_, rows, said) => {
  expect(await read(table(...rows))).toEqual({
    found: ['docs/career-framework.md'],
    departments: ['Deck junior,senior', 'QA junior,senior', 'Sail junior,senior'],
    said: [said],
  });
});

test('roles of one department in a table are its levels alone', async () => {
  const { departments } = await read(table(...asColumns.map((row) => row.slice(0, 3))));
  expect(departments).toEqual(['Careers junior,senior']);
});
