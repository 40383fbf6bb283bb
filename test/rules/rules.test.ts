import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { fixtures, formatFindings, readFolder } from '../support/fixtures.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

// A fixture runs its own rule only, at the level its handbook.yaml gives or the rule's default (`warn` for one that is off).
describe.each(rules.map((rule) => [rule.id.replace(/^handbook-/, ''), rule] as const))('%s', (name, rule) => {
  const folder = `${fixtures}${name}`;
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];

  test('has a basic and a clean case, and at least four in all', () => {
    expect(cases).toEqual(expect.arrayContaining(['basic', 'clean']));
    expect(cases.length).toBeGreaterThanOrEqual(4);
  });

  test.each(cases)('%s', async (name) => {
    const handbook = await memoryHandbook(readFolder(`${folder}/${name}`));
    const levels = rule.level === 'off' && !(rule.id in handbook.config.rules) ? { [rule.id]: 'warn' as const } : {};
    // A rule that reviews the run needs the others to have run.
    const judging = rule.review === undefined ? [rule] : rules;
    const { findings } = lint(handbook, { rules: judging, known: rules.map(({ id }) => id), levels });
    const own = findings.filter((finding) => finding.rule === rule.id);
    const report = formatFindings(own, (path) => handbook.page(path)?.text ?? '');
    const file = `${folder}/${name}/expected.txt`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, report);
    else
      expect(report).toBe(
        existsSync(file) ? readFileSync(file, 'utf8') : 'no expected.txt yet: make it with UPDATE_GOLDEN=1',
      );
  });
});

test('every folder of fixtures belongs to a rule', () => {
  const known = new Set([
    ...rules.map((rule) => rule.id.replace(/^handbook-/, '')),
    'conformance',
    'example-handbook',
    'plain-handbook',
    'career-frameworks',
    'sites',
    'conformance',
  ]);
  expect(readdirSync(fixtures).filter((name) => !known.has(name))).toEqual([]);
});
