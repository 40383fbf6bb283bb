import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { silentLayouts } from '../../../src/sites/hugo/templates/silent-layouts.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const CARDS = '{{ range .Pages }}{{ .Summary }}{{ partial "card" . }}{{ end }}';

describe('what a layout shows of its page', () => {
  test.each<[template: string, isSilent: boolean]>([
    ['<h1>{{ .Title }}</h1>', true],
    [CARDS, true],
    ['{{ range .Pages }}{{ .Title }}{{ else }}{{ .Content }}{{ end }}', false],
    ['{{ range .Pages }}{{ $.Content }}{{ end }}', false],
    ['{{ with .Content }}{{ . }}{{ end }}', false],
    ['{{ .RenderShortcodes | safeHTML }}', false],
    ['{{ .Render "li" }}', false],
    ['{{ partial "text.html" . }}', false],
    ['{{ partial "partials/text.html" . }}', false],
    ['{{ template "partials/text.html" . }}', false],
    ['{{ partial "head" . }}{{ partial "opengraph.html" . }}{{ template "_internal/disqus.html" . }}', true],
    ['{{ template "elsewhere" . }}', false],
    ['{{ partial (printf "%s.html" .Type) . }}', false],
    ['{{ partial "gone" . }}', false],
    ['{{/* {{ .Content }} */}}', false],
    ['{{ "<!-- begin" | safeHTML }}{{ .Content }}{{ "-->" | safeHTML }}', false],
    ['{{ replaceRE "[{}]" "" .Content }}', false],
    ['{{ readFile (printf "content/%s" .File.Path) | markdownify }}', false],
    ['{{ partial "head" (dict "body" (partial "text" .)) }}', false],
    ['{{ define "main" }}{{ template "own" . }}{{ end }}{{ define "own" }}{{ .Title }}{{ end }}', true],
  ])('%s', (text, isSilent) => {
    const files = {
      'layouts/index.html': text,
      'layouts/partials/text.html': '{{ .Content }}',
      'layouts/partials/head.html': '{{ .Title }}',
      'layouts/crew/list.html': '{{ define "elsewhere" }}{{ .Content }}{{ end }}',
      'layouts/partials/card.html': '{{ .Content }}',
    };
    expect(silentLayouts(Object.entries(files).map(([path, words]) => ({ path, text: words }))).home).toBe(isSilent);
  });

  test('the page that is built may be asked for in any partial', () => {
    const files = { 'layouts/index.html': CARDS, 'layouts/partials/card.html': '{{ page.Content }}' };
    expect(silentLayouts(Object.entries(files).map(([path, text]) => ({ path, text })))).toEqual({});
  });

  test.each<[files: Readonly<Record<string, string>>, kind: string, isSilent: boolean | undefined]>([
    [{ 'layouts/index.html': '', 'themes/x/layouts/index.html': '{{ .Content }}' }, 'home', true],
    [{ 'layouts/_default/home.html': '', 'layouts/index.html': '{{ .Content }}' }, 'home', false],
    [{ 'layouts/_default/list.html': '' }, 'home', true],
    [{ 'layouts/_default/list.html': '', 'layouts/_default/baseof.html': '{{ .Content }}' }, 'home', false],
    [{ 'layouts/_default/list.html': '', 'layouts/_default/list.de.html': '{{ .Content }}' }, 'section', false],
    [{ 'layouts/crew/list.html': '', 'layouts/_default/list.html': '{{ .Content }}' }, 'section crew', true],
    [{ 'layouts/crew/list.html': '', 'layouts/crew/deck/list.html': '{{ .Content }}' }, 'section crew', false],
    [{ 'layouts/crew/single.html': '{{ .Content }}', 'layouts/crew/list.html': '' }, 'section crew', true],
    [{ 'layouts/crew/single.html': '{{ .Content }}', 'layouts/crew/list.html': '' }, 'page crew', false],
    [{ 'layouts/_default/list.html': '', 'layouts/_default/crew.html': '{{ .Content }}' }, 'section crew', false],
    [{ 'layouts/_default/single.html': '' }, 'page', true],
    [{ 'layouts/crew/page.html': '' }, 'page crew', false],
    [{ 'layouts/index.html': '', 'layouts/page/list.html': '{{ .Content }}' }, 'home', false],
    [{ 'layouts/Crew/list.html': '' }, 'section crew', true],
    [{ 'layouts/partials/page/single.html': '' }, 'page', false],
    [{ 'layouts/_default/list.print.html': '' }, 'section', false],
    [{ 'layouts/crew/list.print.html': '', 'layouts/crew/card.html': '' }, 'section crew', false],
  ])('%j: %s is %s', (files, kind, isSilent) => {
    const found = silentLayouts(Object.entries(files).map(([path, text]) => ({ path, text })));
    expect(found[kind]).toBe(isSilent);
  });
});

describe('a page whose layout shows nothing of its text', () => {
  const site = {
    'hugo.toml': 'title = "x"\n',
    'layouts/_default/list.html': '{{ .Title }}',
    'content/_index.md': '## Hello\n[x](/gone/)\n',
    'content/crew/_index.md': '## Watch\n',
    'content/crew/log.md': '## Watch\n[x](/#hello)\n[x](/crew/#watch)\n[x](/crew/log/#watch)\n',
    'content/tags/_index.md': '## Watch\n[x](#watch)\n',
  };
  const outcomes = async (path: string, files: object) => {
    const handbook = await memoryHandbook({ ...site, ...files });
    return judgeLinks(handbook.page(path)!, handbook).map(({ resolution }) => resolution.outcome);
  };

  test('has no ids that can be checked, and its links are on no page', async () => {
    expect(await outcomes('content/crew/log.md', {})).toEqual(['unknown', 'unknown', 'found']);
    expect(await outcomes('content/_index.md', {})).toEqual(['unknown']);
    expect(await outcomes('content/tags/_index.md', {})).toEqual(['found']);
  });

  test.each([
    { 'content/crew/_index.md': '---\ntype: docs\n---\n## Watch\n' },
    { 'content/crew/_index.md': '---\nLayout: deck\n---\n## Watch\n' },
    { 'content/_index.md': '---\ncascade:\n  - target: {path: "**"}\n    type: docs\n---\n## Hello\n' },
    { 'hugo.toml': '[[cascade]]\ntype = "docs"\n' },
    { 'hugo.toml': 'theme = "gone"\n' },
    { 'hugo.toml': 'layoutDir = "templates"\n' },
    { 'config/_default/cascade.yaml': 'type: docs\n' },
    { 'hugo.toml': '[[module.mounts]]\nsource = "templates"\ntarget = "layouts"\n' },
    { 'layouts/crew/list.html': '{{ .Content }}' },
  ])('is not known with %j', async (files) => {
    expect((await outcomes('content/crew/log.md', files))[1]).toBe('found');
  });

  test('is as others where only the mount that is there anyway is written', async () => {
    const files = { 'hugo.toml': '[[module.mounts]]\nsource = "layouts"\ntarget = "layouts"\n' };
    expect(await outcomes('content/crew/log.md', files)).toEqual(['unknown', 'unknown', 'found']);
  });
});
