import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { lint } from '../../../src/lint/run.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';
import { listMutations } from './list-mutations.ts';
import { makeBoatyard } from './model.ts';
import { pageMutations } from './page-mutations.ts';
import { shapes, write } from './write.ts';

const mutations = [...listMutations, ...pageMutations];
const judging = rules.filter(({ id }) => /^handbook-(?:competency-|role-name|unmatched)/.test(id));

describe.each(shapes)('careers of a boatyard by %s', (shape) => {
  const own = mutations.filter((mutation) => mutation.shapes?.includes(shape) ?? true);
  const judge = async (change: (typeof mutations)[number]['change'] | null) => {
    const yard = makeBoatyard();
    change?.(yard, shape);
    const { findings } = lint(await memoryHandbook(write(yard, shape)), {
      rules: judging,
      known: rules.map(({ id }) => id),
    });
    return findings.map(({ path, start, rule, message }) => ({
      path,
      rule,
      text: `${path}:${start.line} ${rule} ${message}`,
    }));
  };

  test('as they should be', async () => {
    expect(await judge(null)).toEqual([]);
  });

  test.each(own.map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, { change, told }) => {
    const findings = await judge(change);
    const texts = findings.map(({ text }) => text);
    if (told === null) expect(texts).toEqual([]);
    else {
      expect(
        findings.filter(({ rule, text }) => told.by.test(rule) && told.says.test(text)),
        texts.join('\n'),
      ).not.toEqual([]);
      expect(findings.filter(({ path }) => !path.includes('joinery')).map(({ text }) => text)).toEqual([]);
    }
  });
});
