import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import rule from '../../rules/required-sections.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import { readFolder } from '../support/fixtures.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { runs } from '../support/runs.ts';

const path = 'content/handbook/support/support-engineer.md';
const example = readFolder(new URL('../../fixtures/example-handbook/', import.meta.url).pathname);
const model = example[path]!;

async function findingsOf(
  text: string,
  others: Readonly<Record<string, string>> = example,
): Promise<readonly Finding[]> {
  const handbook = await memoryHandbook({ ...others, [path]: text });
  return lint(handbook, { rules: [rule], paths: [path] }).findings;
}

/** The text from a heading to the next one of its level. */
function cut(
  text: string,
  heading: string,
): { readonly before: string; readonly body: string; readonly after: string } {
  const start = text.indexOf(`## ${heading}\n`);
  expect(start).toBeGreaterThan(0);
  const body = start + heading.length + 4;
  const next = text.indexOf('\n## ', body);
  const end = next < 0 ? text.length : next + 1;
  return { before: text.slice(0, start), body: text.slice(body, end), after: text.slice(end) };
}

const sections = [
  [
    'Role and responsibilities',
    'responsibilities',
    'This page does not say what the role is responsible for. Add a heading "Responsibilities"',
  ],
  [
    'Reporting structure',
    'reporting',
    'This page does not say who the role reports to. Add a heading "Reporting structure"',
  ],
  ['OKRs', 'okrs', 'This page does not say which objectives and key results (OKRs) the role has. Add a heading "OKRs"'],
] as const;

describe('a role page, with no configuration of its type', () => {
  test('passes', async () => expect(await findingsOf(model)).toEqual([]));

  describe.each(sections)('without "%s"', (heading, section, words) => {
    const { before, body, after } = cut(model, heading);

    test('one finding on the title', async () => {
      const [finding, ...others] = await findingsOf(before + after);
      expect(others).toEqual([]);
      expect(finding!.message.startsWith(words)).toBe(true);
      expect(finding!.message).not.toContain(':');
      expect(finding!.data).toEqual({ type: 'role', section, problem: 'missing' });
      expect(model.slice(finding!.start.offset, finding!.end.offset)).toBe('title: Support Engineer');
    });

    test('one finding when only its heading has gone', async () => {
      // "A Support Engineer reports to …" says it without a heading.
      const count = section === 'reporting' ? 0 : 1;
      expect(await findingsOf(before + body + after)).toHaveLength(count);
    });

    test.each([
      ['nothing', '\n'],
      ['a comment', '\n<!-- to do -->\n\n'],
      ['a placeholder', '\nTBD\n\n'],
      ['a list of placeholders', '\n- TODO\n- ...\n\n'],
      ['a rule', '\n***\n\n'],
    ])('one finding on its heading when it holds %s', async (_name, filling) => {
      const text = `${before}## ${heading}\n${filling}${after}`;
      const [finding, ...others] = await findingsOf(text);
      expect(others).toEqual([]);
      expect(finding!.data).toEqual({ type: 'role', section, problem: 'empty' });
      expect(text.slice(finding!.start.offset, finding!.end.offset)).toBe(heading);
    });

    test.each([
      ['an image', '\n![Board](/images/harbour-map.svg)\n\n'],
      ['a table', '\n| a | b |\n| - | - |\n| c | d |\n\n'],
      ['a shortcode', '\n{{< youtube "x" >}}\n\n'],
      ['an include', '\n{{% include "includes/careers/nav.md" %}}\n\n'],
      ['a subsection', '\n### More\n\nIt goes on here.\n\n'],
      ['a quote', '\n> As the harbour master says.\n\n'],
      ['code', '\n```text\nask\n```\n\n'],
      ['a picture in HTML', '\n<img src="/images/harbour-map.svg" alt="Map">\n\n'],
    ])('no finding when it holds %s', async (_name, filling) => {
      expect(await findingsOf(`${before}## ${heading}\n${filling}${after}`)).toEqual([]);
    });

    test.each([
      [heading.toUpperCase()],
      [`**${heading}**`],
      [`${heading} {#somewhere}`],
      [`🚀 ${heading}:`],
      [`Support Engineer ${heading}`],
      [`${heading} of a Support Engineer`],
      [`<span>${heading}</span>`],
    ])('no finding when the heading is %s', async (written) => {
      expect(await findingsOf(`${before}## ${written}\n${body}${after}`)).toEqual([]);
    });
  });

  test('is left alone when its front matter says that it is none', async () => {
    const { before, after } = cut(model, 'OKRs');
    const text = (before + after).replace('title: Support Engineer\n', 'title: Support Engineer\npageType: none\n');
    expect(await findingsOf(text)).toEqual([]);
  });

  test('is left alone when handbook.yaml has no page recognised', async () => {
    const { before, after } = cut(model, 'OKRs');
    expect(await findingsOf(before + after, { 'handbook.yaml': 'pageTypes: {role: {pages: []}}' })).toEqual([]);
  });

  test('a suggestion puts the heading right', async () => {
    const text = model.replace('## Role and responsibilities', '## Support Engineer *responsibilites*');
    const [finding] = await findingsOf(text);
    const [suggestion] = finding!.suggestions;
    const mended = text.slice(0, finding!.start.offset) + suggestion!.text + text.slice(finding!.end.offset);
    expect(mended).toContain('## Support Engineer *responsibilities*\n');
    expect(await findingsOf(mended)).toEqual([]);
  });
});

