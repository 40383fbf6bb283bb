import { describe, expect, test } from 'vitest';
import reportingLine from '../../rules/reporting-line.ts';
import requiredSections from '../../rules/required-sections.ts';
import roleName from '../../rules/role-name.ts';
import { type LintOptions, lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const config = (keys = '') => `site: hugo\npageTypes:\n  job-family: {pages: [content/jobs/**]}\n${keys}`;
const role = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

/** What a rule says of these pages below content/jobs/. */
async function said(
  rule: LintOptions['rules'][number],
  pages: Readonly<Record<string, string>>,
  keys?: string,
): Promise<readonly string[]> {
  const files = Object.entries(pages).map(([name, text]) => [`content/jobs/${name}.md`, text]);
  const handbook = await memoryHandbook({ 'handbook.yaml': config(keys), ...Object.fromEntries(files) });
  return lint(handbook, { rules: [rule] }).findings.map(({ message }) => message.replace(/\. .*/s, '.'));
}

describe('who reports to whom', () => {
  test.each([
    ['Deckhands report to the Harbour Pilot.', []],
    ['Reporting to the Harbour Pilot are six deckhands.', []],
    ['You look after six deckhands, who report to the Harbour Pilot.', []],
    ['The Harbour Pilot reports to the Harbour Pilot.', ['"Harbour Pilot" reports to itself here.']],
  ])("on the boss's own page, a line about those below is none of the boss: %s", async (text, wanted) => {
    expect(await said(reportingLine, { pilot: role('Harbour Pilot', text) })).toEqual(wanted);
  });

  test.each([
    ['| Reports to | The Harbour Pilot reports to the Harbour Master. |', []],
    [
      '| Reports to | Harbour Master |\n| Boss | Tower Director |',
      ['"Harbour Pilot" reports to "Tower Director" here, and to "Harbour Master" above.'],
    ],
  ])('a sentence beside a label in a table says it once: %s', async (rows, wanted) => {
    const text = `| What | |\n| --- | --- |\n${rows}\n`;
    expect(await said(reportingLine, { pilot: role('Harbour Pilot', text) })).toEqual(wanted);
  });

  test.each([
    ['Harbour Pilot (f/m/d)', 'Harbour Pilot', ['"Harbour Pilot" reports to itself here.']],
    ['Harbour Master (m/w/d)', 'Harbuor Master', ['"Harbuor" looks like a misspelling of "Harbour".']],
    ['Harbour Master (all genders)', 'Harbour Master', []],
  ])('for whom a job is says nothing of the role: %s', async (title, boss, wanted) => {
    const pages = { master: role(title, 'Keeps the harbour.'), pilot: role('Harbour Pilot', `Reports to: ${boss}`) };
    const all = title.startsWith('Harbour Pilot')
      ? { pilot: role(title, `The Harbour Pilot reports to the ${boss}.`) }
      : pages;
    expect(await said(reportingLine, all)).toEqual(wanted);
  });

  describe.each([
    ['in the front matter', role],
    ['as the first heading', (title: string, text: string) => `# ${title}\n\n${text}\n`],
    ['with what kind of page it is', (title: string, text: string) => `# Job title: ${title}\n\n${text}\n`],
  ])('with the title %s', (_, page) => {
    test.each([
      ['Harbour Master', ['leads back to it', 'leads back to it']],
      ['Tower Director', []],
    ])('a circle of pages is told: %s', async (boss, wanted) => {
      const found = await said(reportingLine, {
        pilot: page('Harbour Pilot', 'A Harbour Pilot reports to the Harbour Master.'),
        master: page(
          'Harbour Master',
          `A Harbour Master reports to the ${boss.replace('Harbour Master', 'Harbour Pilot')}.`,
        ),
      });
      expect(found.map((each) => /leads back to it/.exec(each)?.[0])).toEqual(wanted);
    });

    test.each([
      ['jobs', 'Harbour Director', 1],
      ['jobs', 'Harbour Manager', 0],
      ['other', 'Harbour Director', 0],
    ])('a level of the same folder whose boss is lower is told: %s, %s', async (folder, boss, wanted) => {
      const found = await said(reportingLine, {
        [folder === 'jobs' ? 'pilot' : `${folder}/pilot`]: page(
          'Harbour Pilot',
          `A Harbour Pilot reports to the ${boss}.`,
        ),
        senior: page('Senior Harbour Pilot', 'A Senior Harbour Pilot reports to the Harbour Manager.'),
      });
      expect(found.filter((each) => each.includes('which is lower than'))).toHaveLength(wanted);
    });
  });

  test('a label with a sentence below it says it once', async () => {
    const text = '**Reporting structure**\n\nA Harbour Pilot reports to the Harbour Master.';
    expect(await said(reportingLine, { pilot: role('Harbour Pilot', text) })).toEqual([]);
    const term = 'Reports to\n: The Harbour Pilot reports to the Harbour Pilot.';
    expect(await said(reportingLine, { pilot: role('Harbour Pilot', term) })).toEqual([
      '"Harbour Pilot" reports to itself here.',
    ]);
  });

  test('the heading of a section names no role', async () => {
    const text = '## Line manager\n\nA Harbour Pilot reports to the Harbour Pilot.';
    const config = 'pageTypes:\n  role: {pages: [content/jobs/**]}\n';
    const handbook = await memoryHandbook({
      'handbook.yaml': config,
      'content/jobs/pilot.md': role('Harbour Pilot', text),
    });
    expect(lint(handbook, { rules: [reportingLine] }).findings).toHaveLength(1);
  });

  test('in a table of roles, each row is about the role that it names', async () => {
    const row = (name: string) => `| ${name} | Shift Lead |\n`;
    const table = (rows: string) =>
      role('Harbour Pilot', `| Role | Reports to |\n| --- | --- |\n| Harbour Pilot | Harbour Master |\n${rows}`);
    expect(await said(reportingLine, { pilot: table(row('Deck Engineer')) })).toEqual([]);
    // A noun that is known for no role names one in a table of several.
    expect(await said(reportingLine, { pilot: table(row('Deckhand')) })).toEqual([]);
    expect(await said(reportingLine, { pilot: table(row('Harbour Pilot')) })).toEqual([
      '"Harbour Pilot" reports to "Shift Lead" here, and to "Harbour Master" above.',
    ]);
  });

  test('where a handbook asks for the pages of all bosses, one that has a page is not reported', async () => {
    const unnamed = 'rules:\n  handbook-reporting-line: [warn, {unnamed: true}]\n';
    const pilot = role('Harbour Pilot', 'The Harbour Pilot reports to the Harbour Master.');
    const master = role('Harbour Master', 'Runs the harbour.');
    expect(await said(reportingLine, { pilot, master }, unnamed)).toEqual([]);
    expect(await said(reportingLine, { pilot }, unnamed)).toEqual([
      'No role page has the title or heading "the Harbour Master".',
    ]);
    // What follows names no role, so that the sentence is about the page's own.
    const open = role('Harbour Pilot', 'Reporting to the Harbour Master, the Quay is where you work.');
    expect(await said(reportingLine, { open, master }, unnamed)).toEqual([]);
    expect(await said(reportingLine, { open }, unnamed)).toHaveLength(1);
  });
});

test('a sentence names another role than its page, unless some page is about that role', async () => {
  const specialist = role('Harbour Specialist', '## Overview\n\nThe Harbour Coordinator brings ships in.');
  const coordinator = role('Harbour Coordinator', '## Overview\n\nRuns the tower.');
  expect(await said(roleName, { specialist })).toHaveLength(1);
  expect(await said(roleName, { specialist, coordinator })).toEqual([]);
});

test.each([
  ['which the text has right twice', 'Harbuor', 'Harbour', 'Harbour Master', 1],
  ['which the page has once more', 'Harbuor', 'Harbour', 'Harbour Master, in the Harbuor', 0],
  ['which the page has right once alone', 'Harbuor', 'Harbour', 'Tower Master', 0],
  ['of six letters', 'Harobr', 'Harbor', 'Harbor Master', 1],
  ['of five letters, which may be another word', 'Caost', 'Coast', 'Coast Master', 0],
])('a heading has a misspelt word %s', async (_, written, right, boss, count) => {
  const text = `## Levels\n\n### ${written} Pilot\n\nThe ${right} Pilot reports to the ${boss}.\n`;
  const wanted = Array(count).fill(`The heading says "${written}", and the text below it "${right}".`);
  expect(await said(roleName, { pilot: role('Pilot', text) })).toEqual(wanted);
});

test.each([
  ['staff', 1],
  ['staff/README', 1],
  ['staff/_index', 1],
  ['senior', 0],
  ['intermediate-to-staff', 0],
  ['staffing', 0],
])('a title with another level than the name of its file: %s', async (name, count) => {
  expect(await said(roleName, { [name]: role('Senior Pilot', 'Brings ships in.') })).toHaveLength(count);
});

describe('a level of a page', () => {
  const keys = `  deck:
    pages: [content/deck/**]
    levels: {below: [Ranks], with: [Grade]}
    sections: [{id: duties, names: [Duties], scope: each-level}]
`;
  const duties = (name: string) => `### ${name}\n\n#### Duties\n\nKeeps the deck clean.\n\n`;

  test.each([
    ['a heading below the one that holds them', `## Ranks\n\n${duties('One')}### Two\n\n#### Pay\n\nFour.\n`, 1],
    ['a heading that has what marks one', `## Deck\n\n${duties('One')}### Two\n\n#### Grade\n\nFour.\n`, 1],
    ['any other heading is none', `## Deck\n\n${duties('One')}### Two\n\n#### Pay\n\nFour.\n`, 0],
  ])('%s', async (_, text, count) => {
    const files = { 'handbook.yaml': config(keys), 'content/deck/a.md': role('Deck', text) };
    const { findings } = lint(await memoryHandbook(files), { rules: [requiredSections] });
    expect(findings.map(({ data }) => data.section)).toEqual(Array(count).fill('duties'));
  });
});

test.each([
  [
    'is told where the other levels are named in full',
    'The Senior Pilot is',
    ['This sentence speaks of "Pilot", below "Lead Pilot".'],
  ],
  ['is left alone where no level is', 'The Pilot is', []],
])('a first sentence about the role, copied below one of its levels, %s', async (_, senior, wanted) => {
  const text = ['Pilot', 'Senior Pilot', 'Lead Pilot']
    .map((name) => `## ${name}\n\n${name === 'Senior Pilot' ? senior : 'The Pilot is'} responsible for ships.\n\n`)
    .join('');
  expect(await said(roleName, { pilot: role('Pilot', text) })).toEqual(wanted);
});

test.each(['pageType', 'pagetype'])('a page says with %s of which type it is', async (key) => {
  const text = `---\ntitle: Tides\n${key}: job-family\n---\n\n## Requirements\n\nA boat.\n`;
  const at = async (page: string) => {
    const handbook = await memoryHandbook({ 'handbook.yaml': config(), 'content/tides.md': page });
    return lint(handbook, { rules: [requiredSections] }).findings.map(({ data }) => data.type);
  };
  expect(await at(text)).toContain('job-family');
  expect(await at(text.replace(key, 'kind'))).toEqual([]);
});
