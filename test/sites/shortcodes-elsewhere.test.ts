import { expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { problemsOf } from '../../src/sites/index.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = '# Watch\n\n{{#include ../rules.md}}\n\n{{$ include "x.md" %}}\n\n{{< part name="x >}}\n';

test.each([
  ['book.toml', 'src/a.md', 0],
  ['_quarto.yml', 'a.md', 0],
  ['mkdocs.yml', 'docs/a.md', 0],
  ['hugo.toml', 'content/a.md', 3],
])('what looks like a shortcode is judged where the site has any: %s', async (sign, path, problems) => {
  const handbook = await memoryHandbook({ [sign]: '', [path]: page });
  expect(problemsOf(handbook.page(path)!, handbook)).toHaveLength(problems);
});

test.each([
  ['mkdocs.yml', 'docs/a.md', {}],
  ['_config.yml', 'a.md', {}],
  ['SUMMARY.md', 'a.md', { 'SUMMARY.md': '* [A](a.md)\n' }],
  ['.vitepress/config.ts', 'a.md', { '.vitepress/config.ts': 'export default {};\n' }],
  ['docusaurus.config.js', 'docs/a.md', { 'docusaurus.config.js': "export default { presets: ['classic'] };\n" }],
])('what only Hugo would look up cannot be checked elsewhere: %s', async (sign, path, files) => {
  const text = '---\ntitle: A\n---\n\n[x]({{< ref "gone.md" >}}) [x](gone.md)\n';
  const handbook = await memoryHandbook({ [sign]: '', ...files, [path]: text });
  const outcomes = judgeLinks(handbook.page(path)!, handbook).map(({ resolution }) => resolution.outcome);
  expect(outcomes).toEqual(['unknown', 'broken']);
});
