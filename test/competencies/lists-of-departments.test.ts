import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const departments = ['dock', 'deck', 'sail', 'galley'] as const;
type Department = (typeof departments)[number];

/** What is found of one page for each department, or of one file for all. */
async function found(
  pages: string,
  text: (department: Department) => string,
  path = (department: Department) => `careers/${department}.md`,
): Promise<readonly string[]> {
  const files = Object.fromEntries(departments.map((name) => [path(name), text(name)]));
  const handbook = await memoryHandbook(files, {
    config: `site: github\nframeworks:\n  - name: growth\n    pages: ${pages}\n`,
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

describe('a verb of the family of a name', () => {
  const begun = (ending: string, place: string) =>
    found(
      'careers/{department}/{level}.md',
      (name) =>
        `## Craft\n\n- ${place}evelop${name === 'sail' ? ending : 's'} maps of the drowned villages\n- Mends nets\n`,
      (name) => `careers/development/${name}/senior.md`,
    );

  test('is none of its nouns, so that other endings count', async () => {
    expect(await begun('', 'D')).toEqual([
      'Sail words this Senior competency differently from Deck, Dock and Galley. Here it says "Develop", they have "Develops".',
    ]);
    expect(await begun('', 'Gladly d')).toHaveLength(1);
    expect(await begun('s', 'D')).toEqual([]);
  });

  test('is none at the start, where the name itself is a verb', async () => {
    const text = (name: string) =>
      `## Craft\n\n- Design${name === 'a' ? '' : 's'} charts of safe harbours\n- Mends nets\n`;
    const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`careers/design/${name}/senior.md`, text(name)]));
    const handbook = await memoryHandbook(files, {
      config: 'site: github\nframeworks:\n  - name: growth\n    pages: careers/{department}/{level}.md\n',
    });
    expect(lint(handbook, { rules: judging }).findings).toHaveLength(1);
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

describe('tables with levels as columns', () => {
  const head = `| | ${levels.join(' | ')} |\n|${' --- |'.repeat(4)}\n`;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const own = [
    ['Rope', ...asks.map(([first]) => first)],
    ['Chart', ...asks.map(([, second]) => second)],
    ['Harbour', '', 'Answers hails from the shore', 'Speaks for the crew in town'],
    ['Weather', '', 'Reads clouds an hour ahead', 'Reads clouds a day ahead'],
  ];

  test('do not miss in rows what is asked from some level on', async () => {
    expect(await found(page, () => head + own.map(row).join(''))).toEqual([]);
  });

  test('miss there what others ask at that level', async () => {
    const text = (name: Department) =>
      head +
      own
        .map(([first = '', second = '', ...others]) =>
          row([first, second === '' && name !== 'sail' ? `Greets all at the ${first}` : second, ...others]),
        )
        .join('');
    expect(await found(page, text)).toEqual([
      '"Harbour" is empty for Sail, Junior. Write what is asked for.',
      '"Weather" is empty for Sail, Junior. Write what is asked for.',
    ]);
  });

  test('have divider rows as groups also where cells hold several sentences', async () => {
    const twice = (text: string) => `${text}. Does so in any weather.`;
    const text = (name: Department) =>
      head +
      row(['**Craft**', '', '', '']) +
      row(['Rope', ...asks.map(([first]) => twice(first))]) +
      row([name === 'sail' ? '**Crwe**' : '**Crew**', '', '', '']) +
      row(['Chart', ...asks.map(([, second]) => twice(second))]);
    expect(await found(page, text)).toEqual(['The heading "Crwe" looks like a misspelling of "Crew". Correct it.']);
  });
});

describe('groups of a department alone', () => {
  const grouped = (names: readonly string[], at: number) =>
    names.map((name, n) => `### ${name}\n\n- ${asks[at]?.[n] ?? ''}\n`).join('\n');

  test('are asked for where it has none of those that others have', async () => {
    const text = (name: Department) =>
      levels
        .map((level, at) => `## ${level}\n\n${grouped(name === 'sail' ? ['Wind', 'Cloth'] : ['Craft', 'Crew'], at)}`)
        .join('\n');
    expect(await found(page, text)).toEqual([]);
  });

  test('may begin at some level in a file of data', async () => {
    const ladder = ['junior', 'mid', 'senior', 'staff'];
    const text = (name: Department) =>
      ladder
        .map((level, at) => {
          const groups = ['craft', ...(name === 'sail' && at > 0 ? ['wind'] : [])];
          return `${level}:\n${groups.map((group, n) => `  ${group}:\n    - ${asks[at % 3]?.[n]}\n`).join('')}`;
        })
        .join('');
    const path = (name: Department) => `careers/${name}.yaml`;
    expect(await found('careers/{department}.yaml', text, path)).toEqual([]);
  });
});

test('definitions are compared without their markup', async () => {
  const text = (name: Department) =>
    levels
      .map((level, at) => {
        const [first, second] = (asks[at] ?? []).map((ask) =>
          name === 'sail' ? ask.replace(/ (\S+)$/, ' [$1](https://example.org/) <!-- reviewed -->') : ask,
        );
        return `## ${level}\n\nCraft\n: ${first}\n\nCrew\n: ${second}\n`;
      })
      .join('\n');
  expect(await found(page, text)).toEqual([]);
});

test('levels with numbers and names follow each other by their numbers', async () => {
  const files = ['level-1-associate', 'level-2-engineer', 'level-3-senior', 'level-4-owner'];
  const paths = departments.flatMap((name) =>
    files.map((file) => [`careers/${name}/${file}.md`, `## Craft\n\n- ${file} ties knots\n`]),
  );
  const handbook = await memoryHandbook(Object.fromEntries(paths), {
    config: 'site: github\nframeworks:\n  - name: growth\n    pages: careers/{department}/{level}.md\n',
  });
  expect(frameworksOf(handbook)[0]?.levels.map(({ id }) => id)).toEqual(files);
});

describe('two departments that fill one place of a sentence', () => {
  const pairs: readonly (readonly [string, string, string, boolean])[] = [
    ['other things', 'weather reports', 'cargo papers', false],
    ['names', 'Skagerrak', 'Kattegat', false],
    ["a department's own noun", 'deck people', 'trainees', false],
    ['a word', 'quickly', 'swiftly', true],
    ['words in part the same', 'weather reports', 'storm reports', true],
  ];
  test.each(pairs)('%s', async (_, one, other, isTold) => {
    const text = (name: Department) => {
      const words = { dock: other, deck: one }[name as string];
      const own = words === undefined ? '' : `- Sorts and reads all ${words} before boats put out to sea at dawn\n`;
      return levels.map((level, at) => `## ${level}\n\n- ${asks[at]?.[0]}\n${at === 1 ? own : ''}`).join('\n');
    };
    const said = `Dock and Deck ask for nearly the same in different words. Agree on one wording.`;
    expect((await found(page, text)).map((message) => message.slice(0, said.length))).toEqual(isTold ? [said] : []);
  });
});
