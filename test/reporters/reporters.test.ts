import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { rules } from '../../rules/index.ts';
import { ruleUrl } from '../../src/lint/version.ts';
import { findingsReport } from '../../src/reporters/findings-schema.ts';
import github from '../../src/reporters/github.ts';
import gitlab from '../../src/reporters/gitlab.ts';
import json from '../../src/reporters/json.ts';
import { jsonWithList } from '../../src/reporters/json-list.ts';
import junit from '../../src/reporters/junit.ts';
import markdown from '../../src/reporters/markdown.ts';
import { readRulePage } from '../../src/reporters/rule-page.ts';
import sarif, { lineHashes } from '../../src/reporters/sarif.ts';
import text from '../../src/reporters/text.ts';
import { broken, context, finding, mixed, result, textOf } from './samples.ts';

const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('text', () => {
  test('is laid out by vfile-reporter and ends in the summary', () => {
    expect(textOf(text, result(mixed), context)).toBe(`content/values/_index.md
3:8-3:22 error   This link goes to /hiring/offers/, but no page has that address.  handbook-link-page

layouts/index.redirects
3:8-3:22 warning This link goes to /hiring/offers/, but no page has that address.  handbook-redirect

2 messages (✖ 1 error, ⚠ 1 warning)
12 pages, 1,234 links checked, 5 broken, 6 could not be checked, in 1.5 s
`);
  });

  test('says so when there is nothing', () => {
    const { summary } = result([]);
    const clean = { findings: [], summary: { ...summary, links: { checked: 1234, broken: 0, unknown: 6 } } };
    expect(textOf(text, clean, context)).toMatch(/^No findings\.\n12 pages, /);
  });

  test.each([
    ['text', text, 'This change breaks nothing.\n'],
    ['github', github, 'This change breaks nothing.\n'],
    ['markdown', markdown, '<!-- handbook-lint -->\n### Handbook check\n\n✅ This change breaks nothing.\n'],
  ])('%s has no figures of the whole handbook where nothing was read of it', (_, reporter, expected) => {
    const change = { ...context, isChange: true, fails: false };
    expect(textOf(reporter, result([]), { ...change, site: null })).toBe(expected);
    expect(textOf(reporter, result([]), { ...change, site: 'Taken for a Hugo site.' })).toContain(
      'The whole handbook: 12 pages',
    );
  });

  test('counts sections that cannot be checked', () => {
    const { summary } = result([]);
    expect(textOf(text, { findings: [], summary: { ...summary, sections: { unknown: 2 } } }, context)).toContain(
      '6 could not be checked, 2 sections could not be checked, in 1.5 s',
    );
  });

  test('lets no control character of a page through', () => {
    expect(textOf(text, result(broken), context)).not.toMatch(steering);
  });

  test('links positions to the file where the terminal follows links, in colour too', () => {
    const link =
      '\u001b]8;;file:///home/me/handbook/content/values/_index.md#3:8-3:22\u001b\\3:8-3:22\u001b]8;;\u001b\\';
    for (const color of [false, true])
      expect(textOf(text, result(mixed), { ...context, color, hyperlinks: true })).toContain(link);
    const below = textOf(text, result(mixed), { ...context, hyperlinks: true, fromHere: (path) => `../${path}` });
    expect(below).toContain('../content/values/_index.md');
    expect(below).toContain(link);
  });

  test('does not say that nothing was found above links that are broken', () => {
    expect(textOf(text, result([]), context)).toMatch(/^No findings\. 5 broken links are not reported, .*\n12 pages, /);
  });

  test('on a terminal shows the line with carets below what is wrong, a long one cut around it', () => {
    const source = () =>
      `# Values\n\nSee [us](/hiring/offers/).\n\n${'多 word '.repeat(30)}[x](/y/)${' more'.repeat(30)}\n`;
    const far = finding({ start: { line: 5, column: 215, offset: 260 }, end: { line: 5, column: 218, offset: 263 } });
    const shown = textOf(
      text,
      result([finding({ start: { line: 3, column: 10, offset: 19 }, end: { line: 3, column: 25, offset: 34 } }), far]),
      {
        ...context,
        isOnTerminal: true,
        source,
      },
    );
    expect(shown).toContain(`
            3 │ See [us](/hiring/offers/).
              │          ^^^^^^^^^^^^^^^
`);
    const [line = '', carets = ''] = shown
      .split('\n')
      .filter((each) => /^ +5? +│/.test(each))
      .slice(-2);
    expect(line).toMatch(/│ ….*\[x\]\(\/y\/\).*…$/);
    const before = line.slice(0, line.indexOf('/y/'));
    expect(carets.indexOf('^')).toBe(before.length + (before.match(/多/g) ?? []).length);
    expect(textOf(text, result(mixed), { ...context, source })).not.toContain('│');
  });

  test('a line that is not there any more is not shown', () => {
    for (const source of [() => null, () => 'short', () => '\n\nx'])
      expect(textOf(text, result(mixed), { ...context, isOnTerminal: true, source })).not.toContain('│');
  });

  test('of more than 50 findings it says how many each rule has, and shows no lines', () => {
    const many = Array.from({ length: 51 }, () => finding({ key: String(Math.random()) }));
    const shown = textOf(text, result([...many, ...mixed]), {
      ...context,
      isOnTerminal: true,
      source: () => 'x\ny\n[z](/hiring/offers/)',
    });
    expect(shown).toContain('\nBy rule\n  52  link-page\n   1  redirect\n\n53 messages');
    expect(shown).not.toContain('│');
    expect(textOf(text, result(many.slice(0, 50)), context)).not.toContain('By rule');
  });

  test('--statistics counts by rule, by folder and by missing target', () => {
    const missing = (target: string, path: string) => finding({ path, data: { target, outcome: 'broken' } });
    const shown = textOf(
      text,
      result([missing('/a/', 'x/y/z/deep/a.md'), missing('/a/', 'x/y/z/b.md'), missing('/b/', 'c.md')]),
      {
        ...context,
        statistics: true,
      },
    );
    expect(shown).toContain(
      'By rule\n  3  link-page\n\nBy folder\n  2  x/y/z/\n  1  ./\n\nMissing, and most wanted\n  2  /a/\n  1  /b/\n',
    );
  });

  test('colours only when asked', () => {
    expect(textOf(text, result(mixed), { ...context, color: true })).toContain('\u001b[31m');
    expect(textOf(text, result(mixed), context)).not.toContain('\u001b');
  });
});

