import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const competencyRules = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const levels = Array.from({ length: 10 }, (_, at) => `level-${at + 1}`);
const verbs = 'plans mends reviews explains measures teaches delivers simplifies documents questions'.split(' ');
const things = 'budgets harbours alerts incidents schedules contracts dashboards backups interviews releases'.split(
  ' ',
);

/** A framework in which every department has everything that costs time: copies, near twins, own lists, odd spellings. */
function framework(departments: number): Record<string, string> {
  const files: Record<string, string> = {
    'handbook.yaml': `frameworks:\n  - name: careers\n    pages: content/careers/{department}/{level}.md\n`,
    'content/careers/_index.md': '# Careers\n',
  };
  for (const level of levels) {
    files[`assets/includes/${level}.md`] =
      `${things.map((thing, at) => `- Cares for ${thing} at ${level}, ${verbs[at]}.`).join('\n')}\n`;
  }
  for (let number = 0; number < departments; number++) {
    const folder = `content/careers/department-${number}`;
    files[`${folder}/_index.md`] =
      `${levels.map((level) => `- [${level}](/careers/department-${number}/${level}/)`).join('\n')}\n`;
    for (const [rank, level] of levels.entries()) {
      const own = Array.from({ length: 8 }, (_, at) => {
        const seed = number * 7 + rank * 3 + at;
        return `- ${verbs[seed % 10]} ${things[(seed * 3) % 10]} number${(number * 31 + at) % 97} with team${seed % 53} and organi${seed % 2 ? 's' : 'z'}es part${(rank + at) % 41}`;
      });
      const list =
        number % 3 === 0 ? (files[`assets/includes/${level}.md`] ?? '') : `{{% include "includes/${level}.md" %}}\n`;
      files[`${folder}/${level}.md`] = `## Leadership\n\n${list}\n## Technical\n\n${own.join('\n')}\n`;
    }
  }
  return files;
}

async function seconds(departments: number): Promise<number> {
  const handbook = await memoryHandbook(framework(departments));
  // Reading pages is not what is measured.
  for (const page of handbook.pages) void page.content.blocks.length;
  const start = performance.now();
  const { findings } = lint(handbook, { rules: competencyRules });
  expect(findings.length).toBeGreaterThan(departments);
  return (performance.now() - start) / 1000;
}

test('the time grows with the number of pages, not with its square', async () => {
  await seconds(10);
  const few = await seconds(20);
  const many = await seconds(80);
  // Four times the pages; sixteen times the time would be a square.
  expect(many / few).toBeLessThan(9);
});
