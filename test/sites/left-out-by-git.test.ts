import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../src/links/judge.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const hugo = { 'hugo.toml': '', 'content/en/_index.md': '', 'static/a.txt': '' };
const languages = { ...hugo, 'hugo.toml': '[languages.en]\ncontentDir = "content/en"\n' };
const page = '---\ntitle: A\n---\n';

async function outcomes(files: Readonly<Record<string, string>>, path: string, markdown: string): Promise<string> {
  const handbook = await memoryHandbook({ ...files, [path]: `${files[path] ?? page}${markdown}\n` });
  return judgeLinks(handbook.page(path)!, handbook)
    .map(({ resolution }) => resolution.outcome)
    .join(' ');
}

// What a script puts into a folder before the build is often left out of git, so no file tells of it.
describe('what git leaves out may be there when the site is built', () => {
  test.each([
    ['content/en/cmd/flux*', '[x](/cmd/flux_create/) [x](/cmd/other/)', 'unknown broken'],
    ['content/en/cmd/*.md', '[x](/cmd/flux_create/) [x](/cmd/flux/a/)', 'unknown broken'],
    ['api/', '[x](/api/a/) [x](/en/apis/)', 'unknown broken'],
    ['/static/install.sh', '[x](/install.sh) [x](/uninstall.sh)', 'unknown broken'],
    ['# api/', '[x](/api/a/)', 'broken'],
    ['*\n!*/\n!*.md', '[x](/api/a/)', 'broken'],
    ['/content/en/v1.2', '[x](/v1.2/a/) [x](/v1.3/a/)', 'unknown broken'],
  ])('by Hugo: %s', async (pattern, markdown, wanted) => {
    expect(await outcomes({ ...languages, '.gitignore': `${pattern}\n` }, 'content/en/b.md', markdown)).toBe(wanted);
  });

  test('by Hugo, as a .gitignore beside the pages says', async () => {
    const files = { ...hugo, 'content/.gitignore': '/en/api\n' };
    expect(await outcomes(files, 'content/b.md', '[x](/en/api/a/) [x](/api/a/)')).toBe('unknown broken');
  });

  test.each([
    ['Hugo', { ...hugo, 'content/spec/_index.md': page, 'content/spec/.gitignore': '*/\n' }, 'content/b.md', '/spec/'],
    ['Hugo', { ...hugo, 'static/api/.gitignore': '*\n' }, 'content/b.md', '/api/'],
    ['MkDocs', { 'mkdocs.yml': 'a: 1\n', 'docs/index.md': '', 'docs/ref/.gitignore': '*\n' }, 'docs/b.md', '/ref/'],
  ])('by %s, as a .gitignore further down says', async (_, files, path, prefix) => {
    const markdown = `[x](${prefix}v1/a/) [x](${prefix}v1/a.txt) [x](/gone/a/)`;
    expect(await outcomes(files, path, markdown)).toBe('unknown unknown broken');
  });

  test.each([
    ['MkDocs', { 'mkdocs.yml': 'site_name: A\n', 'docs/index.md': '' }, 'docs/b.md', '/docs/api'],
    ['Jekyll', { '_config.yml': 'a: 1\n', 'index.md': page }, 'b.md', '/api'],
  ])('by %s', async (_, files, path, pattern) => {
    const markdown = '<a href="/api/a/">x</a> <a href="/gone/">x</a>';
    expect(await outcomes({ ...files, '.gitignore': `${pattern}\n` }, path, markdown)).toBe('unknown broken');
  });

  test('a repository shows nothing of it', async () => {
    const files = { 'README.md': '', '.gitignore': 'api\n' };
    expect(await outcomes(files, 'b.md', '[x](api/a.md)')).toBe('broken');
  });
});
