import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findCareerShapes } from '../../src/cli/init/career-shapes.ts';
import { findCareerTrees } from '../../src/cli/init/career-trees.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

/** What a career of the harbour asks by level and group; each shape below writes the same. */
type Asked = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const asked: Asked = {
  Junior: {
    Water: ['Keeps the log of each watch', 'Reads the chart before every turn', 'Sounds the depth by hand'],
    People: ['Wakes the next watch in time', 'Asks before a rope is cut', 'Greets each passenger aboard'],
  },
  Senior: {
    Water: ['Plans a passage of three days', 'Picks an anchorage for any wind', 'Corrects the compass twice a year'],
    People: ['Teaches others to read the chart', 'Settles quarrels below deck', 'Hands out the shore leave fairly'],
  },
  Staff: {
    Water: ['Decides when the fleet stays in port', 'Charts coasts nobody has charted', 'Tests new hulls at sea'],
    People: ['Chooses the masters of new ships', 'Speaks for the crews at court', 'Writes the rules of the harbour'],
  },
};
const lost = 'Picks an anchorage for any wind';
const departments = ['deck', 'dock', 'galley', 'sail'] as const;
const roles = { deck: 'Mate', dock: 'Docker', galley: 'Cook', sail: 'Sailmaker' } as const;

/** The careers of one department; sail has lost a competency, and its Staff level is misspelt nowhere. */
function careerOf(department: string): Asked {
  if (department !== 'sail') return asked;
  const { Senior } = asked;
  return { ...asked, Senior: { ...Senior, Water: (Senior?.Water ?? []).filter((each) => each !== lost) } };
}

type Write = (asks: Asked, department: keyof typeof roles) => string;

const byLevel =
  (
    level: (name: string, department: keyof typeof roles) => string,
    group: (name: string, asks: readonly string[]) => string,
    end = '',
  ): Write =>
  (career, department) =>
    Object.entries(career)
      .map(
        ([name, groups]) =>
          level(name, department) +
          Object.entries(groups)
            .map(([title, asks]) => group(title, asks))
            .join('') +
          end,
      )
      .join('');
const list = (asks: readonly string[], start = '- ') => asks.map((each) => `${start}${each}\n`).join('');
const prose = (asks: readonly string[]) => `${asks.map((each) => `${each}.`).join(' ')}\n`;
const underHeading = (name: string) => `\n## ${name}\n\n`;

const shapes: Readonly<Record<string, Write>> = {
  'groups as bold items with a colon': byLevel(
    underHeading,
    (title, asks) => `- **${title}:**\n${list(asks, '    - ')}`,
  ),
  'bold words before the sentences of an item': byLevel(
    underHeading,
    (title, asks) => `- **${title}**: ${prose(asks)}`,
  ),
  'bold words before the sentences of a paragraph': byLevel(
    underHeading,
    (title, asks) => `**${title}.** ${prose(asks)}\n`,
  ),
  'paragraphs below headings of groups': byLevel(underHeading, (title, asks) => `### ${title}\n\n${prose(asks)}\n`),
  'terms and definitions': byLevel(underHeading, (title, asks) => `${title}\n${list(asks, ':   ')}\n`),
  'rows of a table below each level': byLevel(
    (name) => `\n## ${name}\n\n| Area | Asked |\n| --- | --- |\n`,
    (title, asks) => `| ${title} | ${asks.join('<br>')} |\n`,
  ),
  'levels as summaries': byLevel(
    (name, department) => `\n<details>\n<summary><b>${name} ${roles[department]}</b></summary>\n\n`,
    (title, asks) => `#### ${title}\n\n${list(asks)}\n`,
    '</details>\n',
  ),
  'levels as containers': byLevel(
    (name) => `\n::: details ${name}\n\n`,
    (title, asks) => `### ${title}\n\n${list(asks)}\n`,
    ':::\n',
  ),
  'levels as bold lines below their groups': (career) =>
    ['Water', 'People']
      .map(
        (title) =>
          `\n## ${title}\n` +
          Object.entries(career)
            .map(([name, groups]) => `\n**${name}**\n\n${list(groups[title] ?? [])}`)
            .join(''),
      )
      .join(''),
  'columns of prose': (career) =>
    `\n| | ${Object.keys(career).join(' | ')} |\n| --- | --- | --- | --- |\n` +
    ['Water', 'People']
      .map(
        (title) =>
          `| ${title} | ${Object.values(career)
            .map((groups) => prose(groups[title] ?? []).trim())
            .join(' | ')} |\n`,
      )
      .join(''),
};

