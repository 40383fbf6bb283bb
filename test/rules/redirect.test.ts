import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const rule = rules.find(({ id }) => id === 'handbook-redirect')!;

async function findings(files: Readonly<Record<string, string>>): Promise<string[]> {
  const handbook = await memoryHandbook({ 'content/crew/_index.md': '## Watch\n', ...files });
  return lint(handbook, { rules: [rule] }).findings.map(
    ({ path, start, end, message }) =>
      `${path} ${handbook.page(path)!.text.slice(start.offset, end.offset)} ${message.split('.')[0]}`,
  );
}

test('each line is reported in its own file', async () => {
  const found = await findings({
    'handbook.yaml': 'redirects: [static/_redirects, static/more]\n',
    'static/_redirects': '/a/ /gone/ 301\n',
    'static/more': '/b/ /lost/ 301\n',
  });
  expect(found.sort()).toEqual([
    'static/_redirects /gone/ /a/ is sent on to /gone/, but no page has that address',
    'static/more /lost/ /b/ is sent on to /lost/, but no page has that address',
  ]);
});

test('with `unused` off only a lost target counts', async () => {
  const files = {
    'static/_redirects':
      '/crew/ /crew/#watch 301\n/a/ /crew/ 301\n/a/ /crew/#watch 301\n/b/ /gone/ 301\n/c/ /crew/#none 301\n',
    'content/deck.md': '---\naliases: [/crew/]\n---\n',
  };
  expect(await findings(files)).toHaveLength(5);
  expect(
    await findings({ ...files, 'handbook.yaml': 'rules: {handbook-redirect: [error, {unused: false}]}\n' }),
  ).toEqual([
    'static/_redirects /gone/ /b/ is sent on to /gone/, but no page has that address',
    'static/_redirects none /c/ is sent on to #none of the page "Watch", which has no such heading',
  ]);
});

test('a heading that is missing is marked and mended where it is written, and not where a line leads to that line', async () => {
  const handbook = await memoryHandbook({
    'content/crew/_index.md': '## Watch\n',
    'static/_redirects': '/a/ /b/ 301\n/b/ /crew/#watc 301\n',
  });
  const { findings } = lint(handbook, { rules: [rule] });
  const { text } = handbook.page('static/_redirects')!;
  expect(
    findings.map(({ start, end, suggestions }) => [
      text.slice(start.offset, end.offset),
      suggestions.map(({ title, text }) => `${title}, ${text}`),
    ]),
  ).toEqual([
    ['/b/', []],
    ['watc', ['Send to #watch, watch']],
  ]);
});

test('an alias is told apart from the page that has its address, and from one that claims it as well', async () => {
  const page = (alias: string) => `---\naliases: [${alias}]\n---\n`;
  expect(
    await findings({
      'content/a.md': page('/crew/'),
      'content/b.md': page('/b/'),
      'content/c.md': page('/old/'),
      'content/d.md': page('/old/'),
      'content/e.md': page('/fine/'),
    }),
  ).toEqual([
    'content/a.md /crew/ The old address /crew/ is the present address of the page "Watch"',
    'content/b.md /b/ The old address /b/ is the present address of this page',
    'content/c.md /old/ The old address /old/ is also claimed by the page "d", and only one of the two can have it',
    'content/d.md /old/ The old address /old/ is also claimed by the page "c", and only one of the two can have it',
  ]);
});

test.each([
  ['a repository’s view', { 'a.md': '' }, ''],
  ['an MkDocs site', { 'mkdocs.yml': 'site_name: x\n' }, 'docs/'],
  ['a site of unknown kind', { 'eleventy.config.js': '' }, ''],
  ['a Hugo site that switches them off', { 'hugo.toml': 'disableAliases = true\n' }, 'content/'],
])('`aliases` are no addresses on %s', async (_, site, folder) => {
  const page = '---\naliases: [/old/]\n---\n[x](/old/)\n';
  const handbook = await memoryHandbook({ ...site, [`${folder}b.md`]: page, [`${folder}c.md`]: page });
  expect(lint(handbook, { rules: [rule] }).findings).toEqual([]);
  expect(handbook.alias('/old/')).toBeUndefined();
});

test('old addresses that a template of a Hugo site writes into a file of redirects work without those of Hugo itself', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml': 'disableAliases = true\n',
    'layouts/index.redirects':
      '{{ range .Site.Pages }}{{ $to := .RelPermalink }}{{ range .Aliases }}{{ . }} {{ $to }}{{ end }}{{ end }}',
    'content/b.md': '---\naliases: [/old/]\n---\n[x](/old/)\n',
  });
  expect(handbook.alias('/old/')).toBe('/b/');
});

test.each([
  ['layouts/_default/single.html', '<p>{{ range .Aliases }}was {{ . }}{{ end }}</p>'],
  ['layouts/index.redirects', '{{/* .Aliases */}}'],
])('old addresses that %s shows or a comment names are no redirects', async (path, template) => {
  const handbook = await memoryHandbook({
    'hugo.toml': 'disableAliases = true\n',
    [path]: template,
    'content/b.md': '---\naliases: [/old/]\n---\n[x](/old/)\n',
  });
  expect(handbook.alias('/old/')).toBeUndefined();
});
