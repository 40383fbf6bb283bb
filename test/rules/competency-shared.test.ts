import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const rule = rules.find(({ id }) => id === 'handbook-competency-shared')!;
const craft = (...items: readonly string[]) =>
  `---\ntitle: Senior\n---\n\n## Craft\n\nWhat we ask for.\n\n${items.map((item) => `- ${item}\n`).join('')}`;

/** What a department is told of its list, beside that of the base page. */
async function told(base: readonly string[], own: readonly string[]): Promise<readonly string[]> {
  const files = { 'content/senior.md': craft(...base), 'content/deck/senior.md': craft(...own) };
  const config = 'site: hugo\nframeworks:\n  - name: Crew\n    pages: content/{department}/{level}.md\n';
  const { findings } = lint(await memoryHandbook(files, { config }), { rules: [rule] });
  return findings.map(({ path, start, message }) => `${path}:${start.line} ${message}`);
}

test('what a copy lacks is told at its list, also where one competency alone is left of it', async () => {
  expect(await told(['Owns the plan of a whole team', 'Mends sails'], ['Owns the plan of a whole team'])).toEqual([
    'content/deck/senior.md:9 Deck, Senior lacks "Mends sails" under Craft, which the shared list has. Copy it from content/senior.md (line 10).',
  ]);
});

test('competencies of two words each that one item says together are merged, not lost', async () => {
  const whole = 'Owns the plan of a whole team';
  expect(await told([whole, 'Mends sails', 'Stows barrels'], [whole, 'Mends sails and stows barrels'])).toEqual([
    'content/deck/senior.md:10 This puts "Mends sails" and "Stows barrels" into one competency, which the shared list has as 2. Keep them apart.',
  ]);
});