test('a section of a type that is milder than the rule', async () => {
  const config = (level: string) => `
rules: {handbook-required-sections: ${level}}
pageTypes:
  role:
    pages: ['**']
    sections:
      - {id: a, names: [Alpha]}
      - {id: b, names: [Beta], severity: warn}
`;
  const severities = async (level: string) =>
    (await findingsOf('---\ntitle: A\n---\n', { 'handbook.yaml': config(level) })).map(({ severity }) => severity);
  expect(await severities('error')).toEqual(['error', 'warn']);
  expect(await severities('warn')).toEqual(['warn', 'warn']);
});

test.each([
  ['pageTypes: {role: {sections: []}}'],
  ['pageTypes: {role: {sections: [{id: a, names: ["/(a/"]}]}}'],
  ['pageTypes: {role: {sections: [{id: a, names: [A]}, {id: a, names: [B]}]}}'],
  ['pageTypes: {role: {sectons: []}}'],
])('%s is refused', async (config) => {
  await expect(findingsOf('# A\n', { 'handbook.yaml': config })).rejects.toThrow(/^handbook\.yaml line \d/);
});

test('a page of very many levels takes a moment, not minutes', async () => {
  const level = (number: number) =>
    `### Level ${number}\n\n#### Job Grade\n\n${number}\n\n#### Responsibilites\n\nx\n\n`;
  const text = `# Family\n\n## Levels\n\n${Array.from({ length: 3000 }, (_, number) => level(number)).join('')}`;
  const handbook = await memoryHandbook({
    'handbook.yaml': 'pageTypes: {job-family: {pages: ["**"]}}',
    [path]: text,
  });
  void handbook.page(path)!.content;
  const start = performance.now();
  const { findings } = lint(handbook, { rules: [rule] });
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(findings.filter(({ data }) => data.problem === 'misspelt')).toHaveLength(3000);
});

test('whatever else stands on a page of the type, exactly what is not there is missing', async () => {
  const wanted = { responsibilities: 'Responsibilities', reporting: 'Reporting structure', okrs: 'OKRs' } as const;
  const noise = fc.constantFrom(
    '## Overview\n\nHello.\n',
    '### A typical week\n\n- Monday\n',
    '## Objectives\n\nMany.\n',
    '## How we share responsibilities in the harbour\n\nBy tide.\n',
    'Weekly figures go to the office.\n',
    '```text\n## OKRs\n```\n',
    '<!--\n## Responsibilities\n-->\n',
    '{{< note >}}\ntext\n{{< /note >}}\n',
    '> quote\n',
    '***\n',
  );
  const section = fc
    .tuple(fc.constantFrom(...Object.values(wanted)), fc.integer({ min: 1, max: 6 }))
    .map(([name, level]) => `${'#'.repeat(level)} ${name}\n\nText.\n`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(noise, section), { maxLength: 8 }), async (parts) => {
      const text = `---\ntitle: Pilot\npageType: role\n---\n\n${parts.join('\n')}`;
      const missing = (await findingsOf(text, {})).filter(({ data }) => data.problem === 'missing');
      const there = (name: string) => parts.some((part) => new RegExp(`^#+ ${name}\\n`).test(part));
      const expected = Object.entries(wanted).flatMap(([id, name]) => (there(name) ? [] : [id]));
      expect(missing.map(({ data }) => data.section).toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: runs(30, 150) },
  );
});