async function proposed(files: Files): Promise<readonly string[]> {
  const handbook = await memoryHandbook(files, { config: '' });
  const careers = findCareerTrees(Object.keys(files));
  const found = await findCareerShapes(handbook, memoryTree(files), { careers, jobFamilies: null });
  return found.map(({ pattern }) => pattern);
}

async function findingsOn(files: Files, pages: string): Promise<readonly string[]> {
  const handbook = await memoryHandbook(files, { config: `frameworks:\n  - name: growth\n    pages: ${pages}\n` });
  const judging = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
  const { findings } = lint(handbook, { rules: judging, known: rules.map(({ id }) => id) });
  return findings.map(({ path, message }) => `${path}: ${message}`);
}

const told = (path: string) => [
  `${path}: Sail, Senior lacks "${lost}" under Water, which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.`,
];

describe('a competency that one department lacks', () => {
  test.each(Object.entries(shapes))('%s', async (_, write) => {
    const pageOf = (name: keyof typeof roles) => [`career/${name}.md`, `# ${name}\n${write(careerOf(name), name)}`];
    const files = { 'README.md': '# Harbour\n', ...Object.fromEntries(departments.map(pageOf)) };
    expect(await proposed(files)).toEqual(['career/{department}.md']);
    expect(await findingsOn(files, 'career/{department}.md')).toEqual(told('career/sail.md'));
  });

  test.each(Object.entries(shapes).filter(([name]) => /sentences|paragraphs|prose/.test(name)))(
    '%s, in small letters throughout',
    async (_, write) => {
      const small = (text: string) =>
        text.replace(/(?<=^|[.] |[*|] |[*]{2}: |\n)[A-Z](?=[a-z]+ [a-z])/g, (first) => first.toLowerCase());
      const pageOf = (name: keyof typeof roles) => [
        `career/${name}.md`,
        small(`# ${name}\n${write(careerOf(name), name)}`),
      ];
      const files = { 'README.md': '# Harbour\n', ...Object.fromEntries(departments.map(pageOf)) };
      expect(files['career/sail.md' as keyof typeof files]).toContain('. sounds the depth by hand.');
      expect(await proposed(files)).toEqual(['career/{department}.md']);
      expect(await findingsOn(files, 'career/{department}.md')).toEqual(
        told('career/sail.md').map((each) => each.replace('Picks', 'picks')),
      );
    },
  );

  const pages = (
    pathOf: (department: keyof typeof roles, level: string) => string,
    titleOf = (level: string) => level,
  ): Files =>
    Object.fromEntries(
      departments.flatMap((name) =>
        Object.entries(careerOf(name)).map(([level, groups]) => [
          pathOf(name, level.toLowerCase()),
          `# ${titleOf(level)} ${roles[name]}\n\n${Object.entries(groups)
            .map(([title, asks]) => `- **${title}**\n${list(asks, '  - ')}`)
            .join('')}`,
        ]),
      ),
    );

  test.each<[string, string, Files, string]>([
    [
      'groups as bold items of a page',
      'career/{department}/{level}.md',
      pages((name, level) => `career/${name}/${level}.md`),
      'career/sail/senior.md',
    ],
    [
      'files named by level and role',
      'career/{department}/{level}.md',
      pages((name, level) => `career/${name}/${level}-${roles[name].toLowerCase()}.md`),
      'career/sail/senior-sailmaker.md',
    ],
    [
      'departments in folders of levels',
      'career/{level}/{department}.md',
      pages((name, level) => `career/${level}/${name}.md`),
      'career/senior/sail.md',
    ],
  ])('%s', async (_, pattern, files, path) => {
    expect(await proposed({ 'README.md': '# Harbour\n', ...files })).toEqual([pattern]);
    expect(await findingsOn(files, pattern)).toEqual(told(path));
  });

  test.each(['rows of a table below each level', 'groups as bold items with a colon'])(
    '%s, and a heading of another kind below one level',
    async (shape) => {
      const pageOf = (name: keyof typeof roles) => {
        const text = `# ${name}\n${shapes[shape]!(careerOf(name), name)}`;
        const aside = '\n### Are you ready?\n\n- Ask your mate what they think of it\n- Write it down\n';
        return [`career/${name}.md`, name === 'dock' ? text.replace('\n## Staff', `${aside}\n## Staff`) : text];
      };
      const files = Object.fromEntries(departments.map(pageOf));
      expect(await findingsOn(files, 'career/{department}.md')).toEqual(told('career/sail.md'));
    },
  );

  test('tabs of MDX pages', async () => {
    const write = byLevel(
      (name) => `<TabItem value="${name.toLowerCase()}" label="${name}">\n\n`,
      (title, asks) => `### ${title}\n\n${list(asks)}\n`,
      '</TabItem>\n',
    );
    const files = {
      'docusaurus.config.js':
        "module.exports = {title: 'H', url: 'https://h.example', baseUrl: '/', presets: [['classic', {}]]};\n",
      ...Object.fromEntries(
        departments.map((name) => [
          `docs/career/${name}.mdx`,
          `---\ntitle: ${name}\n---\n\n<Tabs>\n${write(careerOf(name), name)}</Tabs>\n`,
        ]),
      ),
    };
    expect(await proposed(files)).toEqual(['docs/career/{department}.mdx']);
    expect(await findingsOn(files, 'docs/career/{department}.mdx')).toEqual(told('docs/career/sail.mdx'));
  });

  test.each<[string, Files, string, string, string]>([
    [
      'tabs of shortcodes',
      { 'hugo.yaml': 'title: Harbour\n', 'layouts/shortcodes/tab.html': '{{ .Inner | markdownify }}' },
      'content/career',
      '{{% tab "LEVEL" %}}\n\n',
      '{{% /tab %}}\n',
    ],
    [
      'parts of shortcodes that readers open',
      { 'hugo.yaml': 'title: Harbour\n', 'layouts/shortcodes/expand.html': '{{ .Inner | markdownify }}' },
      'content/career',
      '{{< expand open=true title="LEVEL" >}}\n\n',
      '{{< /expand >}}\n',
    ],
    ['tabs of GitBook', { '.gitbook.yaml': 'root: ./\n' }, 'career', '{% tab title="LEVEL" %}\n\n', '{% endtab %}\n\n'],
    ['tabs of MyST', { 'conf.py': 'extensions = []\n' }, 'career', ':::{tab-item} LEVEL\n\n', ':::\n\n'],
  ])('%s', async (_, site, folder, open, close) => {
    const write = byLevel(
      (name) => open.replace('LEVEL', name),
      (title, asks) => `### ${title}\n\n${list(asks)}\n`,
      close,
    );
    const files = {
      ...site,
      ...Object.fromEntries(
        departments.map((name) => [`${folder}/${name}.md`, `# ${name}\n\n${write(careerOf(name), name)}`]),
      ),
    };
    const pattern = `${folder}/{department}.md`;
    expect(await proposed(files)).toEqual([pattern]);
    expect(await findingsOn(files, pattern)).toEqual(told(`${folder}/sail.md`));
  });

  test.each([
    ['tabs', '=== "LEVEL"\n'],
    ['notes that readers open', '??? note "LEVEL"\n'],
  ])('%s of MkDocs, whose headings are indented', async (_, sign) => {
    const write = byLevel(
      (name) => `${sign.replace('LEVEL', name)}\n`,
      (title, asks) => `    ### ${title}\n\n${list(asks, '    - ')}\n`,
    );
    const files = {
      'mkdocs.yml': 'site_name: Harbour\nmarkdown_extensions: [pymdownx.details, pymdownx.tabbed]\n',
      ...Object.fromEntries(
        departments.map((name) => [
          `docs/career/${name}.md`,
          `# ${name}\n\n${write(careerOf(name), name)}## How to grow\n\n- Ask your master\n`,
        ]),
      ),
    };
    expect(await proposed(files)).toEqual(['docs/career/{department}.md']);
    expect(await findingsOn(files, 'docs/career/{department}.md')).toEqual(told('docs/career/sail.md'));
  });

  test('departments as headings above tables of one page', async () => {
    const tables = departments.map((name) => {
      const career = Object.values(careerOf(name));
      const rows = ['Water', 'People'].map(
        (title) => `| ${title} | ${career.map((groups) => (groups[title] ?? []).join('<br>')).join(' | ')} |\n`,
      );
      return `\n## ${name}\n\n| | Junior | Senior | Staff |\n| --- | --- | --- | --- |\n${rows.join('')}`;
    });
    const files = { 'README.md': '# Harbour\n', 'career-levels.md': `# Levels\n${tables.join('')}` };
    expect(await proposed(files)).toEqual(['career-levels.md']);
    expect(await findingsOn(files, 'career-levels.md')).toEqual(
      told('career-levels.md').map((each) =>
        each.replace('Sail,', 'sail,').replace('Deck, Dock and Galley', 'deck, dock and galley'),
      ),
    );
  });
});

