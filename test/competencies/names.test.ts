import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const open = (files: Readonly<Record<string, string>>, pages: string) =>
  memoryHandbook(files, { config: `site: hugo\nframeworks:\n  - name: crew\n    pages: ${pages}\n` });

test('a department goes by the name of its own folder, by that of its one team only where it has no other', async () => {
  const names = async (...departments: readonly string[]) => {
    const files = departments.map((id) => [`content/${id}/senior.md`, '## Craft\n\n- Owns a plan.\n'] as const);
    const [framework] = frameworksOf(await open(Object.fromEntries(files), 'content/{department}/{level}.md'));
    return framework?.pages.map(({ department }) => department.name);
  };
  expect(await names('ship/deck')).toEqual(['Ship']);
  expect(await names('ship/deck', 'ship/hold')).toEqual(['Deck', 'Hold']);
});

test("the words for a department's people in its titles make no difference between departments", async () => {
  const page = (people: string) =>
    `---\ntitle: Senior ${people}\n---\n\n## Craft\n\n- Mentors every new ${people} of the house with patience.\n`;
  const told = async (bread: string, meals: string) => {
    const files = { 'content/bread/senior.md': page(bread), 'content/meals/senior.md': page(meals) };
    const handbook = await open(files, 'content/{department}/{level}.md');
    return lint(handbook, { rules: judging }).findings.map(({ message }) => message);
  };
  expect(await told('baker', 'waiter')).toEqual([]);
});

test('the bare name of a role is a level between two levels of that role, and none between levels of two roles', async () => {
  const levels = async (...headings: readonly string[]) => {
    const text = headings.map((heading) => `## ${heading}\n\n- Owns what ${heading} own.\n`).join('\n');
    const [framework] = frameworksOf(await open({ 'content/deck.md': `# Deck\n\n${text}` }, 'content/{department}.md'));
    return framework?.pages.map(({ level }) => level.id);
  };
  expect(await levels('Junior Engineer', 'Engineer', 'Senior Engineer')).toEqual(['junior', 'mid', 'senior']);
  expect(await levels('Junior Engineer', 'Engineer', 'Senior Manager')).toEqual(['junior', 'senior-manager']);
});
