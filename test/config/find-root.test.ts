import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRoot, siteBelow } from '../../src/config/loading/find-root.ts';

import { temporaryFolder } from '../support/temporary-folder.ts';

const page = '# Content\n';

/** The root that is found from a path, relative to the folder that holds these files. */
function rootFrom(path: string, files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  const found = findRoot(join(folder, path));
  return found === folder ? '.' : found.slice(folder.length + 1);
}

describe('the root of a Hugo site', () => {
  it('is the folder with a configuration of Hugo and a folder content', () => {
    const files = { 'site/hugo.yaml': '', 'site/content/a/b.md': page };
    expect(rootFrom('site/content/a/b.md', files)).toBe('site');
  });

  it.each(['content/team/content/_index.md', 'content/team/content/plan/b.md', 'content/team', 'content/team/a.md'])(
    'is not found in a section that has a section named content, seen from %s',
    (path) => {
      const files = {
        'hugo.yaml': '',
        'content/_index.md': page,
        'content/team/a.md': page,
        'content/team/content/_index.md': page,
        'content/team/content/plan/b.md': page,
      };
      expect(rootFrom(path, files)).toBe('.');
    },
  );

  it('is not found in such a section of such a section', () => {
    const files = {
      'content/_index.md': page,
      'content/a/content/_index.md': page,
      'content/a/content/b/content/_index.md': page,
    };
    expect(rootFrom('content/a/content/b/content/_index.md', files)).toBe('.');
  });

  it('may be a folder of another site, outside of its content', () => {
    const files = {
      'hugo.yaml': '',
      'content/_index.md': page,
      'themes/plain/exampleSite/content/_index.md': page,
      'contents/content/_index.md': page,
    };
    expect(rootFrom('themes/plain/exampleSite/content/_index.md', files)).toBe('themes/plain/exampleSite');
    expect(rootFrom('contents/content/_index.md', files)).toBe('contents');
  });

  it.each([
    ['layouts/_default/single.html', 'site'],
    ['layouts/index.redirects', 'site'],
    ['layouts/grid/index.md', '.'],
    ['layouts/flex.md', '.'],
    ['layouts/grid/code/demo.hbs', '.'],
  ])('is known by templates, not by pages about layouts: with %s it is %s', (path, wanted) => {
    const files = { '.git/HEAD': '', 'site/content/a.md': page, [`site/${path}`]: '' };
    expect(rootFrom('site/content/a.md', files)).toBe(wanted);
  });

  it('may lie below a folder content that no site has', () => {
    expect(rootFrom('content/site/content/_index.md', { 'content/site/content/_index.md': page })).toBe('content/site');
  });
});

describe('handbook.yaml', () => {
  it('makes a section a handbook of its own', () => {
    const files = {
      'hugo.yaml': '',
      'content/_index.md': page,
      'content/team/handbook.yaml': '',
      'content/team/content/_index.md': page,
    };
    expect(rootFrom('content/team/content/_index.md', files)).toBe('content/team');
  });

  it('wins over a Hugo site that is nearer', () => {
    expect(rootFrom('site/content/_index.md', { 'handbook.yaml': '', 'site/content/_index.md': page })).toBe('.');
  });
});

describe('a generator’s file', () => {
  const two = {
    '.git/HEAD': '',
    'README.md': page,
    'crew/mkdocs.yml': '',
    'crew/docs/a/b.md': page,
    'web/docs/c.md': page,
  };

  it.each([
    ['crew/docs/a/b.md', 'crew'],
    ['crew', 'crew'],
    ['web/docs/c.md', 'web'],
    ['README.md', '.'],
  ])('tells which site %s of a repository belongs to', (path, root) => {
    expect(rootFrom(path, { ...two, 'web/docusaurus.config.ts': '' })).toBe(root);
  });

  it('may lie in a dot folder', () => {
    expect(rootFrom('docs/a/b.md', { 'docs/.vitepress/config.mts': '', 'docs/a/b.md': page })).toBe('docs');
  });

  it('makes no site of a folder around a repository', () => {
    const files = { 'next.config.js': '', 'handbook/.git/HEAD': '', 'handbook/a.md': page };
    expect(rootFrom('handbook/a.md', files)).toBe('handbook');
  });

  it('does not, if its name is a common one', () => {
    const files = { '.git/HEAD': '', 'notes/SUMMARY.md': page, 'tools/conf.py': '', 'notes/a.md': page };
    expect(rootFrom('notes/a.md', files)).toBe('.');
  });

  it('loses against handbook.yaml further up', () => {
    expect(rootFrom('crew/docs/a/b.md', { ...two, 'handbook.yaml': '' })).toBe('.');
  });
});

describe('the Hugo site in a folder of a repository', () => {
  const below = (files: Readonly<Record<string, string>>) => {
    const folder = temporaryFolder(files);
    return siteBelow(folder, () => [])?.slice(folder.length + 1) ?? null;
  };
  const site = { 'web/hugo.yaml': '', 'web/content/a.md': page, 'web/content/b.md': page };

  it('is the root where it holds most pages', () => {
    expect(below({ ...site, 'README.md': page, 'CONTRIBUTING.md': page, 'notes/a.md': page })).toBe('web');
    expect(below({ 'notes/README.md': page, 'pages/web/config.toml': '', 'pages/web/content/a.md': page })).toBe(
      'pages/web',
    );
  });

  it('is not where as many pages lie elsewhere', () => {
    expect(below({ ...site, 'notes/a.md': page, 'notes/b.md': page })).toBeNull();
  });

  it.each(['handbook.yaml', 'mkdocs.yml', 'docs/mkdocs.yml', 'content/c.md'])('is not where there is %s', (path) => {
    expect(below({ ...site, [path]: '' })).toBeNull();
  });

  it('is not the one that a theme is shown with', () => {
    expect(below({ 'exampleSite/hugo.yaml': '', 'exampleSite/content/a.md': page, 'theme.toml': '' })).toBeNull();
  });

  it('is not sought in dot folders, and three folders down', () => {
    expect(below({ '.old/hugo.yaml': '', '.old/content/a.md': page })).toBeNull();
    expect(below({ 'a/b/c/hugo.yaml': '', 'a/b/c/content/a.md': page })).toBeNull();
  });
});
