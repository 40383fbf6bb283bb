import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { lint } from '../../../src/lint/run.ts';
import { Golden } from '../../support/golden.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';
import type { Mutation } from './edits.ts';
import { listMutations } from './list-mutations.ts';
import { makeBoatyard } from './model.ts';
import { pageMutations } from './page-mutations.ts';
import { shapes, write } from './write.ts';

const mutations = [...listMutations, ...pageMutations];
const judging = rules.filter(({ id }) => /^handbook-(?:competency-|role-name|unmatched)/.test(id));

describe.each(shapes)('careers of a boatyard by %s', (shape) => {
  const own = mutations.filter((mutation) => mutation.shapes?.includes(shape) ?? true);
  const judge = async (change: Mutation['change'] | null) => {
    const yard = makeBoatyard();
    change?.(yard, shape);
    const handbook = await memoryHandbook(write(yard, shape));
    return lint(handbook, { rules: judging, known: rules.map(({ id }) => id) }).findings;
  };

  test('as they should be', async () => {
    expect(await judge(null)).toEqual([]);
  });

  // What is said of each change, word for word: UPDATE_GOLDEN=1 writes it anew.
  test('changed in every way', async () => {
    const golden = new Golden(new URL(`expected/${shape.replace(' ', '-')}.txt`, import.meta.url));
    for (const { name, change, told } of own) {
      const findings = await judge(change);
      const texts = findings.map(wordsOf);
      if (told === null) expect(texts, name).toEqual([]);
      else {
        const wanted = findings.filter((each) => told.by.test(each.rule) && told.says.test(wordsOf(each)));
        expect(wanted, `${name}: ${texts.join('\n')}`).not.toEqual([]);
        const elsewhere = findings.filter(({ path }) => !path.includes('joinery'));
        expect(elsewhere.map(wordsOf), name).toEqual([]);
        golden.expect(`${name}\n${texts.join('')}`);
      }
    }
    golden.end();
  });
});

function wordsOf({ path, start, end, rule, message, suggestions, related }: Finding): string {
  const place = `${path.replace('content/careers/', '')}:${start.line}:${start.column}-${end.line}:${end.column}`;
  return [
    `  ${place} ${rule.replace('handbook-', '')}: ${message}`,
    ...suggestions.map(({ title, text }) => `${title}: ${JSON.stringify(text)}`),
    ...related.map((each) => `${each.message}: ${each.path.replace('content/careers/', '')}:${each.line}`),
  ]
    .join('\n    ')
    .concat('\n');
}
