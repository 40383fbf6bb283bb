/** What a comment says is copied into a page by hand, as the comment is shown. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { gitRepository } from '../support/git-repository.ts';

const files = {
  'handbook.yaml': 'site: hugo\n',
  'content/_index.md':
    '# Home\n\n[a](/valeus/) [b](/values/#colaboration) [c](/team_pages/our_way/#so_we-work) [d](#heading-1-x)\n\n## Heading 1 (x)\n',
  'content/values.md': '# Values\n\n## Collaboration\n',
  'content/team_pages/our_ways.md': '# Our ways\n\n## So_we work\n',
};
const env = {
  CI_PROJECT_URL: 'https://gitlab.example/a/b',
  CI_COMMIT_SHA: 'abc123',
};

test('words of the comment, copied as they are shown, mend the links', () => {
  const { folder } = gitRepository(files);
  const page = join(folder, 'content/_index.md');
  // One mend may bring the next one to light.
  for (let round = 0; round < 4; round++) {
    const { stdout, code } = runBundle(builtCommand(), ['--all', '--format', 'markdown'], folder, env);
    const { cells, links } = rendered(stdout);
    if (code === 0) {
      expect(stdout).toContain('✅ There is nothing to mend.');
      expect(round).toBeGreaterThan(0);
      return;
    }
    expect(links).toContain('https://gitlab.example/a/b/-/blob/abc123/content/_index.md?plain=1#L3');
    expect(links.some((url) => url.endsWith('/rules/link-page.html'))).toBe(true);
    for (const words of cells) {
      const mend = /(?:goes to|for) (\S+?)[,.]? .*(?:Did you mean|[Ll]ink to) (\S+?)[?.]?(?: instead\.)?$/.exec(words);
      if (mend === null) continue;
      const [, wrong = '', right = ''] = mend;
      writeFileSync(page, readFileSync(page, 'utf8').replaceAll(wrong, right));
    }
  }
  expect.unreachable(runBundle(builtCommand(), ['--all'], folder).stdout);
});

/** The words of each message, and the addresses of all links, as a browser has them. */
function rendered(markdown: string): { readonly cells: readonly string[]; readonly links: readonly string[] } {
  const tree = toHast(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  const [cells, links]: [string[], string[]] = [[], []];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a') links.push(String(node.properties.href));
    const words = textIn(node);
    if (node.tagName === 'td' && words.startsWith('❌ ')) cells.push(words);
  });
  return { cells, links };
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
