import { describe, expect, test } from 'vitest';
import rule from '../../rules/required-sections.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Section = readonly [name: string, text: string];
const sections: readonly Section[] = [
  ['Responsibilities', 'Bring ships in'],
  ['Reports to', 'Harbour Master'],
  ['OKRs', 'No ship waits'],
];

/** Ways in which whole handbooks write the names of sections without headings. */
const forms: Readonly<Record<string, (all: readonly Section[]) => string>> = {
  'lines of bold words': (all) => all.map(([name, text]) => `**${name}**\n\n${text}\n`).join('\n'),
  'lines of bold words with a colon': (all) => all.map(([name, text]) => `**${name}:**\n\n- ${text}\n`).join('\n'),
  'bold words before a text': (all) => all.map(([name, text]) => `**${name}:** ${text}\n`).join('\n'),
  'bold words before each line': (all) => all.map(([name, text]) => `**${name}:** ${text}\n`).join(''),
  'plain words before a text': (all) => all.map(([name, text]) => `${name}: ${text}\n`).join('\n'),
  'items of a list': (all) => all.map(([name, text]) => `- **${name}:** ${text}\n`).join(''),
  'items with a list': (all) => all.map(([name, text]) => `- ${name}:\n  - ${text}\n`).join(''),
  'rows of a table': (all) =>
    `| Field | Value |\n| --- | --- |\n${all.map(([name, text]) => `| ${name} | ${text} |\n`).join('')}`,
  'terms with definitions': (all) => all.map(([name, text]) => `${name}\n:   ${text}\n`).join('\n'),
};

const changes: Readonly<Record<string, readonly [(all: readonly Section[]) => readonly Section[], verdict: string]>> = {
  'as they should be': [(all) => all, 'fine'],
  'taken away': [(all) => all.slice(0, 2), 'okrs missing'],
  'another after it': [(all) => [...all, ['Perks', 'Tea']], 'fine'],
  'open, another after it': [([one, two]) => [one!, two!, ['OKRs', 'TBD'], ['Perks', 'Tea']], 'okrs empty'],
  misspelt: [([, ...others]) => [['Responsibilites', 'Bring ships in'], ...others], 'responsibilities misspelt'],
  open: [([one, two]) => [one!, two!, ['OKRs', 'TBD']], 'okrs empty'],
  'the boss open': [([one, , three]) => [one!, ['Reports to', 'TBD'], three!], 'reporting empty'],
  twice: [(all) => [...all, all[0]!], 'responsibilities twice'],
  'misspelt at the end': [([one, ...others]) => [...others, ['Responsibilites', one![1]]], 'responsibilities misspelt'],
};

/** What is said of one page of a handbook whose other pages are written in this form. */
async function verdictOf(form: string, changed: readonly Section[]) {
  const page = (all: readonly Section[]) => `# Harbour Pilot\n\nWhat a pilot does.\n\n${forms[form]!(all)}`;
  const handbook = await memoryHandbook({
    'mkdocs.yml': 'site_name: Harbour\nmarkdown_extensions: [def_list]\n',
    'handbook.yaml': 'pageTypes:\n  role:\n    pages: [docs/roles/*.md]\n',
    ...Object.fromEntries(['one', 'two', 'three'].map((name) => [`docs/roles/${name}.md`, page(sections)])),
    'docs/roles/changed.md': page(changed),
  });
  const { findings } = lint(handbook, { rules: [rule] });
  for (const { path, start, end, data, suggestions } of findings) {
    if (data.problem !== 'misspelt') continue;
    const { text } = handbook.page(path)!;
    const mended = text.slice(0, start.offset) + suggestions[0]?.text + text.slice(end.offset);
    expect(mended).toBe(text.replace('Responsibilites', 'Responsibilities'));
  }
  return findings.length === 0
    ? 'fine'
    : findings
        .map(({ path, data }) => `${path === 'docs/roles/changed.md' ? '' : path}${data.section} ${data.problem}`)
        .join(', ');
}

describe.each(Object.keys(forms))('%s', (form) => {
  test.each(Object.keys(changes))('%s', async (change) => {
    const [of, verdict] = changes[change]!;
    expect(await verdictOf(form, of(sections))).toBe(verdict);
  });
});

test.each([
  ['lines of bold words', '**No ship waits**', 'fine'],
  ['lines of bold words', '**Here they are:**', 'okrs empty'],
  ['lines of bold words', '- Goal: No ship waits\n- Sign: None', 'fine'],
  ['lines of bold words with a colon', '  - Goal: No ship waits', 'fine'],
  ['bold words before a text', 'TBD\n\n**Note**\n\nNo ship waits', 'fine'],
  ['bold words before a text', 'TBD\n\n**Note:** No ship waits', 'okrs empty'],
  ['plain words before a text', 'TBD\n\nNote: No ship waits', 'okrs empty'],
  ['terms with definitions', 'TBD\n\n:   No ship waits', 'fine'],
  ['terms with definitions', 'TBD\n:   No ship waits', 'fine'],
])('of %s, what follows in other words is a part of one: %j', async (form, text, verdict) => {
  expect(await verdictOf(form, [sections[0]!, sections[1]!, ['OKRs', text]])).toBe(verdict);
});

