import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

/** What is said of a framework whose pages lie at `pages`, as `path:line message`. `more`: further lines of its configuration. */
async function saidOf(files: Files, pages: string, more = ''): Promise<readonly string[]> {
  const judging = rules.filter(({ id }) => /^handbook-(?:competency-|role-name)/.test(id));
  const config = `site: github\nframeworks:\n  - name: growth\n    pages: ${pages}\n${more}`;
  const handbook = await memoryHandbook(files, { config });
  const { findings } = lint(handbook, { rules: judging, known: rules.map(({ id }) => id) });
  return findings.map(({ path, start, message }) => `${path}:${start.line} ${message}`);
}

const departments = ['dock', 'deck', 'sail', 'galley'];
const levels = ['Junior', 'Senior', 'Staff'];
const asks: readonly (readonly [craft: readonly string[], crew: readonly string[]])[] = [
  [
    ['Keeps the log of each watch', 'Reads the chart before every turn'],
    ['Wakes the next watch in time', 'Asks before cutting a rope'],
  ],
  [
    ['Plans a passage of three days', 'Repairs a torn sail at sea'],
    ['Teaches others to read the chart', 'Settles quarrels in the mess'],
  ],
  [
    ['Decides when the fleet stays in port', 'Draws the plans of new hulls'],
    ['Picks the masters of new ships', 'Speaks for the crew before the owners'],
  ],
];
const list = (items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');
const pagesOf = (text: (department: string) => string): Files =>
  Object.fromEntries(departments.map((name) => [`careers/${name}.md`, text(name)]));
const named = (group: string) => group;

/** A department's page with its levels as headings. */
function page(department: string, heading: (group: string, level: number) => string = named, lead = ''): string {
  const body = levels.map((level, at) => {
    const first = at === 0 || lead === '' ? '' : `- ${lead.replace('LEVEL', levels[at - 1]!)}\n`;
    const groups = asks[at]!.map(
      (items, group) => `### ${heading(['Craft', 'Crew'][group]!, at)}\n\n${first}${list(items)}`,
    );
    return `## ${level}\n\n${groups.join('\n')}`;
  });
  return `# ${department}\n\n${body.join('\n')}`;
}

describe('what leads into a list', () => {
  test.each(['Everything from LEVEL, and:', 'All of the above.', 'Same as LEVEL, plus'])(
    '"%s" at the start of each list is not asked for twice',
    async (lead) => {
      expect(
        await saidOf(
          pagesOf((name) => page(name, named, lead)),
          'careers/{department}.md',
        ),
      ).toEqual([]);
    },
  );

  test('what begins one list and stands elsewhere is', async () => {
    const files = pagesOf((name) =>
      page(name)
        .replace('- Wakes', `${list([asks[0]![0][0]!])}- Wakes`)
        .replace('- Asks', '- Calls the cook\n- Asks'),
    );
    const said = await saidOf(
      { ...files, 'careers/dock.md': page('dock').replace('- Asks', `${list([asks[0]![0][0]!])}- Asks`) },
      'careers/{department}.md',
    );
    expect(said).toContain(
      'careers/dock.md:13 Dock, Junior asks for "Keeps the log of each watch" twice. Remove one of the two.',
    );
  });

  test('what is asked for is, though it begins all groups or names another level', async () => {
    const files = pagesOf((name) =>
      page(name, named, 'Writes home once a week').replaceAll('Writes home', 'Shows each LEVEL the ropes'),
    );
    const twice = pagesOf((name) => files[`careers/${name}.md`]!.replaceAll('LEVEL', 'Junior'));
    const said = await saidOf(twice, 'careers/{department}.md');
    expect(said).toHaveLength(departments.length * 2);
    expect(said[0]).toContain('asks for "Shows each Junior the ropes once a week" twice');
  });

  test.each([
    'Junior sailors mend the nets, plus the sails, and this is what we ask of them.',
    'As a Junior sailor you mend the nets and the sails.',
    'All Junior sailors mend the nets and the sails.',
  ])('"%s" is said of the level that it names', async (sentence) => {
    const files = pagesOf((name) => page(name).replace('## Senior\n\n', `## Senior\n\n${sentence}\n\n`));
    expect(await saidOf(files, 'careers/{department}.md')).toHaveLength(departments.length);
  });

  test.each([
    'Everything asked at level Junior, and more.',
    'Junior expectations, plus:',
    'The requirements of Junior sailors, in addition to the following.',
    'All Junior expectations are met, plus the following.',
    'Everything a Junior does at the Junior level.',
  ])('"%s" says nothing wrong of the level above', async (sentence) => {
    const files = pagesOf((name) => page(name).replace('## Senior\n\n', `## Senior\n\n${sentence}\n\n`));
    expect(await saidOf(files, 'careers/{department}.md')).toEqual([]);
  });

  test('a row of a table that begins so is no head', async () => {
    const cell = (items: readonly string[], at: number) =>
      [...(at === 0 ? [] : [`Everything from ${levels[at - 1]}, and:`]), ...items].join('<br>');
    const files = pagesOf(
      (name) =>
        `# ${name}\n\n| Level | Craft | Crew |\n|---|---|---|\n${levels
          .map((level, at) => `| ${level} | ${asks[at]!.map((items) => cell(items, at)).join(' | ')} |\n`)
          .join('')}`,
    );
    expect(await saidOf(files, 'careers/{department}.md')).toEqual([]);
    const changed = {
      ...files,
      'careers/sail.md': files['careers/sail.md']!.replace('Repairs a torn', 'Mourns a torn'),
    };
    expect(await saidOf(changed, 'careers/{department}.md')).toEqual([
      'careers/sail.md:6 Sail words this Senior competency differently from Deck, Dock and Galley. Here it says "Mourns", they have "Repairs".',
    ]);
  });
});

test('a weight behind the name of a group, another one at each level, is no part of it', async () => {
  const weighed = pagesOf((name) => page(name, (group, at) => `${group} (${30 + at * 10} %)`));
  expect(await saidOf(weighed, 'careers/{department}.md')).toEqual([]);
  const lost = { ...weighed, 'careers/sail.md': weighed['careers/sail.md']!.replace(/### Crew \(40 %\)[^#]*/, '') };
  expect(await saidOf(lost, 'careers/{department}.md')).toEqual([
    'careers/sail.md:15 Sail, Senior lacks the group Crew, which other pages of this framework have. Add a heading with a list below it.',
  ]);
});

describe('pages beside those of departments', () => {
  test.each(['_template', 'TEMPLATE', 'department-template'])('%s.md to copy is none', async (name) => {
    const files = {
      ...pagesOf((each) => page(each)),
      [`careers/${name}.md`]: page('Name').replace(/^- .*/gm, '- TODO'),
    };
    expect(await saidOf(files, 'careers/{department}.md')).toEqual([]);
  });

  test('nor is one in the folder of a department that handbook.yaml names', async () => {
    const files = Object.fromEntries(
      departments.flatMap((name) =>
        levels.map((level, at) => [`careers/${name}/${level.toLowerCase()}.md`, `# ${level}\n\n${list(asks[at]![0])}`]),
      ),
    );
    const template = { 'careers/sail/template.md': '# Level\n\n- TODO\n' };
    const more = '    departments:\n      sail: {name: Sails}\n';
    expect(await saidOf({ ...files, ...template }, 'careers/{department}/{level}.md', more)).toEqual(
      await saidOf(files, 'careers/{department}/{level}.md', more),
    );
  });

  test.each([
    ['report-templates', ''],
    ['page-template', '    departments:\n      page-template: {name: Pages}\n'],
  ])('%s may be a department', async (name, more) => {
    const files = {
      ...pagesOf((each) => page(each)),
      [`careers/${name}.md`]: page(name).replace(/## Staff[\s\S]*/, ''),
    };
    const said = await saidOf(files, 'careers/{department}.md', more);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`careers/${name}.md`);
  });

  test('a department that has its levels in prose is told to lack lists', async () => {
    const prose = levels.map((level) => `## ${level}\n\nSails for a while, and likes it.\n`).join('\n');
    expect(
      await saidOf(
        { ...pagesOf((each) => page(each)), 'careers/lookout.md': `# Lookout\n\n${prose}` },
        'careers/{department}.md',
      ),
    ).toEqual([
      'careers/lookout.md:1 The framework "growth" finds no list of competencies here. Write them as a list, or add this page to exclude in handbook.yaml.',
    ]);
  });
});

describe('one page for all', () => {
  const ladder = (change = (text: string, _department: string, _level: string) => text) =>
    `# Ladder\n\n${levels
      .map(
        (level, at) =>
          `## ${level}\n\n${departments
            .map((name) => {
              const groups = asks[at]!.map((items, group) => `#### ${['Craft', 'Crew'][group]}\n\n${list(items)}`);
              return change(`### ${name}\n\n${groups.join('\n')}`, name, level);
            })
            .join('\n')}`,
      )
      .join('\n')}`;

  test('its levels may hold the departments', async () => {
    expect(await saidOf({ 'career-ladder.md': ladder() }, 'career-ladder.md')).toEqual([]);
  });

  test.each([
    ['a competency less', /- Repairs.*\n/, 'lacks "Repairs a torn sail at sea" under Craft'],
    ['a group less', /#### Crew[^#]*/, 'lacks the group Crew'],
  ])('%s is told of the department', async (_name, lost, said) => {
    const text = ladder((each, name, level) => (name === 'sail' && level === 'Senior' ? each.replace(lost, '') : each));
    const [finding, ...more] = await saidOf({ 'career-ladder.md': text }, 'career-ladder.md');
    expect(finding).toContain(`sail, Senior ${said}`);
    expect(more).toEqual([]);
  });
});

describe.each(['one page', 'a page each'])('levels that hold groups, on %s', (place) => {
  const both = ['Mends nets on quiet days', 'Writes home once a month'];

  async function said(items: (own: readonly string[], level: number) => readonly string[], more = '') {
    const texts = levels.map((level, at) => {
      const groups = asks[at]!.map((own, group) => `### ${['Craft', 'Crew'][group]}\n\n${list(items(own, at))}`);
      return `# ${level}\n\n${groups.join('\n')}`;
    });
    if (place === 'one page')
      return saidOf({ 'ladder.md': `# Ladder\n\n${texts.map((text) => `#${text}`).join('\n')}` }, 'ladder.md', more);
    const files = Object.fromEntries(texts.map((text, at) => [`careers/${levels[at]!.toLowerCase()}.md`, text]));
    return saidOf(files, 'careers/{level}.md', more);
  }

  test.each([
    ['declared ones', '    groups: [Craft, Crew]\n'],
    ['ones of a profile', '    profiles:\n      sea: {groups: [Craft, Crew]}\n'],
  ])('are told of what stands there twice: %s', async (_name, more) => {
    const found = await said(() => both, more);
    expect(found).toHaveLength(levels.length * both.length);
    for (const each of found) expect(each).toMatch(/asks for ".*" twice/);
  });

  test('may begin all groups with what leads in', async () => {
    const leads = ['Everything before, and:', 'As before, and also:'];
    expect(await said((_own, at) => [leads[at % 2]!, both[at % 2]!])).toHaveLength(levels.length);
  });

  test.runIf(place === 'one page')('may ask for some things in several groups', async () => {
    expect(await said((own) => [...own, ...both])).toHaveLength(levels.length * both.length);
  });

  test.runIf(place === 'one page')('may each have groups of their own', async () => {
    const names = ['Craft', 'Crew', 'Cargo', 'Cook'];
    const texts = levels.map((level, at) => {
      const groups = names.slice(at, at + 2).map((name) => `### ${name}\n\n${list(both)}`);
      return `## ${level}\n\n${groups.join('\n')}`;
    });
    const found = await saidOf({ 'ladder.md': `# Ladder\n\n${texts.join('\n')}` }, 'ladder.md');
    expect(found.filter((each) => / has no heading for /.test(each))).toEqual([]);
  });
});

describe('levels in data', () => {
  const data = (title: (level: string) => string, id: (level: string, at: number) => string) =>
    Object.fromEntries(
      [
        ['dock', 'Software Engineer'],
        ['deck', 'Software Test Engineer'],
        ['sail', 'Sailmaker'],
        ['galley', 'Baker'],
      ].map(([name, role]) => [
        `data/${name}.yaml`,
        `levels:\n${levels
          .map(
            (level, at) =>
              `  - id: ${id(level, at)}\n    title: ${title(level)} ${role}\n    asks:\n` +
              asks[at]!.map(
                (items, group) =>
                  `      ${['Craft', 'Crew'][group]}:\n${items.map((item) => `        - ${item}\n`).join('')}`,
              ).join(''),
          )
          .join('')}`,
      ]),
    );

  test('a title beside the id is no competency', async () => {
    expect(
      await saidOf(
        data(
          (level) => level,
          (level) => level.toLowerCase(),
        ),
        'data/{department}.yaml',
      ),
    ).toEqual([]);
  });

  test('a title names the level where the id does not', async () => {
    const files = data(
      (level) => level,
      (_level, at) => `x${at}y`,
    );
    expect(await saidOf(files, 'data/{department}.yaml')).toEqual([]);
    const lost = { ...files, 'data/sail.yaml': files['data/sail.yaml']!.replace(/ +- Repairs.*\n/, '') };
    expect(await saidOf(lost, 'data/{department}.yaml')).toHaveLength(1);
  });

  test.each([
    ['category: Craft, name', 'list'],
    ['id: 1, title', 'list'],
    ['id: 1, title', 'map'],
  ])('{%s: …} in a %s is a competency where the map says no more', async (keys, kind) => {
    const items = (at: number) => asks[at]!.flat().map((text) => `      - {${keys}: ${text}}\n`);
    const below = kind === 'map' ? '    Craft:\n' : '';
    const whole = Object.fromEntries(
      departments.map((name) => [
        `data/${name}.yaml`,
        levels.map((level, at) => `${level}:\n${below}${items(at).join('')}`).join(''),
      ]),
    );
    expect(await saidOf(whole, 'data/{department}.yaml')).toEqual([]);
    const changed = { ...whole, 'data/sail.yaml': whole['data/sail.yaml']!.replace('Repairs a torn', 'Mourns a torn') };
    const [said = '', ...more] = await saidOf(changed, 'data/{department}.yaml');
    expect(said).toContain('Here it says "Mourns", they have "Repairs".');
    expect(more).toEqual([]);
  });

  test('an id that handbook.yaml lists as a level names it, whatever the title', async () => {
    const files = data(
      (level) => level,
      (_level, at) => `crew-${'abc'[at]}`,
    );
    const declared = '    levels: [crew-a, crew-b, crew-c]\n';
    expect(await saidOf(files, 'data/{department}.yaml', declared)).toEqual([]);
    const lost = { ...files, 'data/sail.yaml': files['data/sail.yaml']!.replace(/ +- Repairs.*\n/, '') };
    expect(await saidOf(lost, 'data/{department}.yaml', declared)).toHaveLength(1);
  });
});
