import { expect, test } from 'vitest';
import { describeFrameworks } from '../../src/competencies/describe.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const config = 'frameworks:\n  - name: Crew\n    pages: content/{department}/{level}.md\n';

test('a framework without pages says that it has none', async () => {
  const said = describeFrameworks(await memoryHandbook({ 'content/_index.md': '# Home\n' }, { config }));
  expect(said).toContain('Shared lists, found\n    none\n');
  expect(said).toContain('Competencies by department and level\n    none\n');
});

test('a matrix has a row for each department', async () => {
  const level = (name: string) => `---\ntitle: ${name}\n---\n\n## Craft\n\n- Owns a plan.\n- Mends a sail.\n`;
  const files = {
    'content/deck/senior.md': level('Senior'),
    'content/deck/staff.md': level('Staff'),
    'content/hold/senior.md': level('Senior'),
  };
  const said = describeFrameworks(await memoryHandbook(files, { config }));
  const rows = said.split('\n').map((line) => line.trim().replace(/ +/g, ' '));
  expect(rows).toContain('Senior Staff');
  expect(rows.filter((row) => /^(?:Deck|Hold) /.test(row))).toEqual(['Deck (deck) 2 2', 'Hold (hold) 2 -']);
});
