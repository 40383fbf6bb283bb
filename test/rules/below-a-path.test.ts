import { describe, expect, test } from 'vitest';
import linkFile from '../../rules/link-file.ts';
import linkPage from '../../rules/link-page.ts';
import linkSelfHost from '../../rules/link-self-host.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { lint } from '../../src/lint/run.ts';

/** Sites that are published below `/base/` of their host, each with a page `Crew` and a picture. */
const sites = {
  mkdocs: {
    page: 'docs/index.md',
    files: {
      'mkdocs.yml': 'site_url: https://a.example/base/\n',
      'docs/crew.md': '# Crew\n\n## Watch\n',
      'docs/plan.png': '',
    },
  },
  jekyll: {
    page: 'index.md',
    files: {
      '_config.yml': 'url: https://a.example\nbaseurl: /base\npermalink: pretty\n',
      'crew.md': '---\n---\n# Crew\n\n## Watch\n',
      'plan.png': '',
    },
  },
  hugo: {
    page: 'content/_index.md',
    files: {
      'hugo.toml': 'baseURL = "https://a.example/base/"\n',
      'content/crew.md': '# Crew\n\n## Watch\n',
      'static/plan.png': '',
    },
  },
} as const;

/** What is said of a text on the first page of a site. */
async function findingsOf(kind: keyof typeof sites, text: string) {
  const { page, files } = sites[kind];
  const tree = memoryTree({ ...files, [page]: `---\ntitle: Deck\n---\n${text}\n` });
  return lint(await openHandbook({ root: tree.root, tree }), { rules: [linkFile, linkPage, linkSelfHost] }).findings;
}

describe.each(['mkdocs', 'jekyll', 'hugo'] as const)('on a site of %s below a path', (kind) => {
  test('a link that leaves the site is told where the page is', async () => {
    const [finding] = await findingsOf(kind, '[x](/crew/)');
    expect(finding?.message).toBe(
      'This link goes to /crew/, which lies outside of the site. Did you mean /base/crew/?',
    );
    expect(finding?.suggestions[0]?.safe).toBe(true);
  });

  test.each([
    ['https://a.example/base/crew/', '/base/crew/'],
    ['https://a.example/base/crew/#watch', '/base/crew/#watch'],
  ])('a full address keeps the path of the site: %s', async (href, text) => {
    const [finding] = await findingsOf(kind, `[x](${href})`);
    expect(finding?.suggestions.map((each) => [each.text, each.safe])).toEqual([[text, true]]);
  });
});

test.each(['mkdocs', 'jekyll'] as const)('what %s lacks is named as its host has it', async (kind) => {
  const text = '[x](/base/crow/) [x](/gone/far/) ![x](/base/plam.png) ![x](/plan.png) ![x](/none.png)';
  expect((await findingsOf(kind, text)).map(({ message }) => message)).toEqual([
    'This link goes to /base/crow/, but no page has that address. Did you mean /base/crew/?',
    'This link goes to /gone/far/, but no page has that address. Link to another page, or remove the link.',
    'This image needs the file /base/plam.png, but there is no such file. Did you mean /base/plan.png?',
    'This link goes to /plan.png, which lies outside of the site. Did you mean /base/plan.png?',
    'This image needs the file /none.png, but there is no such file. Correct the name, or add the file.',
  ]);
});
