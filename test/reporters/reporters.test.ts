import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findingsReport } from '../../src/reporters/findings-schema.ts';
import github from '../../src/reporters/github.ts';
import gitlab from '../../src/reporters/gitlab.ts';
import json from '../../src/reporters/json.ts';
import { jsonWithList } from '../../src/reporters/json-list.ts';
import junit from '../../src/reporters/junit.ts';
import sarif from '../../src/reporters/sarif.ts';
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
    expect(textOf(text, result([]), context)).toMatch(/^No findings\.\n12 pages, /);
  });

  test('lets no control character of a page through', () => {
    expect(textOf(text, result(broken), context)).not.toMatch(steering);
  });

  test('links positions to the file where the terminal follows links, in colour too', () => {
    const link =
      '\u001b]8;;file:///home/me/handbook/content/values/_index.md#3:8-3:22\u001b\\3:8-3:22\u001b]8;;\u001b\\';
    for (const color of [false, true])
      expect(textOf(text, result(mixed), { ...context, color, hyperlinks: true, fromHere: '' })).toContain(link);
    const below = textOf(text, result(mixed), { ...context, hyperlinks: true, fromHere: '../' });
    expect(below).toContain('../content/values/_index.md');
    expect(below).toContain(link);
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
