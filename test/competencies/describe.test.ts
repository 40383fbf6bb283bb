import { expect, test } from 'vitest';
import { describeFrameworks } from '../../src/cli/explain/describe-frameworks.ts';
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

test('the lists that departments share are told with their file, or with that most departments have them', async () => {
  const page = (own: string) =>
    `## Craft\n\n{{% include "includes/craft.md" %}}\n\n## People\n\n- Teaches the young to read the stars.\n- Learns from the old hands.\n- ${own}.\n`;
  const files = {
    'assets/includes/craft.md': '- Owns a plan.\n- Mends a sail.\n',
    'content/deck/senior.md': page('Calls the watch'),
    'content/hold/senior.md': page('Counts the crates'),
    'content/mast/senior.md': page('Hears the wind'),
  };
  const said = describeFrameworks(await memoryHandbook(files, { config }));
  expect(said).toContain(`  Shared lists, found
    Senior, Craft, 2 competencies in assets/includes/craft.md
    Senior, People, 2 competencies that most departments have
  Competencies by`);
});
