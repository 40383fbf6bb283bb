import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const first = '{{ $_hugo_config := `{ "version": 1 }` }}';
const site = {
  'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true\n[languages.en]\ntitle = "x"\n',
  'layouts/shortcodes/plain.html': '<div>{{ .Inner }}</div>',
  'layouts/shortcodes/home.html': '<div>{{ .Inner | markdownify }}</div>',
  'layouts/shortcodes/first.html': `${first}<div>{{ .Inner | markdownify }}</div>`,
};

/** Text that stands in shortcodes, `p%h<` for `plain` as `{{% %}}` around `home` as `{{< >}}`. */
function within(written: string, text: string): string {
  const calls = [...written.matchAll(/(\w)([%<])/g)].map(([, name, sign = '']) => ({
    name: { p: 'plain', h: 'home', f: 'first' }[name!]!,
    open: `{{${sign}`,
    close: `${sign === '<' ? '>' : '%'}}}`,
  }));
  return calls.reduceRight(
    (inner, { name, open, close }) => `${open} ${name} ${close}\n${inner}\n${open} /${name} ${close}\n`,
    text,
  );
}

// All run with 0.131 and 0.169.
test.each([
  ['h%', false],
  ['h<', false],
  ['f<', false],
  ['f%', true],
  ['h<p%', true],
  ['p%h%', true],
  ['p<h%', true],
  ['p%h<', false],
  ['p<h<', false],
])('a link to a part of its page within %s stays on the page: %s', async (written, isOnPage) => {
  const page = `---\ntitle: Log\n---\n## Watch\n\n${within(written, '[x](#watch)')}`;
  const handbook = await memoryHandbook({ ...site, 'content/_index.md': '', 'content/log.md': page });
  const [judged] = judgeLinks(handbook.page('content/log.md')!, handbook);
  expect(judged!.resolution.outcome).toBe(isOnPage ? 'found' : 'broken');
});

test.each([
  ['p%', ['watch', 'watch-1', 'watch-2']],
  ['f%', ['watch', 'watch-1']],
  ['h<', ['watch', 'watch-1']],
  ['p%p%', ['watch', 'watch-1']],
])('a heading within %s is numbered as Hugo does', async (written, ids) => {
  const page = `---\ntitle: Log\n---\n## Watch\n\n${within(written, '\n## Watch\n')}\n## Watch\n`;
  const handbook = await memoryHandbook({ ...site, 'content/log.md': page });
  expect([...handbook.anchors(handbook.page('content/log.md')!).ids.keys()]).toEqual(ids);
});

test('headings in each of several shortcodes within another have numbers of their own', async () => {
  const tab = within('p%', '\n## Watch\n\n## Watch\n');
  const page = `---\ntitle: Log\n---\n{{< plain >}}\n${tab}\n${tab}{{< /plain >}}\n`;
  const handbook = await memoryHandbook({ ...site, 'content/log.md': page });
  expect([...handbook.anchors(handbook.page('content/log.md')!).ids.keys()]).toEqual(['watch', 'watch-1']);
});

test.each(['h<', 'p<', 'p%'])('a heading within %s in a block of code is none', async (written) => {
  const page = `---\ntitle: Log\n---\n## Watch\n\n\`\`\`\n${within(written, '## Watch')}\`\`\`\n\n## Watch\n`;
  const handbook = await memoryHandbook({ ...site, 'content/log.md': page });
  expect([...handbook.anchors(handbook.page('content/log.md')!).ids.keys()]).toEqual(['watch', 'watch-1']);
});
