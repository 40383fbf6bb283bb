import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findCareerShapes } from '../../src/cli/init/career-shapes.ts';
import { findCareerTrees } from '../../src/cli/init/career-trees.ts';
import { ladderPlace, levelIdOf } from '../../src/competencies/reading/places/level-ids.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

async function proposed(files: Files): Promise<readonly string[]> {
  const handbook = await memoryHandbook(files);
  const careers = findCareerTrees(Object.keys(files));
  const found = await findCareerShapes(handbook, memoryTree(files), { careers, jobFamilies: null });
  return found.map(({ pattern }) => pattern);
}

async function messagesOn(files: Files, pages: string): Promise<readonly string[]> {
  const config = `site: github\nframeworks:\n  - name: growth\n    pages: ${pages}\n`;
  const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
  const handbook = await memoryHandbook(files, { config });
  return lint(handbook, { rules: judging, known: rules.map(({ id }) => id) }).findings.map(({ message }) => message);
}

const departments = ['dock', 'deck', 'sail', 'galley'];
const pages = (text: (department: string) => string, ending = 'md'): Files =>
  Object.fromEntries(departments.map((name) => [`careers/${name}.${ending}`, text(name)]));
const asks = [
  ['Keeps the log of each watch', 'Reads the chart before every turn'],
  ['Plans a passage of three days', 'Teaches others to read the chart'],
  ['Decides when the fleet stays in port', 'Picks the masters of new ships'],
] as const;

test('pages beside what a repository says of itself are a framework, and that is no part of it', async () => {
  const files = {
    ...Object.fromEntries(
      departments.map((name) => [
        `${name}.md`,
        ['Junior', 'Senior', 'Staff']
          .map((level, at) => `## ${level}\n\n${asks[at]!.map((ask) => `- ${ask}\n`).join('')}`)
          .join('\n'),
      ]),
    ),
    'LICENSE.md': 'Free to all.\n',
    'CONTRIBUTING.md': '# How to help\n\nSay hello.\n',
    'CODE_OF_CONDUCT.md': '# Manners\n\nBe kind.\n',
  };
  expect(await proposed(files)).toEqual(['{department}.md']);
  expect(await messagesOn(files, "'{department}.md'")).toEqual([]);
});

describe('levels that share a word for the role', () => {
  test.each([
    ['Senior Product Manager', 'senior'],
    ['Staff Program Manager', 'staff'],
    ['Product Manager', null],
    ['Senior Engineering Manager', 'senior-manager'],
    ['Manager', 'manager'],
  ])('"%s" names level %s', (text, level) => expect(levelIdOf(text)).toBe(level));

  test('departments of managers are compared with those of makers', async () => {
    const roles: Files = { dock: 'Harbour Planner', deck: 'Deck Officer', sail: 'Product Manager', galley: 'Cook' };
    const files = pages((name) =>
      ['Junior', 'Senior', 'Staff']
        .map(
          (level, at) =>
            `## ${level} ${roles[name]}\n\n${asks[at]!.slice(name === 'sail' && at === 1 ? 1 : 0)
              .map((ask) => `- ${ask}\n`)
              .join('')}`,
        )
        .join('\n'),
    );
    expect(await proposed(files)).toEqual(['careers/{department}.md']);
    expect(await messagesOn(files, 'careers/{department}.md')).toEqual([
      'Sail, Senior lacks "Plans a passage of three days", which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.',
    ]);
  });
});

describe('levels in other languages', () => {
  test.each([
    [
      ['Experte', 'Einsteiger', 'Erfahren'],
      ['Einsteiger', 'Erfahren', 'Experte'],
    ],
    [
      ['Sênior', 'Júnior', 'Pleno'],
      ['Júnior', 'Pleno', 'Sênior'],
    ],
    [
      ['Starszy', 'Młodszy', 'Ekspert'],
      ['Młodszy', 'Starszy', 'Ekspert'],
    ],
    [
      ['Senior', 'Medior', 'Junior'],
      ['Junior', 'Medior', 'Senior'],
    ],
    [
      ['Senior', 'Líder', 'Semi Senior', 'Junior'],
      ['Junior', 'Semi Senior', 'Senior', 'Líder'],
    ],
  ])('%j', (mixed, ordered) => {
    const place = (name: string) => ladderPlace(levelIdOf(name) ?? '');
    expect([...mixed].sort((left, right) => place(left) - place(right))).toEqual(ordered);
  });
});

