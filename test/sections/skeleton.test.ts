import { expect, test } from 'vitest';
import { pageTypes } from '../../src/sections/page-type.ts';
import { skeletonOf, titleOf } from '../../src/sections/skeleton.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

/** A new page of the type that these lines describe. */
async function skeleton(lines: readonly string[], isNamed = true): Promise<readonly string[]> {
  const keys = ['pages: [content/p/**]', ...lines].map((line) => `    ${line}\n`).join('');
  const handbook = await memoryHandbook({ 'handbook.yaml': `site: hugo\npageTypes:\n  policy:\n${keys}` });
  const type = pageTypes(handbook).find(({ type: { name } }) => name === 'policy')!;
  return skeletonOf(type, 'Night watch', isNamed).split('\n\n');
}

const owner = ['sections:', '  - {id: owner, names: [Owner]}'];

test('a new page has a heading for each section that it needs, with what to write there', async () => {
  expect(await skeleton(owner)).toEqual(['---\ntitle: Night watch\n---', '## Owner', '<!-- Write this section -->\n']);
  expect(
    await skeleton([
      'sections:',
      '  - {id: scope, names: ["/^scope/"], about: what it covers, depth: [3]}',
      '  - {id: end, names: [End, Until], hint: "Ask --> Ann", about: when it ends}',
      '  - {id: more, names: [More], optional: true}',
    ]),
  ).toEqual([
    '---\ntitle: Night watch\n---',
    '### scope',
    '<!-- Say what it covers -->',
    '## End',
    '<!-- Ask → Ann -->\n',
  ]);
});

test('a page whose path does not say its type says it itself', async () => {
  expect((await skeleton(owner, false))[0]).toBe('---\ntitle: Night watch\npageType: policy\n---');
});

test.each([
  ['each-level', ['## Levels', '### Night watch', '#### Grade', '<!-- Which one -->', '#### Owner', '## Scope']],
  ['top-or-each-level', ['## Levels', '### Night watch', '#### Grade', '<!-- Which one -->', '#### Owner', '## Scope']],
  ['top', ['## Owner', '## Scope']],
  ['anywhere', ['## Owner', '## Scope']],
])('a section with the scope %s stands where it belongs', async (scope, parts) => {
  const sections = ['sections:', `  - {id: owner, names: [Owner], scope: ${scope}}`, '  - {id: scope, names: [Scope]}'];
  const page = await skeleton(["levels: {below: [Levels], with: ['/x/', Grade]}", ...sections]);
  expect(page.filter((part) => /^#|Which/.test(part))).toEqual(parts);
  expect((await skeleton(sections)).filter((part) => part.startsWith('#'))).toEqual(['## Owner', '## Scope']);
});

test('levels without a mark have none', async () => {
  const page = await skeleton([
    'levels: {below: [Levels]}',
    'sections:',
    '  - {id: owner, names: [Owner], scope: each-level}',
  ]);
  expect(page.filter((part) => /^#|Which/.test(part))).toEqual(['## Levels', '### Night watch', '#### Owner']);
});

test.each([
  ['content/bid-writer.md', 'Bid writer'],
  ['content/bid_writer/index.md', 'Bid writer'],
  ['content/bid-writer/_index.md', 'Bid writer'],
  ['content/bid-writer/README.md', 'Bid writer'],
  ['bid.mdx', 'Bid'],
  ['index.md', 'Index'],
])('the title of %s', (path, title) => {
  expect(titleOf(path)).toBe(title);
});
