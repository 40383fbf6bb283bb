import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const departments = ['dock', 'deck', 'sail', 'galley'] as const;
type Department = (typeof departments)[number];

/** What is found of one page for each department, or of one file for all. */
async function found(
  pages: string,
  text: (department: Department) => string,
  { path = (department: Department) => `careers/${department}.md`, config = '' } = {},
): Promise<readonly string[]> {
  const files = Object.fromEntries(departments.map((name) => [path(name), text(name)]));
  const handbook = await memoryHandbook(files, {
    config: `site: github\nframeworks:\n  - name: growth\n    pages: ${pages}\n${config}`,
  });
  return lint(handbook, { rules: judging }).findings.map(({ message }) => message);
}

const page = 'careers/{department}.md';
const levels = ['Junior', 'Senior', 'Staff'] as const;
const asks = [
  ['Keeps the log of each watch', 'Reads the chart before a turn', 'Greets whoever comes aboard'],
  ['Plans a passage of three days', 'Teaches others to splice ropes', 'Answers hails from the shore'],
  ['Decides when boats stay in port', 'Picks the masters of new ships', 'Speaks for the crew in town'],
] as const;

describe("a department's own nouns", () => {
  const watches = (name: string) =>
    levels.map((level) => `## ${level}\n\n- Logs each deck alarm for other ${name} people\n- Mends nets\n`).join('\n');

  test('do not count where one also stands in the words that all share', async () => {
    expect(await found(page, watches)).toEqual([]);
  });

  test('do not cover for other words', async () => {
    const reworded = (name: string) => watches(name).replace('Logs each', name === 'deck' ? 'Hides each' : 'Logs each');
    expect(await found(page, reworded)).toEqual([
      'Deck words this Junior competency differently from Dock, Galley and Sail. Here it says "Hides … deck", they have "Logs … dock".',
    ]);
  });
});

describe('bold words before each competency', () => {
  const names = [
    ['Logs', 'Charts', 'Manners'],
    ['Routes', 'Ropes', 'Hails'],
    ['Weather', 'Masters', 'Speeches'],
  ] as const;
  const bold = (at: number) => asks[at]?.map((ask, n) => `- **${names[at]?.[n]}:** ${ask}.`) ?? [];
  const flat = (name: Department) =>
    levels
      .map(
        (level, at) =>
          `## ${level}\n\n${bold(at)
            .slice(name === 'sail' && at === 1 ? 1 : 0)
            .join('\n')}\n`,
      )
      .join('\n');

  test('are no groups where they do not come again at other levels', async () => {
    expect(await found(page, flat)).toEqual([
      'Sail, Senior lacks "Routes – Plans a passage of three days", which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.',
    ]);
  });

  test('are no groups below lines of bold words that are', async () => {
    const grouped = (name: Department) =>
      levels
        .map((level, at) => {
          const [first = '', ...others] = bold(at);
          const own = name === 'deck' && at === 1 ? others.slice(1) : others;
          return `## ${level}\n\n**Craft**\n\n${first}\n\n**Crew**\n\n${own.join('\n')}\n`;
        })
        .join('\n');
    expect(await found(page, grouped)).toEqual([
      'Deck, Senior lacks "Ropes – Teaches others to splice ropes" under Crew, which Dock, Galley and Sail have. Add it, or agree that nobody asks for it.',
    ]);
  });
});

test('a list that only holds a place is told once', async () => {
  const text = (name: Department) =>
    levels
      .map((level, at) => `## ${level}\n\n${name === 'sail' && at === 1 ? '- TBD' : `- ${asks[at]?.join('\n- ')}`}\n`)
      .join('\n');
  expect(await found(page, text)).toEqual([
    '"TBD" is no competency. Write what Sail, Senior asks for, or remove this.',
  ]);
});