describe('levels with accents, or of two words', () => {
  const levels = ['Junior', 'Semi Senior', 'Senior'];
  const semiSenior = (without = '', instead = '') =>
    pages((name) =>
      levels
        .map((level, at) => `## ${level}\n\n${asks[at]!.map((ask) => `- ${ask}\n`).join('')}`)
        .map((text) => (name === 'sail' ? text.replace(without, instead) : text))
        .join('\n'),
    );

  test('a semi senior is no senior', async () => {
    expect(await messagesOn(semiSenior(), 'careers/{department}.md')).toEqual([]);
    const dropped = semiSenior(
      '## Semi Senior\n\n- Plans a passage of three days\n- Teaches others to read the chart\n',
    );
    expect(await messagesOn(dropped, 'careers/{department}.md')).toEqual([
      'Sail has no heading for Semi senior, which other departments have. Write it, or list in handbook.yaml which levels Sail has.',
    ]);
    expect(await messagesOn(semiSenior('new ships', 'old ships'), 'careers/{department}.md')).toEqual([
      'Sail words this Senior competency differently from Deck, Dock and Galley. Here it says "old", they have "new".',
    ]);
  });

  test('files are named without the accents of their titles and of what they ask', async () => {
    const files = Object.fromEntries(
      ['desenvolvimento', 'dados', 'diseno', 'suporte'].flatMap((name) =>
        ['Júnior', 'Pleno', 'Sênior'].map((level, at) => [
          `carreira/${name}/${level
            .normalize('NFD')
            .replace(/\p{Mn}/gu, '')
            .toLowerCase()}.md`,
          `# ${level} de ${name}\n\n## Ofício\n\n${asks[at]!.map((ask) => `- ${ask}\n`).join('')}- Cuida da área de ${name.replace('diseno', 'Diseño')}\n`,
        ]),
      ),
    );
    const config = 'site: github\nframeworks:\n  - {name: carreira, pages: "carreira/{department}/{level}.md"}\n';
    const { findings } = lint(await memoryHandbook(files, { config }), { rules });
    expect(findings.map(({ path, message }) => `${path} ${message}`)).toEqual([]);
  });

  test('of a list with "TBD" in it nothing else is said to be missing', async () => {
    const started = semiSenior('- Teaches others to read the chart', '- TBD');
    expect(await messagesOn(started, 'careers/{department}.md')).toEqual([
      '"TBD" is no competency. Write what Sail, Semi senior asks for, or remove this.',
    ]);
  });
});

describe('tables in which the levels are not the head', () => {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const levels = ['Level', '**Junior**', '**Senior**', '**Staff**'];
  const body = (name: string) =>
    row(['Craft', ...asks.map((each, at) => (name === 'sail' && at === 2 ? each.slice(1) : each).join('<br>'))]);
  test.each([
    ['an empty head', ['', '', '', '']],
    ['a title', ['What we expect', '', '', '']],
  ])('below %s', async (_, head) => {
    const files = pages((name) => `# ${name}\n\n${row(head)}${row(head.map(() => '---'))}${row(levels)}${body(name)}`);
    expect(await proposed(files)).toEqual(['careers/{department}.md']);
    expect(await messagesOn(files, 'careers/{department}.md')).toEqual([
      'Sail, Staff lacks "Decides when the fleet stays in port" under Craft, which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.',
    ]);
  });
});

describe('a name before several rows is that of a group', () => {
  const cells = (name: string) =>
    [0, 1].map((at) => asks.map((each, level) => (name === 'sail' && level === 1 && at === 1 ? '' : each[at]!)));
  const wanted =
    'Sail, Senior lacks "Teaches others to read the chart" under Craft, which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.';

  test('where its cell is merged', async () => {
    const files = pages((name) => {
      const [first = [], second = []] = cells(name);
      const tds = (each: readonly string[]) => each.map((text) => `<td>${text}</td>`).join('');
      return `<table>\n<tr><th>Area</th><th>Junior</th><th>Senior</th><th>Staff</th></tr>\n<tr><td rowspan="2">Craft</td>${tds(first)}</tr>\n<tr>${tds(second)}</tr>\n</table>\n`;
    });
    expect(await messagesOn(files, 'careers/{department}.md')).toEqual([wanted]);
  });

  test('where it is written anew in each line of a CSV file', async () => {
    const files = pages(
      (name) =>
        `Area,Junior,Senior,Staff\n${cells(name)
          .map((each) => `Craft,${each.join(',')}\n`)
          .join('')}`,
      'csv',
    );
    expect(await messagesOn(files, 'careers/{department}.csv')).toEqual([wanted]);
  });
});

