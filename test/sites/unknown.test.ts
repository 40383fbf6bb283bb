import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { readArguments } from '../../src/cli/arguments.ts';
import { findFixes } from '../../src/cli/commands/fix-command.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { lint } from '../../src/lint/run.ts';
import type { Resolution } from '../../src/sites/resolution.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { workspace } from '../support/workspace.ts';

const files = {
  'eleventy.config.js': '',
  'index.md': '# Home\n',
  'crew/rules.md': '## Watch\n',
  'crew/chart.txt': '',
  LICENSE: '',
};

async function follow(markdown: string): Promise<string> {
  const handbook = await memoryHandbook({ ...files, 'crew/rules.md': `## Watch\n\n${markdown}\n` });
  return inWords(judgeLinks(handbook.page('crew/rules.md')!, handbook).at(-1)!.resolution);
}

function inWords(resolution: Resolution): string {
  if (resolution.outcome === 'unknown') return `unknown ${resolution.reason}`;
  if (resolution.outcome === 'broken') return `${resolution.reason} ${resolution.address}`;
  return resolution.page?.path ?? resolution.file ?? 'folder';
}

describe('a link on a page of an Eleventy site', () => {
  test.each([
    ['[x](../index.md)', 'index.md'],
    ['[x](chart.txt)', 'crew/chart.txt'],
    ['[x](../LICENSE)', 'LICENSE'],
    ['[x](../gone.md)', 'missing-page /gone.md'],
    ['![x](gone.png)', 'missing-file /crew/gone.png'],
    ['[x](www.example.com)', 'missing-file /crew/www.example.com'],
    ['[x](gone.txt)', 'missing-file /crew/gone.txt'],
    // No file has that ending: the build may make one.
    ['[x](../handbook.pdf)', 'unknown unknown-site'],
    ['[x](../all.zip)', 'unknown unknown-site'],
    // Between tags of a template: shown as code, or nowhere.
    ['{%- set code %}\n[x](gone.md)\n{%- endset %}', 'unknown unknown-site'],
    ['{% raw %}<a href="gone.md">x</a>{% endraw %}', 'unknown unknown-site'],
    ['{% set a = 1 %}\n\n[x](gone.md)', 'missing-page /crew/gone.md'],
    ['{% set a %}b{% endset %}\n\n[x](gone.md)\n\n{% if a %}b{% endif %}', 'missing-page /crew/gone.md'],
    ['{% if a %}{% if b %}{% endif %}\n\n[x](gone.md)', 'missing-page /crew/gone.md'],
    ['{% if a %}{% if b %}{% endif %}\n\n[x](gone.md)\n\n{% endif %}', 'unknown unknown-site'],
    ['{% if a %}{% for b %}{% endif %}\n\n[x](gone.md)\n\n{% endfor %}', 'unknown unknown-site'],
    ['{% if a %}{% endif %}{% endif %}\n\n[x](gone.md)\n\n{% raw %}{% endraw %}', 'missing-page /crew/gone.md'],
    // Some look from the top, others beside the address.
    ['[x](crew/rules.md)', 'unknown unknown-site'],
    ['![x](../chart.txt)', 'unknown unknown-site'],
    ['![x](../.assets/gone.png)', 'unknown unknown-site'],
    ['[x](../index)', 'unknown unknown-site'],
    ['[x](gone)', 'unknown unknown-site'],
    ['[x](gone/)', 'unknown unknown-site'],
    ['[x](gone.html)', 'unknown unknown-site'],
    ['[x](/gone.md)', 'unknown unknown-site'],
    ['[x](/index.md)', 'unknown unknown-site'],
    ['[x](../../gone.md)', 'unknown unknown-site'],
    ['[x]({{< ref "gone.md" >}})', 'unknown unknown-site'],
    ['[x](#watch)', 'unknown unknown-site'],
    ['[x](#gone)', 'unknown unknown-site'],
    ['[x](../index.md#gone)', 'unknown unknown-site'],
    ['[x]({{site.baseurl}}/gone.md)', 'unknown unknown-site'],
    ['<a href="<%= gone %>.md">x</a>', 'unknown unknown-site'],
  ])('%s', async (markdown, expected) => {
    expect(await follow(markdown)).toBe(expected);
  });

  test('by the full address of the own host', async () => {
    const own = {
      ...files,
      'handbook.yaml': 'hosts: [hb.example.com]\n',
      'a.md': '[x](https://hb.example.com/gone)\n',
    };
    const handbook = await memoryHandbook(own);
    expect(inWords(judgeLinks(handbook.page('a.md')!, handbook)[0]!.resolution)).toBe('unknown unknown-site');
  });
});

