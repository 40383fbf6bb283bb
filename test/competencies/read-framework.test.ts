import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { describeFrameworks } from '../../src/cli/explain/describe-frameworks.ts';
import type { LevelPage } from '../../src/competencies/framework.ts';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { lint } from '../../src/lint/run.ts';
import type { Handbook } from '../../src/model/handbook.ts';
import { fixtures } from '../support/fixtures.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const competencyRules = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const frameworkYaml = 'frameworks:\n  - name: careers\n    pages: content/careers/{department}/{level}.md\n';

function levelPage(handbook: Handbook, path: string): LevelPage {
  const page = frameworksOf(handbook).flatMap(({ pages }) => pages.filter((each) => each.page.path === path))[0];
  if (page === undefined) throw new Error(`${path} is no level page`);
  return page;
}

function counts(page: LevelPage): readonly (readonly [string, number])[] {
  return page.groups.map(({ group, items }) => [group.name, items.length] as const);
}

test('a page with groups of its own and shared lists through includes is read whole', async () => {
  const handbook = await openHandbook({ root: `${fixtures}competency-structure/ordered-groups` });
  const page = levelPage(handbook, 'content/careers/kitchen/head.md');
  expect(counts(page)).toEqual([
    ['Accountability', 6],
    ['Credibility', 6],
    ['Autonomy', 6],
    ['Team building', 8],
    ['Leadership', 8],
    ['Technical', 7],
    ['Values Alignment', 6],
  ]);
  const [accountability, , , , leadership, technical, values] = page.groups;
  expect(accountability?.lists.map(({ kind, via }) => [kind, via])).toEqual([['ordered', null]]);
  expect(leadership?.lists.map(({ kind }) => kind)).toEqual(['bulleted']);
  expect([leadership, technical, values].map((group) => new Set(group?.items.map((item) => item.page.path)))).toEqual([
    new Set(['assets/includes/careers/head-leadership.md']),
    new Set(['assets/includes/careers/head-technical.md']),
    new Set(['assets/includes/careers/values.md']),
  ]);
  for (const item of page.groups.flatMap(({ items }) => items)) {
    // The range is exactly the item's words in the file that holds them.
    const source = item.page.text.slice(...item.textRange);
    expect(source.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')).toBe(item.wording.text);
  }
});

test('levels, departments, groups and shared lists are found by the path pattern alone', async () => {
  const handbook = await openHandbook({ root: `${fixtures}competency-structure/ordered-groups` });
  expect(describeFrameworks(handbook)).toBe(`Framework careers, pages at content/careers/{department}/{level}.md
  Levels, found
    Junior, Senior, Head
  Groups of every page, found
    Leadership
    Technical
    Values Alignment
  Shared lists, found
    Junior, Leadership, 2 competencies in assets/includes/careers/junior-leadership.md
    Junior, Technical, 3 competencies in assets/includes/careers/junior-technical.md
    Junior, Values Alignment, 6 competencies in assets/includes/careers/values.md
    Senior, Leadership, 2 competencies in assets/includes/careers/senior-leadership.md
    Senior, Technical, 2 competencies in assets/includes/careers/senior-technical.md
    Senior, Values Alignment, 6 competencies in assets/includes/careers/values.md
    Head, Leadership, 8 competencies in assets/includes/careers/head-leadership.md
    Head, Technical, 7 competencies in assets/includes/careers/head-technical.md
    Head, Values Alignment, 6 competencies in assets/includes/careers/values.md
  Competencies by department and level
                       Junior  Senior  Head
    The base (base)        11      10    21
    Kitchen (kitchen)      16      18    47  groups of its own Accountability, Credibility, Autonomy, Team building
`);
});

test('categories are no competencies, and nested items belong to their parent', async () => {
  const body = `## Craft

- Tests and tooling
  - Writes tests first.
  - Keeps the pipeline fast.
- Shares what they know, which may include the following:
  - Talks
  - Articles
- Reviews within a day.
`;
  const handbook = await memoryHandbook({
    'handbook.yaml': frameworkYaml,
    'content/_index.md': '# Home\n',
    'content/careers/a/senior.md': body,
    'content/careers/b/senior.md': body.replaceAll('a day', 'two days'),
  });
  const [group] = levelPage(handbook, 'content/careers/a/senior.md').groups;
  expect(
    group?.items.map(({ wording, category, details }) => [wording.text, category?.wording.text ?? null, details]),
  ).toEqual([
    ['Writes tests first.', 'Tests and tooling', []],
    ['Keeps the pipeline fast.', 'Tests and tooling', []],
    ['Shares what they know, which may include the following:', null, ['Talks', 'Articles']],
    ['Reviews within a day.', null, []],
  ]);
});

test('an include in the middle of a page, an include in an include, and includes that include each other', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': frameworkYaml,
    'content/_index.md': '# Home\n',
    'content/careers/a/senior.md': `## Craft

- One.

{{% include "includes/two.md" %}}
{{% include "includes/loop.md" %}}

- Four.
`,
    'content/careers/b/senior.md': '## Craft\n\n- One.\n',
    'assets/includes/two.md': '- Two.\n\n{{% include "includes/three.md" %}}\n',
    'assets/includes/three.md': '- Three.\n',
    'assets/includes/loop.md': '{{% include "includes/loop.md" %}}\n',
  });
  const [group] = levelPage(handbook, 'content/careers/a/senior.md').groups;
  expect(group?.items.map(({ wording, page, via }) => [wording.text, page.path, via?.argument ?? null])).toEqual([
    ['One.', 'content/careers/a/senior.md', null],
    ['Two.', 'assets/includes/two.md', 'includes/two.md'],
    ['Three.', 'assets/includes/three.md', 'includes/two.md'],
    ['Four.', 'content/careers/a/senior.md', null],
  ]);
  expect(group?.incomplete).toBe(true);
});

