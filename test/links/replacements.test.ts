import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { fixtures, readFolder } from '../support/fixtures.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const linkRules = rules.filter(({ id }) => /^handbook-(link-|include|redirect)/.test(id));
const known = rules.map(({ id }) => id);
const cases = linkRules.flatMap(({ id }) => {
  const folder = `${fixtures}${id.replace('handbook-', '')}`;
  return existsSync(folder) ? readdirSync(folder).map((name) => `${id.replace('handbook-', '')}/${name}`) : [];
});

describe('what a finding suggests', () => {
  test.each(cases)('mends it and breaks nothing, in %s', async (name) => {
    const files = readFolder(`${fixtures}${name}`);
    const before = lint(await memoryHandbook(files), { rules: linkRules, known }).findings;
    for (const finding of before) {
      for (const { text } of finding.suggestions) {
        const source = files[finding.path]!;
        const mended = source.slice(0, finding.start.offset) + text + source.slice(finding.end.offset);
        const after = lint(await memoryHandbook({ ...files, [finding.path]: mended }), {
          rules: linkRules,
          known,
        }).findings;
        const left = after.filter(
          ({ rule, path, start }) =>
            rule === finding.rule && path === finding.path && start.offset === finding.start.offset,
        );
        expect(left, `${finding.path} ${finding.message} -> ${text}`).toEqual([]);
        expect(after.length, `${finding.path} ${finding.message} -> ${text}`).toBeLessThanOrEqual(before.length);
      }
    }
  });

  test.each(cases)('is said without a colon and names no rule, in %s', async (name) => {
    const { findings } = lint(await memoryHandbook(readFolder(`${fixtures}${name}`)), { rules: linkRules, known });
    for (const { message } of findings) expect(message).not.toMatch(/:|handbook-/);
  });
});
