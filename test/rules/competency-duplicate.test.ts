import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const rule = rules.find(({ id }) => id === 'handbook-competency-duplicate')!;
const list = (...items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');
const craft = (text: string) => `## Craft\n\n${text}`;
const include = (name: string) => `{{% include "includes/${name}.md" %}}\n`;

async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const config = 'site: hugo\nframeworks:\n  - name: Crew\n    pages: content/{department}/{level}.md\n';
  const { findings } = lint(await memoryHandbook(files, { config }), { rules: [rule] });
  return findings.map(({ path, start, message }) => `${path}:${start.line} ${message}`);
}

test('of two includes with one competency, that of a department loses it, whichever comes first', async () => {
  const shared = list('Owns the plan of a whole team', 'Mends sails with care and speed');
  const own = list('Stows barrels below the deck', 'Owns the plan of a whole team');
  for (const [first, second] of [
    ['deck', 'shared'],
    ['shared', 'deck'],
  ] as const)
    expect(
      await told({
        'assets/includes/shared.md': shared,
        'assets/includes/deck.md': own,
        'content/deck/senior.md': craft(`${include(first)}\n${include(second)}`),
        'content/hold/senior.md': craft(include('shared')),
        'content/mast/senior.md': craft(include('shared')),
      }),
    ).toEqual([
      'assets/includes/deck.md:2 Deck, Senior asks for "Owns the plan of a whole team" twice, here and in assets/includes/shared.md. Remove it here.',
    ]);
});

test('a list copied from another level and department is told from three competencies on, and never an include', async () => {
  const three = ['Owns the plan of a whole team', 'Mends sails with care', 'Stows barrels below deck'];
  const ladders = (text: string) => ({
    'assets/includes/three.md': list(...three),
    'content/deck/junior.md': craft(text),
    'content/deck/senior.md': craft(list('Reads the stars')),
    'content/hold/junior.md': craft(list('Counts the crates')),
    'content/hold/senior.md': craft(text),
  });
  expect(await told(ladders(list(...three)))).toEqual([
    'content/hold/senior.md:3 Hold, Senior has this list word for word from Deck, Junior. Write what is different at this level, or remove it.',
  ]);
  expect(await told(ladders(list(...three.slice(1))))).toEqual([]);
  expect(await told(ladders(include('three')))).toEqual([]);
});

test('what holds the place of competencies stands there as often as it likes', async () => {
  const page = craft(`${list('TBD.', 'To be written soon', 'To be written soon')}\n## Care\n\n${list('TBD.')}`);
  expect(await told({ 'content/deck/senior.md': page, 'content/hold/senior.md': page })).toEqual([]);
});
