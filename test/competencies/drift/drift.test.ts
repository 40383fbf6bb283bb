import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { lint } from '../../../src/lint/run.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';
import { makeModel } from './model.ts';
import { mutations } from './mutations.ts';
import { type Shape, shapes, write } from './write.ts';

const judging = rules.filter(({ id }) => /^handbook-(?:competency-|unmatched)/.test(id));

/** Writes the framework down in a shape, changes it, and says on which files there are findings. */
async function judge(shape: Shape, mutation: (typeof mutations)[number]) {
  const model = makeModel();
  mutation.model?.(model, shape);
  const files = write(model, shape);
  mutation.files?.(files, shape);
  const { findings } = lint(await memoryHandbook(files), { rules: judging, known: rules.map(({ id }) => id) });
  return findings.map(({ path, start, rule, message }) => ({ path, text: `${path}:${start.line} ${rule} ${message}` }));
}

describe.each(shapes)('a framework written as %s', (shape) => {
  const own = mutations.filter((mutation) => mutation.in?.(shape) ?? true);

  test('is changed in at least eighty ways', () => {
    expect(own.length).toBeGreaterThanOrEqual(80);
  });

  test.each(own.map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, mutation) => {
    const findings = await judge(shape, mutation);
    const texts = findings.map(({ text }) => text);
    if (mutation.verdict === 'silent') expect(texts).toEqual([]);
    else {
      expect(texts).not.toEqual([]);
      expect(findings.filter(({ path }) => !path.includes('/design')).map(({ text }) => text)).toEqual([]);
    }
  });
});