test('what cannot be checked is counted', async () => {
  const handbook = await memoryHandbook({ ...files, 'a.md': '[x](/y) [x](#z) [x](index.md) [x](gone.md)\n' });
  const { summary, findings } = lint(handbook, { rules });
  expect(summary.links).toEqual({ checked: 2, broken: 1, unknown: 2 });
  expect(findings.map(({ rule }) => rule)).toEqual(['handbook-link-page']);
});

test('a folder of its own is judged by its generator, the rest as a repository shows it', async () => {
  const page = '[x](/gone) [x](#gone)\n';
  const others = '[x](b.md)\n'.repeat(9);
  const handbook = await memoryHandbook({ 'docs/eleventy.config.js': '', 'docs/a.md': page, 'b.md': page + others });
  const { findings } = lint(handbook, { rules });
  expect(findings.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
    'b.md handbook-link-page',
    'b.md handbook-link-anchor',
  ]);
});

test('copies of other projects, as Go vendors them, are known and not judged', async () => {
  const copy = { 'vendor/x.org/y/README.md': '[x](gone.md)\n', 'a.md': '[x](vendor/x.org/y/README.md)\n' };
  const wrong = async (files: Readonly<Record<string, string>>) =>
    lint(await memoryHandbook(files), { rules }).findings.map(({ path }) => path);
  expect(await wrong({ ...copy, 'vendor/modules.txt': '# x.org/y v1.0.0\n' })).toEqual([]);
  expect(await wrong(copy)).toEqual(['vendor/x.org/y/README.md']);
});

describe('--fix changes no link', () => {
  // On these sites /crew/watch is a page of crew/watch.md, and crew/watch.md is dead or another page's place.
  const linking = {
    'index.md': '# Home\n\n[a](/crew/watch) [b](crew/watch) [c](crew/wach.md) [d](#hom) [e](www.example.com)\n',
    'crew/watch.md': '# Watch\n\n[back](../Index) [old](/crew/rules/#Watch)\n\nsee [x](/crew/watch/#wach)\n',
    'crew/rules.md': '# Rules\n',
  };

  test.each([
    ['of a known generator that is not modelled', { ...linking, 'eleventy.config.js': '' }],
    ['where only links show a generator', linking],
    ['where handbook.yaml says so', { ...linking, 'handbook.yaml': 'site: unknown\nhosts: [hb.example.com]\n' }],
  ])('%s', async (_, site) => {
    const { fixed } = await findFixes(workspace(site).root, null, readArguments([]));
    expect(fixed.edits).toEqual([]);
  });

  test('but in a repository’s view, as before', async () => {
    const site = { ...linking, 'handbook.yaml': 'site: plain\n' };
    const { fixed } = await findFixes(workspace(site).root, null, readArguments([]));
    expect(fixed.edits.length).toBeGreaterThan(0);
  });
});

describe('what surrounds Markdown elsewhere is set aside', () => {
  const wrong = async (files: Readonly<Record<string, string>>, page: string) => {
    const handbook = await memoryHandbook(files);
    return judgeLinks(handbook.page(page)!, handbook)
      .filter(({ resolution }) => resolution.outcome === 'broken')
      .map(({ link }) => link.href);
  };
  test.each([
    [
      'Liquid',
      '_layouts/a.html',
      '{% include nav.html %}\n[a]({{ "/x" | relative_url }}) [b]({% link gone.md %}) <a href="{{ x }}/gone.png">c</a>\n',
    ],
    ['Nunjucks', 'eleventy.config.js', '{% set x = "gone.md" %}\n[a]({{ x }}) [b]({{x}}.png)\n'],
    [
      'MyST roles',
      'conf.py',
      'See {ref}`the watch <watch>` and {doc}`gone.md`.\n\n(watch)=\n## Watch\n\n[a](#watch) [b](watch) [c](project:gone.md)\n',
    ],
    ['a MyST directive', 'myst.yml', '```{figure} gone.png\n:name: x\n```\n\n:::{note}\n[a](<project:#x>)\n:::\n'],
    ['mdBook', 'book.toml', '{{#include gone.md}}\n\n[a](gone.html) [b](print.html)\n'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands in a page.
    ['JSX', 'astro.config.mjs', '<Card href={link("gone.md")}>x</Card>\n\n<a href={`${x}.md`}>y</a>\n'],
    ['wiki links', 'conf.py', '[[gone]] [[gone.md|Gone]] ![[gone.png]]\n'],
    ['what is made at build time', 'next.config.js', '[a](feed.xml) [b](search.json) [c](list.php)\n'],
    ['a page that is named like a file', 'next.config.js', '[a](node.js)\n'],
  ])('%s', async (_, sign, text) => {
    expect(await wrong({ [sign]: '', 'a.md': text, 'stack/node.js.md': '' }, 'a.md')).toEqual([]);
  });
});
