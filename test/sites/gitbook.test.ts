import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { describeTakenFor } from '../../src/sites/taken-for.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const book = {
  '.gitbook.yaml':
    'root: ./docs/\nstructure:\n  readme: README.md\n  summary: LIST.md\nredirects:\n  old/crew: crew/README.md\n',
  'README.md': '# Repository\n',
  'docs/README.md': '# Home\n',
  'docs/LIST.md':
    '# Summary\n\n* [Home](README.md)\n* [Crew](crew/README.md)\n  * [Watch](crew/watch.md)\n* [Log](<crew/log book.md>)\n',
  'docs/crew/README.md':
    '# Crew\n\n<details>\n\n<summary>Guest <strong>role</strong></summary>\n\nNobody.\n\n</details>\n\n## 2. Ask the AD\n\n## Who & how\n\n## Night -- watch\n\n## <a href="#x" id="oars"></a>Oars\n\n## Day\n\n## Day\n',
  'docs/crew/log book.md': '# Log\n',
  'docs/crew/draft.md': '# Not listed\n',
  'docs/crew/v1.b.md': '# First\n',
  'docs/crew/more.md': '{% include "../.gitbook/includes/part.md" %}\n',
  'docs/.gitbook/assets/ship (1).png': '',
  'docs/.gitbook/includes/part.md': '## Part\n',
};

async function outcome(markdown: string, files: Readonly<Record<string, string>> = book): Promise<string> {
  const handbook = await memoryHandbook({ ...files, 'docs/crew/watch.md': `# Watch\n\n${markdown}\n` });
  return judgeLinks(handbook.page('docs/crew/watch.md')!, handbook)[0]!.resolution.outcome;
}

