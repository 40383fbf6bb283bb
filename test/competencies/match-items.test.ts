import { expect, test } from 'vitest';
import { describeFrameworks } from '../../src/cli/explain/describe-frameworks.ts';
import { matchItems } from '../../src/competencies/compare/match-lists.ts';
import type { Competency } from '../../src/competencies/framework.ts';
import { whoHas } from '../../src/competencies/labels.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const config = 'frameworks:\n  - name: Crew\n    pages: content/{department}/{level}.md\n';

function page(...items: readonly string[]): string {
  return `---\ntitle: Senior\n---\n\n## Craft\n\n${items.map((item) => `- ${item}\n`).join('')}`;
}

const handbook = await memoryHandbook(
  {
    'content/senior.md': page('Owns the plan of a whole team', 'Mends sails with care and speed'),
    'content/deck/senior.md': page('Owns the plan of a whole team', 'Mends sails with much care and speed'),
    'content/hold/senior.md': page('Stows barrels', 'Keeps the pumps dry'),
  },
  { config },
);
const framework = frameworksOf(handbook)[0]!;
const itemsOf = (department: string) =>
  framework.pages.find((each) => each.department.id === department)!.groups.flatMap(({ items }) => items);
const wordsOf = ({ page: { text }, textRange }: Competency) => text.slice(...textRange);

test.each([
  ['deck', ['Owns the plan of a whole team', 'Mends sails with much care and speed']],
  ['hold', []],
])(
  'one competency in the words of the shared list makes the list of %s a copy, whose others are near',
  (id, wanted) => {
    expect(matchItems(itemsOf(''), itemsOf(id), 0.9).map(({ item }) => wordsOf(item))).toEqual(wanted);
  },
);

test.each([
  ['Keeps pumps dry', 'Keeps all pumps dry in each hold, in any weather and at any hour of a long night at sea', true],
  ['Keeps pumps', 'Keeps all pumps dry in each hold, in any weather and at any hour of a long night at sea', false],
  ['Keeps pumps wet', 'Keeps all pumps dry in each hold, in any weather and at any hour of a long night at sea', false],
])('in a copy, what says three words and much more stands for them: %s', async (short, long, isNear) => {
  const same = 'Owns the plan of a whole team';
  const files = { 'content/senior.md': page(same, short), 'content/deck/senior.md': page(same, long) };
  const [base, deck] = frameworksOf(await memoryHandbook(files, { config }))[0]!.pages.map(
    ({ groups }) => groups[0]!.items,
  );
  for (const [one, other] of [
    [base!, deck!],
    [deck!, base!],
  ] as const)
    expect(matchItems(one, other, 0.9)).toHaveLength(isNear ? 2 : 1);
});

test('a shared list is told and named', () => {
  const list = framework.shared[0]!;
  const where = { list, page: framework.pages[1]! };
  expect([whoHas(where, list.items[0]), whoHas(where, list.items[0], 'names')]).toEqual([
    'the shared list has',
    'the shared list',
  ]);
  expect(describeFrameworks(handbook)).toContain(
    'Shared lists, found\n    Senior, Craft, 2 competencies in content/senior.md\n',
  );
});