test.each([
  ['{{$ include "a.md" %}}', true],
  ['{{% include "a.md" }}', true],
  ['{{< note', true],
  ['{{< note x= >}}', true],
  ['{{< note >}}\nwords {{< /notes >}}', true],
  ['{{< note >}}', true],
  ['words', false],
  ['- Two.\n\n{{% include "a.md" }}', true],
  ['| A |\n| --- |\n| Two. |\n\n{{% include "a.md" }}', true],
  ['{{% include "includes/b.md" %}}\n\n{{% include "a.md" }}', true],
  ['### Below\n\n{{% include "a.md" }}', true],
  ['## Else\n\n{{% include "a.md" }}', false],
  ['<p>Two.</p>\n\n## Else\n\n{{% include "a.md" }}', false],
  ['{{% include "includes/b.md" %}}\n\n## Else\n\n{{% include "a.md" }}', false],
])('a group with %s is not known whole: %s', async (written, incomplete) => {
  const handbook = await memoryHandbook({
    'handbook.yaml': `site: hugo\n${frameworkYaml}`,
    'layouts/shortcodes/note.html': '<p>{{ .Get "x" }}</p>',
    'assets/includes/b.md': '- Three.\n',
    'content/careers/a/senior.md': `## First\n\n- One.\n\n## Craft\n\n- One.\n\n${written}\n\n## People\n\n- Two.\n`,
    'content/careers/b/senior.md': '## First\n\n- One.\n\n## Craft\n\n- One.\n\n## People\n\n- Two.\n',
  });
  const { groups } = levelPage(handbook, 'content/careers/a/senior.md');
  expect(groups.map((group) => group.incomplete)).toEqual([false, incomplete, false]);
});

test('tables with levels as columns are a framework too', async () => {
  const handbook = await openHandbook({ root: `${fixtures}competency-structure/tables` });
  const [framework] = frameworksOf(handbook);
  const kitchen = framework?.pages.filter(({ department }) => department.id === 'kitchen');
  expect(
    kitchen?.map(({ level, groups }) => [
      level.name,
      groups.map(({ group, items }) => [group.name, items.map(({ row, wording }) => `${row} – ${wording.text}`)]),
    ]),
  ).toEqual([
    [
      'Junior',
      [
        ['Craft', ['Knives – Keeps them sharp.', 'Waste – Weighs it.']],
        ['People', ['Feedback – Takes it.']],
      ],
    ],
    [
      'Senior',
      [
        ['Craft', ['Knives – Chooses what we buy.', 'Waste – Halves it.']],
        ['People', ['Feedback – Asks for it in kitchen meetings.']],
      ],
    ],
  ]);
});

test('a framework without pages, and one whose pages say nothing, are read and give nothing', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': `${frameworkYaml}  - name: elsewhere\n    pages: content/nowhere/{department}/{level}.md\n`,
    'content/_index.md': '# Home\n',
    'content/careers/constructor/toString.md': '',
    'content/careers/__proto__/x.md': '\n',
  });
  expect(frameworksOf(handbook).map(({ pages, shared }) => [pages.length, shared.length])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test('what was left out of a framework is said, with why', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'site: hugo\nframeworks:\n  - name: careers\n    pages: content/careers/{department}.md\n',
    'content/_index.md': '# Home\n',
    'content/careers/a.md': '# A\n\n## Junior\n\n- One thing.\n\n## Senior\n\n- Another thing.\n- A third.\n',
    'content/careers/b.md': '# B\n\n## Junior\n\n- Something.\n\n## Staff\n\n- Else.\n',
    'content/careers/c.md': '# C\n\nNothing yet.\n',
  });
  expect(describeFrameworks(handbook)).toContain(`  Competencies by department and level
           Junior
    A (a)       1
    B (b)       1
  Left out
    content/careers/c.md:1 names no levels
`);
});

test.each([
  [
    'content/{department}/{department}.md',
    'line 3, "frameworks.1.pages" cannot be used. {department} may stand in it only once',
  ],
  ['content/{level}/{level}.md', 'line 3, "frameworks.1.pages" cannot be used. {level} may stand in it only once'],
  [
    'content/{team}/{level}.md',
    'line 3, "frameworks.1.pages" cannot be used. Only {department} and {level} may stand in it, and not {team}',
  ],
  [
    'content/careers',
    'line 3, "frameworks.1.pages" cannot be used. It needs {department} or {level} in it, or to be one page',
  ],
])('a pattern %s is an error with its line', async (pattern, complaint) => {
  const config = `frameworks:\n  - name: careers\n    pages: "${pattern}"\n`;
  await expect(memoryHandbook({ 'content/_index.md': '' }, { config })).rejects.toThrow(complaint);
});

test('a framework that asks for no groups is read all the same', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': `${frameworkYaml}    groups: []\n`,
    'content/_index.md': '# Home\n',
    'content/careers/a/senior.md': '## Craft\n\n- Plans.\n\n## People\n\n- Helps.\n',
    'content/careers/b/senior.md': '## Craft\n\n- Digs.\n',
    'content/careers/c/senior.md': '- Alone.\n',
  });
  expect(frameworksOf(handbook)[0]?.pages.map((page) => counts(page))).toEqual([
    [['Craft', 1]],
    [['Craft', 1]],
    [['Competencies', 1]],
  ]);
  expect(lint(handbook, { rules: competencyRules, known: rules.map(({ id }) => id) }).findings).toEqual([]);
});
