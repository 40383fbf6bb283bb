import { expect, test } from 'vitest';
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