describe('a group that stands in no heading', () => {
  const lines = (name: string, asks: readonly string[]) => `**${name}**\n\n${prose(asks)}\n`;
  const items = (name: string, asks: readonly string[]) => `- **${name}**\n${list(asks, '  - ')}`;
  const terms = (name: string, asks: readonly string[]) => `${name}\n${list(asks, ': ')}\n`;
  const lacks = 'Sail, Senior lacks the group People, which other pages of this framework have.';
  const misspelt = 'The heading "Poeple" looks like a misspelling of "People". Correct it.';
  test.each<[string, (name: string, asks: readonly string[]) => string, string, string, string]>([
    ['items', items, 'is lost', '', lacks],
    ['items', items, 'is misspelt', 'Poeple', misspelt],
    ['items', items, 'holds nothing', 'People', 'Sail, Senior has no competencies under "People".'],
    ['terms', terms, 'is lost', '', lacks],
    ['terms', terms, 'is misspelt', 'Poeple', misspelt],
    ['bold lines', lines, 'is misspelt', 'Poeple', misspelt],
  ])('as %s: one %s', async (_, group, fault, name, wanted) => {
    const write = (isSail: boolean) =>
      Object.entries({ ...asked, Fellow: { Water: ['Knows the sea by heart'], People: ['Is known by every crew'] } })
        .map(([level, { Water = [], People = [] }]) => {
          const isWrong = isSail && level === 'Senior';
          const asks = isWrong && fault === 'holds nothing' ? [] : People;
          const people = isWrong ? (name === '' ? '' : group(name, asks)) : group('People', People);
          return `\n## ${level}\n\n${group('Water', Water)}${people}${group('Ship', ['Scrubs every plank aboard'])}`;
        })
        .join('');
    const files = Object.fromEntries(departments.map((of) => [`career/${of}.md`, `# ${of}\n${write(of === 'sail')}`]));
    const found = await findingsOn(files, 'career/{department}.md');
    expect(found).toEqual([expect.stringContaining(wanted)]);
  });
});

