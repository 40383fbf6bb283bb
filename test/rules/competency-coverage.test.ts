import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const rule = rules.find(({ id }) => id === 'handbook-competency-coverage')!;
const level = (words: string) => `## Craft\n\n- ${words}\n`;

async function findings(files: Readonly<Record<string, string>>, levels: string): Promise<readonly Finding[]> {
  const config = `site: hugo\nframeworks:\n  - name: careers\n    pages: content/careers/{department}/{level}.md\n    levels: ${levels}\n`;
  const handbook = await memoryHandbook({ 'handbook.yaml': config, ...files });
  return lint(handbook, { rules: [rule], levels: { [rule.id]: 'warn' } }).findings;
}

async function messages(files: Readonly<Record<string, string>>, levels: string): Promise<string[]> {
  return (await findings(files, levels)).map(({ message }) => message);
}

test('a missing level says whether any other department has it', async () => {
  const files = {
    'content/careers/bakery/junior.md': level('Shapes loaves'),
    'content/careers/kitchen/junior.md': level('Cuts onions'),
  };
  const kitchen = { ...files, 'content/careers/kitchen/senior.md': level('Writes the menu') };
  expect(await messages(kitchen, '[junior, senior]')).toEqual([
    'Bakery has no page for Senior, which other departments have. Write it, or list in handbook.yaml which levels Bakery has.',
  ]);
  const nobody = await messages(files, '[junior, senior]');
  expect(nobody).toHaveLength(2);
  for (const message of nobody) expect(message).toContain('no page for Senior, though the framework has that level.');
  expect(await messages(files, '[junior]')).toEqual([]);
});

test('a link to the level below that misses it says where it leads: to its own page, or to which other', async () => {
  const below = (department: string, to: string) =>
    `${level(`Works in the ${department}`)}\n[All competencies of the level below](/careers/${department}/${to}/)\n`;
  const departments = ['bakery', 'kitchen', 'cellar', 'garden', 'hall'];
  const of = (department: string) => ({
    [`content/careers/${department}/junior.md`]: level(`Learns in the ${department}`),
    [`content/careers/${department}/senior.md`]: below(department, 'junior'),
    [`content/careers/${department}/staff.md`]: level(`Leads the ${department}`),
  });
  const files = Object.assign({}, ...departments.map(of), {
    'content/careers/garden/senior.md': below('garden', 'senior'),
    'content/careers/hall/senior.md': below('hall', 'staff'),
  });
  const mend = (department: string) => `Link to /careers/${department}/junior/ and name Junior.`;
  expect(await messages(files, '[junior, senior, staff]')).toEqual([
    `This link leads to the very page it is on, but links with these words lead one level down on other pages. ${mend('garden')}`,
    `This link leads to Hall, Staff, but links with these words lead one level down on other pages. ${mend('hall')}`,
  ]);
});

test('what an index leaves out is told at the whole list of its levels, not at a list in it', async () => {
  const files = Object.fromEntries(
    ['junior', 'senior', 'staff', 'lead', 'head'].map((name) => [`content/careers/bakery/${name}.md`, level(name)]),
  );
  const link = (name: string) => `[${name}](/careers/bakery/${name}/)`;
  files['content/careers/bakery/_index.md'] =
    `# Bakery\n\n- Early\n  - ${link('junior')}\n  - ${link('senior')}\n- Late\n  - ${link('staff')}\n  - ${link('lead')}\n`;
  const [found, ...others] = await findings(files, '[junior, senior, staff, lead, head]');
  expect(found?.message).toContain('leaves out Head');
  expect([found?.start.line, found?.end.line]).toEqual([3, 8]);
  expect(others).toEqual([]);
});