test('a table of names alone says nothing of them', async () => {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'pageTypes:\n  role:\n    pages: [roles/*.md]\n',
    ...Object.fromEntries(
      ['one', 'two', 'three'].map((name) => [
        `roles/${name}.md`,
        `# Harbour Pilot\n\n${forms['rows of a table']!(sections)}`,
      ]),
    ),
    'roles/four.md': `# Harbour Pilot\n\n${forms['rows of a table']!(sections.slice(0, 2))}\n| What |\n| --- |\n| OKRs |\n`,
  });
  expect(lint(handbook, { rules: [rule] }).findings.map(({ path, data }) => `${path} ${data.problem}`)).toEqual([
    'roles/four.md missing',
  ]);
});

test('where one section alone is a label on most pages, it is one on all', async () => {
  const page = (okrs: string) =>
    `# Harbour Pilot\n\n## Responsibilities\n\n- Ships\n\n## Reports to\n\nThe Harbour Master.\n\n${okrs}\n`;
  const handbook = await memoryHandbook({
    'handbook.yaml': 'pageTypes:\n  role:\n    pages: [roles/*.md]\n',
    ...Object.fromEntries(['one', 'two', 'three'].map((name) => [`roles/${name}.md`, page('**OKRs:** No ship waits')])),
    'roles/five.md': page('Words.'),
    'roles/four.md': page('**OKRs:** TBD'),
  });
  const { findings } = lint(handbook, { rules: [rule] });
  expect(findings.map(({ path, data }) => `${path} ${data.problem}`)).toEqual([
    'roles/five.md missing',
    'roles/four.md empty',
  ]);
  expect(findings[0]?.message).toContain('written as other pages of this type do.');
});

test('what other pages have as headings is a heading on this one as well', async () => {
  const page = (mark: string) =>
    `# Harbour Pilot\n\n## Responsibilities\n\n- Ships\n\n## Reports to\n\nThe Harbour Master.\n\n${mark}\n\n- Ships\n`;
  const handbook = await memoryHandbook({
    'handbook.yaml': 'pageTypes:\n  role:\n    pages: [roles/*.md]\n',
    'roles/one.md': page('## OKRs'),
    'roles/two.md': page('**OKRs**'),
    'roles/three.md': page('## OKRs'),
    'roles/four.md': page('**OKRs**'),
  });
  const { findings } = lint(handbook, { rules: [rule] });
  expect(findings.map(({ path, message }) => [path, message])).toEqual([
    [
      'roles/four.md',
      'This page has no heading "OKRs". Line 11 has "OKRs" in bold. Make it a heading, with ## in front.',
    ],
    [
      'roles/two.md',
      'This page has no heading "OKRs". Line 11 has "OKRs" in bold. Make it a heading, with ## in front.',
    ],
  ]);
});

test.each([
  ['a tab of Docusaurus', '<TabItem value="okrs" label="OKRs">\n\n- Ships\n\n</TabItem>'],
  ['a note that opens', '??? note "OKRs"\n\n    - Ships\n'],
  ['a tab of MkDocs', '=== "OKRs"\n\n    - Ships\n'],
  ['a container of VitePress', '::: details OKRs\n\n- Ships\n\n:::'],
])('the title of %s is a heading', async (_, text) => {
  const page = (okrs: string) =>
    `# Harbour Pilot\n\n## Responsibilities\n\n- Ships\n\n## Reports to\n\nThe Harbour Master.\n\n${okrs}\n`;
  const said = async (okrs: string) => {
    const config = 'pageTypes:\n  role:\n    pages: [roles/*.md]\n';
    const handbook = await memoryHandbook({ 'handbook.yaml': config, 'roles/one.md': page(okrs) });
    return lint(handbook, { rules: [rule] }).findings.map(({ data }) => data.problem);
  };
  expect(await said(text)).toEqual([]);
  expect(await said(text.replace('- Ships', 'TBD'))).toEqual(['empty']);
});

test.each(['reports_to', 'reportsTo', 'line-manager', 'manager'])(
  'the key %s says whom the role reports to',
  async (key) => {
    const said = async (value: string) => {
      const text = `---\ntitle: Harbour Pilot\n${key}: ${value}\n---\n\n## Responsibilities\n\n- Ships\n\n## OKRs\n\n- Ships\n`;
      const config = 'pageTypes:\n  role:\n    pages: [roles/*.md]\n';
      const handbook = await memoryHandbook({ 'handbook.yaml': config, 'roles/one.md': text });
      return lint(handbook, { rules: [rule] }).findings.map(({ start, data }) => `${start.line} ${data.problem}`);
    };
    expect(await said('Harbour Master')).toEqual([]);
    expect(await said('TBD')).toEqual(['3 missing']);
    expect(await said('')).toEqual(['3 missing']);
  },
);

test.each([
  ['[Forty cargoes]', []],
  ['\n  - key: Forty cargoes\n    done: 12', []],
  ['[]', ['missing']],
  ['', ['missing']],
  ['2026-01-31', ['missing']],
  ['What we aim for', ['missing']],
])('the section that the key okrs: %s stands for', async (value, problems) => {
  const text = `---\ntitle: Harbour Pilot\nokrs: ${value}\n---\n\n## Responsibilities\n\n- Ships\n\n## Reports to\n\nThe Harbour Master.\n`;
  const config = 'pageTypes:\n  role:\n    pages: [roles/*.md]\n';
  const handbook = await memoryHandbook({ 'handbook.yaml': config, 'roles/one.md': text });
  expect(lint(handbook, { rules: [rule] }).findings.map(({ data }) => data.problem)).toEqual(problems);
});