describe('levels as items of a list', () => {
  const nested = (name: string, groups: boolean) =>
    ['Junior', 'Senior', 'Staff']
      .map((level, at) => {
        const items = asks[at]!.slice(name === 'sail' && at === 0 ? 1 : 0);
        const below = groups
          ? `  - Craft\n${items.map((item) => `    - ${item}\n`).join('')}`
          : items.map((item) => `  - ${item}\n`).join('');
        return `- **${level}**\n${below}`;
      })
      .join('');

  test.each([
    ['with groups', true, ' under Craft'],
    ['without groups', false, ''],
  ])('%s', async (_, groups, under) => {
    const files = pages((name) => `# ${name}\n\n${nested(name, groups)}`);
    expect(await proposed(files)).toEqual(['careers/{department}.md']);
    expect(await messagesOn(files, 'careers/{department}.md')).toEqual([
      `Sail, Junior lacks "Keeps the log of each watch"${under}, which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.`,
    ]);
  });

  test('a list of titles holds none', async () => {
    expect(await proposed(pages((name) => `# ${name}\n\n- Junior\n- Senior\n- Staff\n`))).toEqual([]);
  });
});

describe('what is no framework is not proposed', () => {
  test('folders of levels whose pages hold no competency', async () => {
    const files = Object.fromEntries(
      departments.flatMap((name) =>
        ['junior', 'senior'].map((level) => [
          `roles/${name}/${level}.md`,
          `# ${level} ${name}\n\nSee the skills page.\n`,
        ]),
      ),
    );
    expect(await proposed({ ...files, 'README.md': '# Roles\n' })).toEqual([]);
  });

  test('ways from one level to the next', async () => {
    const text =
      '## Senior\n\n- Keeps the log of each watch\n- Reads the chart before every turn\n\n## Staff\n\n- Plans a passage of three days\n- Teaches others to read it\n';
    expect(await proposed({ 'guides/IC1_to_IC2_Guide.md': text, 'guides/IC2_to_IC3_Guide.md': text })).toEqual([]);
  });

  test('a few titles that end like levels among many others', async () => {
    const text =
      '# Role\n\n## Responsibilities\n\n- Keeps the log of each watch\n- Reads the chart before every turn\n';
    const titles = ['deck-lead', 'deck-manager', 'dock-lead', 'dock-manager'];
    const others = 'cook pilot painter diver rigger stoker purser bosun sailmaker cooper lamplighter'.split(' ');
    const files = [...titles, ...others].map((name) => [`jobs/${name}.md`, text] as const);
    expect(await proposed(Object.fromEntries(files))).toEqual([]);
    expect(await proposed(Object.fromEntries(files.slice(0, 6)))).toEqual(['jobs/{department}-{level}.md']);
  });
});

// A catalogue of skills has each at a few levels only.
test.each([
  [
    'Rope,Ties knots. Checks them.,,\nSail,,Trims in a storm. Mends it at sea.,\nChart,,,Draws new ones. Buys them.\n',
    [],
  ],
  [
    'Rope,Ties knots. Checks them.,Splices. Teaches it.,Orders all rope. Pays it.\nSail,Folds. Dries it.,Trims. Mends it at sea.,\nChart,Finds it. Keeps it dry.,Reads it. Notes changes.,Draws new ones. Buys them.\n',
    ['"Sail" is empty for Deck, Staff. Write what is asked for.'],
  ],
])('an empty cell among %j is told where few are', async (rows, wanted) => {
  const table = { 'careers/deck.csv': `Skill,Junior,Senior,Staff\n${rows}` };
  expect(await messagesOn(table, 'careers/{department}.csv')).toEqual(wanted);
});

test.each([
  ['5', 0],
  ['4.5', 0],
  ['Ties knots', 1],
])('grades are no competencies that stand twice: %s', async (text, count) => {
  const page = `# Deck\n\n## Junior\n\n- ${text}\n- ${text}\n- Splices\n\n## Senior\n\n- Plans\n`;
  expect(await messagesOn({ 'careers/deck.md': page }, 'careers/{department}.md')).toHaveLength(count);
});

test.each([
  ['the KPIs', 'the ROI', 0],
  ['the KPIs', 'the aim', 1],
  ['the KPIs', 'all KPIs', 1],
])('lines that differ by %j and %j alone', async (first, second, told) => {
  const twice = [first, second].map(
    (what) => `- Sets, changes and configures ${what} for every mission of the fleet\n`,
  );
  const files = pages((name) => {
    const more = name === 'sail' ? twice.join('') : '';
    return asks
      .map((lines, at) => `## Level ${at + 1}\n\n${lines.map((ask) => `- ${ask}\n`).join('')}${at === 0 ? more : ''}`)
      .join('\n');
  });
  expect(await messagesOn(files, 'careers/{department}.md')).toHaveLength(told);
});
