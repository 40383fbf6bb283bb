import { describe, expect, test } from 'vitest';
import { effectOfTemplate } from '../../src/sites/hugo/templates/shortcode-templates.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const nothing = { ids: [], parameters: [], isGenerating: false };
const effect = (template: string, partials: Record<string, string> = {}) =>
  effectOfTemplate(template, (name) => partials[name] ?? null);

describe('what a template prints', () => {
  test.each([
    ['<div class="note">{{ .Inner | markdownify }}</div>', nothing],
    ['<h2 id="faq">Questions</h2>', { ...nothing, ids: ['faq'] }],
    ['<a name=\'top-x\'></a><input name="field"><meta name=viewport>', { ...nothing, ids: ['top-x'] }],
    ['<a id="{{ .Get 0 }}"></a>', { ...nothing, parameters: [0] }],
    ['<a id="{{- .Get "anchor" | safeHTMLAttr -}}"></a>', { ...nothing, parameters: ['anchor'] }],
    ['<a id={{ .Get `name` }}></a>', { ...nothing, parameters: ['name'] }],
    ['{{ range .Site.Data.team }}<h3 id="{{ .slug }}">{{ .name }}</h3>{{ end }}', { ...nothing, isGenerating: true }],
    ['<div id="team-{{ .Get 0 }}"></div>', { ...nothing, isGenerating: true }],
    ['{{ range $data }}\n## {{ .name }}\n{{ end }}', { ...nothing, isGenerating: true }],
    ['{{/* <h2 id="no"> */}}<!-- <h2 id="neither"> -->{{- /* ## no */ -}}', nothing],
    ['<div data-id="x" aria-labelledby="y" grid="z"></div>', nothing],
    ['{{ $id := .Get 0 }}{{ if eq $id "x" }}{{ end }}', nothing],
    ['', nothing],
  ])('%j', (template, wanted) => {
    expect(effect(template)).toEqual(wanted);
  });

  test('partials count, those that call each other too', () => {
    const partials = {
      'list.html': '{{ partial "item" . }}',
      'item.html': '<p id="item">{{ partialCached "list.html" . }}</p>',
    };
    expect(effect('{{ partial "list.html" . }}', partials)).toEqual({ ...nothing, ids: ['item'] });
  });

  test.each(['<a id="', '{{/*', '<!--', '{{ partial "', 'id=', '{{/* */', '<a id={{'.repeat(5000)])(
    'an unclosed template comes to an end: %#',
    (template) => {
      expect(effect(template)).toMatchObject({ ids: [] });
    },
  );
});

describe('on a page', () => {
  async function open(body: string, config = '', files: Record<string, string> = {}) {
    const handbook = await memoryHandbook({ 'content/_index.md': body, 'handbook.yaml': config, ...files });
    const { ids, generatedBy } = handbook.anchors(handbook.page('content/_index.md')!);
    return { ids: [...ids.keys()], generatedBy: generatedBy.map(({ name }) => name) };
  }

  test('one that nobody knows may print anything, unless it wraps text', async () => {
    const body = '{{< mystery >}}\n\n{{% box %}}\ntext\n{{% /box %}}\n';
    expect(await open(body)).toEqual({ ids: [], generatedBy: ['mystery'] });
    expect(await open(body, 'shortcodes:\n  unknown: silent\n')).toEqual({ ids: [], generatedBy: [] });
    expect(await open(body, 'shortcodes:\n  silent: [mystery]\n')).toEqual({ ids: [], generatedBy: [] });
  });

  test("Hugo's and Docsy's own print no ids", async () => {
    expect(await open('{{< youtube x >}} {{< figure src="a.png" >}} {{% alert %}}x{{% /alert %}}')).toEqual({
      ids: [],
      generatedBy: [],
    });
  });

  test('listed ones print their parameter, by position or name', async () => {
    const body = '{{% a "one" %}} {{< b id="two" >}} {{< b title="x" >}} {{% a %}}';
    expect(await open(body, 'shortcodes:\n  anchors: {a: 0, b: id}\n')).toEqual({
      ids: ['one', 'two'],
      generatedBy: [],
    });
  });

  test('templates of the handbook are read, in either folder, with their partials', async () => {
    const files = {
      'layouts/shortcodes/faq.html': '<h2 id="faq">x</h2>',
      'layouts/_shortcodes/deep/team.html': '{{ partial "team/list.html" . }}',
      'layouts/partials/team/list.html': '{{ range . }}<h3 id="{{ .x }}"></h3>{{ end }}',
    };
    expect(await open('{{< faq >}} {{< deep/team >}} {{< ../../secret >}}', '', files)).toEqual({
      ids: ['faq'],
      generatedBy: ['deep/team'],
    });
  });

  test('calls in code print nothing', async () => {
    expect(await open('```\n{{< mystery >}}\n```\n')).toEqual({ ids: [], generatedBy: [] });
  });

  test('a heading with a shortcode has the id that it would have if nothing was printed, and may have another', async () => {
    const body = '## Before {{% mark %}} after\n';
    expect(await open(body, 'shortcodes:\n  silent: [mark]\n')).toEqual({ ids: ['before--after'], generatedBy: [] });
    expect(await open(body, 'shortcodes:\n  unknown: silent\n')).toEqual({
      ids: ['before--after'],
      generatedBy: ['mark'],
    });
  });
});