test('a column that is called as one of names is a group where it holds competencies', async () => {
  const rows = Object.entries(asked).map(
    ([level, { Water = [], People = [] }]) => `| ${level} | ${Water.join('<br>')} | ${People.join('<br>')} |\n`,
  );
  const page = `# Table\n\n| Level | Scope | Team |\n| --- | --- | --- |\n${rows.join('')}`;
  const files = { ...Object.fromEntries(['deck', 'dock', 'galley'].map((name) => [`career/${name}.md`, page])) };
  const lacking = page.replace('Teaches others to read the chart<br>', '');
  expect(await findingsOn({ ...files, 'career/sail.md': lacking }, 'career/{department}.md')).toEqual([
    'career/sail.md: Sail, Senior lacks "Teaches others to read the chart" under Team, which Deck, Dock and Galley have. Add it, or agree that nobody asks for it.',
  ]);
});

test('a page called careers may hold all departments', async () => {
  const levels = (name: keyof typeof roles) =>
    Object.entries(asked).map(([level, groups]) => `### ${level} ${roles[name]}\n\n${list(groups.Water ?? [])}\n`);
  const text = departments.map((name) => `## ${name}\n\n${levels(name).join('')}`).join('\n');
  expect(await proposed({ 'README.md': '# Harbour\n', 'careers.md': `# Careers\n\n${text}` })).toEqual(['careers.md']);
});

