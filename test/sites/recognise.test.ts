import { describe, expect, test } from 'vitest';
import { describeTakenFor } from '../../src/sites/taken-for.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const pages = { 'README.md': '# Home\n\n[crew](crew/rules.md)\n', 'crew/rules.md': '# Rules\n' };

async function firstLine(files: Readonly<Record<string, string>>): Promise<string> {
  return describeTakenFor((await memoryHandbook(files)).config);
}

describe('a site is taken for what its own files say', () => {
  test.each([
    ['_config.yml', 'a Jekyll site'],
    ['mkdocs.yml', 'a MkDocs site'],
    ['docusaurus.config.ts', 'a Docusaurus site'],
    ['.vitepress/config.mts', 'a VitePress site'],
    ['SUMMARY.md', 'a GitBook site'],
    ['.gitbook.yaml', 'a GitBook site'],
    ['eleventy.config.mjs', 'an Eleventy site'],
    ['.eleventy.js', 'an Eleventy site'],
    ['conf.py', 'a Sphinx site'],
    ['book.toml', 'a mdBook site'],
    ['astro.config.mjs', 'an Astro site'],
    ['gatsby-config.js', 'a Gatsby site'],
    ['next.config.js', 'a Next.js site'],
  ])('%s', async (sign, kind) => {
    expect(await firstLine({ ...pages, [sign]: '' })).toContain(`Taken for ${kind}, by ${sign}.`);
  });

  test('by its keys, when the name is anyone’s', async () => {
    const view = "Taken for a repository's view of its files, as no file of a site generator is there.";
    expect(await firstLine({ ...pages, 'config.yaml': 'port: 80\n' })).toBe(view);
    expect(await firstLine({ ...pages, 'config.yaml': 'BaseURL: /\n' })).toBe('Taken for a Hugo site, by config.yaml.');
    expect(await firstLine({ ...pages, 'content/a.md': '', 'config.yaml': 'title: x\n' })).toBe(
      'Taken for a Hugo site, by config.yaml.',
    );
    expect(await firstLine({ 'content/_index.md': '', 'config.toml': 'base_url = "/"\n' })).toContain(
      'Taken for a Hugo site',
    );
    expect(await firstLine({ ...pages, 'config.toml': 'base_url = "/"\n' })).toContain('Taken for a Zola site');
  });

  test('two generators are both named', async () => {
    const both = await firstLine({ ...pages, '_config.yml': '', 'mkdocs.yml': '' });
    expect(both).toContain('Taken for a Jekyll site, by _config.yml.');
    expect(both).toContain('mkdocs.yml of MkDocs is there as well, and was not followed.');
    expect(await firstLine({ 'hugo.yaml': '', 'content/a.md': '', 'mkdocs.yml': '' })).toBe(
      'Taken for a Hugo site, by hugo.yaml. mkdocs.yml of MkDocs is there as well, and was not followed.',
    );
  });

  test('handbook.yaml wins', async () => {
    const files = { ...pages, '_config.yml': '', 'handbook.yaml': 'site: plain\n' };
    expect(await firstLine(files)).toBe("Taken for a repository's view of its files, by handbook.yaml.");
    expect(await firstLine({ ...pages, 'handbook.yaml': 'site: unknown\n' })).toContain(
      'Taken for a site of unknown kind, by handbook.yaml.',
    );
  });

  test('a folder of its own is told apart from the rest', async () => {
    expect(await firstLine({ ...pages, 'docs/eleventy.config.js': '' })).toContain(
      'docs is taken for an Eleventy site, by docs/eleventy.config.js.',
    );
  });
});

describe('without any such file, links tell', () => {
  const linking = (...hrefs: string[]) => ({
    'a.md': hrefs.map((href) => `[x](${href})\n`).join(''),
    'b/README.md': '',
  });

  test.each([
    ['as written', ['b', 'b/', '/b/README.md', 'a.md'], false],
    ['one address of three', ['b', '/c/', 'a.md'], false],
    ['two of five', ['b', '/c/', 'a.md', 'b/', 'c'], true],
    ['files, images and anchors do not count', ['pic.png', '#x', 'https://example.com/c', '/c/'], true],
    ['a missing file is no address', ['c.md', 'd.md'], false],
  ])('%s', async (_, hrefs, isUnknown) => {
    const { config } = await memoryHandbook(linking(...hrefs));
    expect(config.site).toBe(isUnknown ? 'unknown' : 'plain');
  });

  test('but handbook.yaml wins', async () => {
    const { config } = await memoryHandbook({ ...linking('/c/', '/d/'), 'handbook.yaml': 'site: plain\n' });
    expect(config.site).toBe('plain');
  });
});
