import { expect, test } from 'vitest';
import rule from '../../rules/required-sections.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const config = `site: hugo
pageTypes:
  policy:
    pages: [content/policies/**]
    sections:
      - id: owner
        names: [Owner]
        sentences: ['is owned by', 'belongs to', 'the owner']
`;

/** What is wrong with a policy that says this. */
async function problemsOf(text: string): Promise<readonly unknown[]> {
  const page = `---\ntitle: Keys\n---\n\n## Scope\n\n${text} All of us have keys.\n`;
  const handbook = await memoryHandbook({ 'handbook.yaml': config, 'content/policies/keys.md': page });
  return lint(handbook, { rules: [rule] }).findings.map(({ data }) => data.problem);
}

test.each([
  'This policy is owned by the tower.',
  'This is a policy that belongs to Ann.',
  'The owner is known to everyone: the tower.',
])('a sentence that a handbook asks for stands in the place of a heading: %s', async (text) => {
  expect(await problemsOf(text)).toEqual([]);
});

test.each([
  'This policy is owned by TBD.',
  'This policy belongs to TBD.',
  'The owner is TBC.',
  'This policy is owned by: TBD.',
])('one that ends in a placeholder does not: %s', async (text) => {
  expect(await problemsOf(text)).toEqual(['missing']);
});