describe('a heading that one level of a department lacks, and no other department has', () => {
  const pagesOf = (text: (asks: readonly string[]) => string): Files =>
    Object.fromEntries(
      ['junior', 'senior', 'staff', 'fellow'].flatMap((level) =>
        departments.map((name) => {
          const water = text(asked.Senior?.Water ?? []);
          const own = name === 'sail' && level !== 'fellow' ? `\n## Canvas\n\n${text(asked.Staff?.People ?? [])}` : '';
          return [`career/${name}/${level}.md`, `# ${level}\n\n## Water\n\n${water}${own}`];
        }),
      ),
    );

  test('is told of lists', async () =>
    expect(
      await findingsOn(
        pagesOf((asks) => list(asks)),
        'career/{department}/{level}.md',
      ),
    ).toEqual([
      'career/sail/fellow.md: Sail, Fellow lacks the group Canvas, which other pages of Sail have. Add a heading with a list below it.',
    ]));

  test('is left alone in prose', async () =>
    expect(await findingsOn(pagesOf(prose), 'career/{department}/{level}.md')).toEqual([]));
});

describe('what is no competency', () => {
  test('a page of one or two sentences for each level', async () => {
    const files = Object.fromEntries(
      departments.map((name) => [
        `career/${name}.md`,
        '# Ranks\n\n## Junior\n\nBegins to sail with us.\n\n## Senior\n\nHas sailed for long. Knows the sea.\n',
      ]),
    );
    expect(await proposed(files)).toEqual([]);
  });

  test('facts in bold words above the groups of a page', async () => {
    const files = Object.fromEntries(
      departments.map((name) => [
        `career/${name}/senior.md`,
        `# Senior\n\n- **Berth:** ${name === 'sail' ? 'Ashore' : 'On board'}\n- **Watch:** Day\n\n## Water\n\n${list(asked.Senior?.Water ?? [])}`,
      ]),
    );
    expect(await findingsOn(files, 'career/{department}/{level}.md')).toEqual([]);
  });
});

test('a level with one competency in each row of its table has the groups of the other levels', async () => {
  const ask = (name: string) => `Owns the plans of ${name} in full. Tests the work of ${name} each day.`;
  const page = (of: string, mid: (name: string) => string) =>
    ['Junior', 'Mid', 'Senior']
      .map((level) => {
        const text = (name: string) => (level === 'Mid' ? mid(name) : ask(`${level} ${name} at ${of}`));
        return `## ${level}\n\n| Area | What |\n| --- | --- |\n| Craft | ${text('craft')} |\n| People | ${text('people')} |\n`;
      })
      .join('\n');
  const handbook = await memoryHandbook(
    {
      'a/tea.md': page('tea', ask),
      'a/rum.md': page('rum', ask),
      'a/gin.md': page('gin', (name) => `Learns all that there is of ${name}.`),
    },
    { config: 'site: github\nframeworks:\n  - name: growth\n    pages: a/{department}.md\n' },
  );
  const judging = rules.filter(({ id }) => id === 'handbook-competency-structure');
  expect(lint(handbook, { rules: judging }).findings).toEqual([]);
});