describe('json', () => {
  const report = (findings = mixed) => JSON.parse(textOf(json, result(findings), context));

  test('fits the published schema, hostile text included', () => {
    const validate = new Ajv({ strict: false }).compile(z.toJSONSchema(findingsReport, { target: 'draft-7' }));
    for (const findings of [mixed, broken, []])
      expect(validate(report(findings)), JSON.stringify(validate.errors)).toBe(true);
  });

  test('holds what a finding holds', () => {
    expect(report().findings[0]).toMatchObject({
      rule: 'handbook-link-page',
      severity: 'error',
      path: 'content/values/_index.md',
      start: { line: 3, column: 8, offset: 40 },
      end: { line: 3, column: 22, offset: 54 },
      suggestions: [{ text: '/hiring/offer/', title: 'Link to /hiring/offer/', safe: false }],
      related: [],
      data: {},
    });
    expect(report().summary).toMatchObject({ pages: 12, errors: 1, warnings: 1, rules: { 'handbook-redirect': 1 } });
    expect(report(broken).findings[0].message).toBe(broken[0]?.message);
  });
});

test('a list that is written piece by piece is JSON as it is written at once', () => {
  for (const items of [[], [1], [{ a: 'x\ny', b: [] }, [], null, 'z']])
    for (const [value, whole] of [
      [[], items],
      [
        { a: 1, list: [] },
        { a: 1, list: items },
      ],
      [{ runs: [{ tool: { rules: [] }, results: [] }] }, { runs: [{ tool: { rules: [] }, results: items }] }],
    ])
      expect([...jsonWithList(value, items)].join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`);
});

test.each([
  ['json', json],
  ['gitlab', gitlab],
  ['sarif', sarif],
  ['junit', junit],
  ['github', github],
] as const)('%s is made finding by finding, since a million do not fit into one string', (_, report) => {
  let asked = 0;
  const findings = Array.from({ length: 100 }, () =>
    Object.defineProperty(finding(), 'message', { enumerable: true, get: () => `message ${++asked}` }),
  );
  const pieces = report(result(findings), context)[Symbol.iterator]();
  for (let count = 0; count < 5; count++) pieces.next();
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(20);
});

describe('gitlab', () => {
  const entries = z.array(
    z.strictObject({
      description: z.string(),
      check_name: z.string(),
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({ path: z.string(), lines: z.strictObject({ begin: z.int(), end: z.int() }) }),
    }),
  );

  test('is a Code Quality report with paths from the repository', () => {
    const [first, second] = entries.parse(JSON.parse(textOf(gitlab, result(mixed), context)));
    expect(first).toMatchObject({ severity: 'major', location: { path: 'site/content/values/_index.md' } });
    expect(second).toMatchObject({ severity: 'minor', check_name: 'handbook-redirect' });
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
  });

  test('stays JSON whatever pages say, and is an empty list without findings', () => {
    expect(entries.parse(JSON.parse(textOf(gitlab, result(broken), context)))).toHaveLength(2);
    expect(JSON.parse(textOf(gitlab, result([]), context))).toEqual([]);
  });
});

describe('sarif', () => {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
  const schema = readFileSync(file.replace('package.json', 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8');
  const ajv = new Ajv({ strict: false, validateSchema: false, unicodeRegExp: false });
  addFormats.default(ajv);
  // It is written in draft 4, whose `id` Ajv refuses.
  const { $schema: _, id: __, ...plain } = JSON.parse(schema);
  const validate = ajv.compile(plain);

  test.each([
    ['mixed', mixed],
    ['hostile', broken],
    ['no', []],
  ])('%s findings fit the published schema', (_, findings) => {
    expect(validate(JSON.parse(textOf(sarif, result(findings), context))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('a rule comes with what it does, why and how to fix it, its level and its page', () => {
    const page = readFileSync(new URL('../../docs/rules/link-page.md', import.meta.url), 'utf8');
    const log = JSON.parse(textOf(sarif, result(mixed), { ...context, rulePage: () => page }));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const [rule] = log.runs[0].tool.driver.rules;
    expect(rule).toMatchObject({
      id: 'handbook-link-page',
      shortDescription: { text: 'A link to a page of the handbook leads to a page that is there.' },
      defaultConfiguration: { level: 'error' },
      helpUri: ruleUrl('handbook-link-page'),
    });
    expect(rule.fullDescription.text).toMatch(/^Follows every link as the built site does/);
    expect(rule.help.markdown).toContain('## How to fix\n');
    expect(rule.help.text).toContain('How to fix\n');
    expect(rule.help.text).not.toMatch(/[#`]|\]\(/);
  });

  test('every rule has a page that can be read', () => {
    for (const { id } of rules) {
      const name = id.replace('handbook-', '');
      const page = readFileSync(new URL(`../../docs/rules/${name}.md`, import.meta.url), 'utf8');
      const read = readRulePage(page, `https://example.com/rules/${name}.html`);
      expect(read, id).not.toBeNull();
      expect(`${read?.does}${read?.help}`, id).not.toMatch(/\]\((?!https:)/);
    }
  });

  test.each([
    ['', ['c129715d7a2bc9a3:1']],
    ['a\nb\n', ['81b8d8db678b2bbe:1', 'ade70578248be16f:1', 'c129715d7a2bc9a3:1']],
    [
      '# A\r\n\r\n\tsee [b](b.md)  \r\n\r\n',
      ['13ed52d190b8aacc:1', 'a4903763337be822:1', 'd0b7db5071c7fa80:1', '3c5bef55b72b93c9:1', 'c129715d7a2bc9a3:1'],
    ],
    [`${'x'.repeat(150)}\ny`, ['52b56201ffb58620:1', 'ed3261245082261c:1']],
    ['a', ['53b5d4aabe50d64:1']],
  ])('lines of %j have the hashes of code scanning', (words, hashes) => {
    // As the algorithm of github/codeql-action (src/fingerprints.ts) computed them.
    expect(lineHashes(words)).toEqual(hashes);
  });

  test('a finding has the hash of its line, beside ours', () => {
    const source = () => '\n\n[x](/hiring/offers/)\n';
    const [first] = JSON.parse(textOf(sarif, result(mixed), { ...context, source })).runs[0].results;
    expect(first.partialFingerprints.primaryLocationLineHash).toBe(lineHashes(source())[2]);
    expect(Object.keys(first.partialFingerprints)).toContain('handbookLint/v1');
  });

  test('places, levels, related places and fingerprints', () => {
    const [run] = JSON.parse(textOf(sarif, result(mixed), context)).runs;
    expect(run.results.map((each: { level: string }) => each.level)).toEqual(['error', 'warning']);
    expect(run.tool.driver.rules[run.results[1].ruleIndex].id).toBe('handbook-redirect');
    expect(run.results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'site/content/values/_index.md' },
      region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 22 },
    });
    expect(run.results[1].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('site/content/a.md');
    const [hostilePath] = JSON.parse(textOf(sarif, result(broken), context)).runs[0].results;
    expect(decodeURIComponent(hostilePath.locations[0].physicalLocation.artifactLocation.uri)).toBe(
      `site/${broken[0]?.path}`,
    );
  });
});

describe('github', () => {
  test('is one command per finding', () => {
    expect(textOf(github, result(mixed), context).split('\n')[0]).toBe(
      '::error file=site/content/values/_index.md,line=3,endLine=3,col=8,endColumn=22,title=handbook-link-page::This link goes to /hiring/offers/, but no page has that address.',
    );
  });

  test('no page can add a command or a property', () => {
    const lines = textOf(github, result(broken), context).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(2);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('file=site/content/a|b <c> @all%2Cx%3Ay.md,line=3');
  });

  test('leaves columns out when a finding spans lines', () => {
    const spanning = finding({ end: { line: 5, column: 1, offset: 90 } });
    expect(textOf(github, result([spanning]), context)).toContain('line=3,endLine=5,title=');
  });
});