// By GitBook's documentation and by what its editor writes into repositories.
describe('a link in a GitBook', () => {
  test.each([
    ['a page', '[x](README.md)', 'found'],
    ['a folder with a README', '[x](../crew/)', 'found'],
    ['a page with a blank', '[x](<log book.md>)', 'found'],
    ['an asset', '![x](<../.gitbook/assets/ship (1).png>)', 'found'],
    ['an asset in HTML', '<figure><img src="../.gitbook/assets/ship%20(1).png" alt=""></figure>', 'found'],
    ['an id', '[x](README.md#who-and-how)', 'found'],
    ['a page as HonKit builds it', '[x](draft.html)', 'unknown'],
    ['a page with a dot in its name, without its ending', '[x](v1.b)', 'unknown'],
    ['a page as HonKit would build it', '[x](gone.html)', 'broken'],
    ['hyphens joined', '[x](README.md#night-watch)', 'found'],
    ['an id of its own', '[x](README.md#oars)', 'found'],
    ['the second of an id of its own', '[x](README.md#oars-1)', 'unknown'],
    ['the second of a name', '[x](README.md#day-1)', 'found'],
    ['something like an id', '[x](README.md#who-how-1)', 'broken'],
    ['an id made in another way', '[x](README.md#who--and--how)', 'unknown'],
    ['what can be unfolded', '[x](README.md#guest-role)', 'unknown'],
    ['a heading with a number', '[x](README.md#id-2.-ask-the-a-d)', 'unknown'],
    ['a heading with another number', '[x](README.md#id-3.-ask-the-a-d)', 'broken'],
    ['no heading', '[x](README.md#gone)', 'broken'],
    ['an asset from the wrong folder', '![x](.gitbook/assets/ship%20%281%29.png)', 'unknown'],
    ['a page from the top', '[x](crew/README.md)', 'unknown'],
    ['a missing page', '[x](gone.md)', 'broken'],
    ['a page from the top of nothing', '[x](/gone.md)', 'unknown'],
    ['another page by a reference', '[x][y]\n\n[y]: gone.md', 'broken'],
    ['a missing asset', '![x](../.gitbook/assets/gone.png)', 'broken'],
    ['a page that is not listed', '[x](draft.md)', 'unknown'],
    ['an address', '[x](/crew/watch)', 'unknown'],
    ['a name without its ending', '[x](README)', 'unknown'],
    ['a folder without a README', '[x](../plans/)', 'unknown'],
    ['a file outside of the book', '[x](../../README.md)', 'unknown'],
    ['a reference', '{% content-ref url="gone.md" %}\n[gone.md](gone.md)\n{% endcontent-ref %}', 'broken'],
    ['an id on a page with parts', '[x](#gone)\n\n{% include "../.gitbook/includes/part.md" %}', 'unknown'],
  ])('to %s', async (_, markdown, expected) => {
    expect(await outcome(markdown)).toBe(expected);
  });

  // By HonKit 6.1.7.
  test.each([
    ['#who--how', 'found found'],
    ['#oars', 'found found'],
    ['#who-and-how', 'unknown unknown'],
    ['#two--gaps', 'found found'],
    ['#gone', 'broken broken'],
    ['#foo---bar', 'found found'],
    ['#oars-again', 'found found'],
    ['#oars-again-1', 'unknown unknown'],
  ])('%s of HonKit is %s', async (fragment, wanted) => {
    const page = `# Watch\n\n[x](${fragment})\n\n## Who & how\n\n## Mates {#oars}\n\n## Two  gaps\n\n## Foo - Bar\n\n## Oars again\n\n## Oars again\n\n## Oars again\n`;
    const book = {
      'README.md': '# Home\n',
      'SUMMARY.md': '* [Home](README.md)\n* [Watch](watch.md)\n',
      'watch.md': page,
    };
    const signs: readonly Readonly<Record<string, string>>[] = [
      { 'book.json': '{}' },
      { 'package.json': '{"devDependencies": {"honkit": "^6.0.0"}}' },
    ];
    const verdicts = signs.map(async (sign) => {
      const handbook = await memoryHandbook({ ...book, ...sign });
      expect(handbook.config.site).toBe('gitbook');
      return judgeLinks(handbook.page('watch.md')!, handbook)[0]!.resolution.outcome;
    });
    expect((await Promise.all(verdicts)).join(' ')).toBe(wanted);
  });

  test('that begins with a hint has no front matter', async () => {
    const handbook = await memoryHandbook({
      ...book,
      'docs/crew/watch.md':
        '{% hint style="info" %}\n[x](gone.md)\n{% endhint %}\n\n{% tabs %}\n{% tab title="A" %}\n## In a tab\n{% endtab %}\n{% endtabs %}\n',
    });
    const { facts } = handbook.page('docs/crew/watch.md')!;
    expect([
      facts.frontMatter,
      facts.problems,
      facts.links.map(({ href }) => href),
      facts.headings.map(({ text }) => text),
    ]).toEqual([null, [], ['gone.md'], ['In a tab']]);
  });

  test('that begins with plus signs has no front matter', async () => {
    const handbook = await memoryHandbook({ ...book, 'docs/crew/watch.md': '+++\n[x](gone.md)\n+++\n' });
    expect(handbook.page('docs/crew/watch.md')!.facts.links.map(({ href }) => href)).toEqual(['gone.md']);
  });
});

test.each([
  ['SUMMARY.md', '* [A](a.md)\n', 'Taken for a GitBook site, by SUMMARY.md.'],
  ['book.json', '{"root": "./"}', 'Taken for a GitBook site, by book.json.'],
  ['SUMMARY.md', '# Our year\n\nWords.\n', "Taken for a repository's view"],
])('%s with %j: %s', async (path, text, line) => {
  const { config } = await memoryHandbook({ [path]: text, 'README.md': '# A\n', 'a.md': '# A\n' });
  expect(describeTakenFor(config)).toContain(line);
});

test('assets of a space of its own, and of another', async () => {
  const files = {
    '.gitbook.yaml': '',
    'b/SUMMARY.md': '',
    'b/.gitbook/assets/c.png': '',
    'crew/SUMMARY.md': '',
    'crew/.gitbook/assets/a.png': '',
    'crew/a.md': '',
  };
  const handbook = await memoryHandbook({
    ...files,
    'crew/b.md': '![x](.gitbook/assets/a.png) ![x](.gitbook/assets/b.png) ![x](.gitbook/assets/c.png)\n',
  });
  const judged = judgeLinks(handbook.page('crew/b.md')!, handbook);
  expect(judged.map(({ resolution }) => resolution.outcome)).toEqual(['found', 'broken', 'unknown']);
});
