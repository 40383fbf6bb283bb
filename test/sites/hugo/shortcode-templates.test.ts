import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { includeIn, shortcodeSettings } from '../../../src/sites/hugo/templates/include-templates.ts';
import { effectOfTemplate, readShortcodeTemplates } from '../../../src/sites/hugo/templates/shortcode-templates.ts';

describe('templates of shortcodes', () => {
  test.each<[string, unknown]>([
    ['{{ readFile (.Get 0) }}', { from: 'root', parameter: 0, delimiter: '%' }],
    ['{{ os.ReadFile (.Get "f") | safeHTML }}', { from: 'root', parameter: 'f', delimiter: '%' }],
    ['{{ readFile (.Get 0) | markdownify }}', { from: 'root', parameter: 0, delimiter: '<' }],
    ['{{ .Get 0 | readFile }}', { from: 'root', parameter: 0, delimiter: '%' }],
    ['{{ $f := .Get `f` }}{{ readFile $f }}', { from: 'root', parameter: 'f', delimiter: '%' }],
    ['{{ $f := ( .Get 1 ) -}}{{ $f | os.ReadFile }}', { from: 'root', parameter: 1, delimiter: '%' }],
    ['{{ with site.GetPage (.Get 0) }}{{ .Content }}{{ end }}', { from: 'content', parameter: 0, delimiter: '<' }],
    ['{{ with site.GetPage (.Get 0) }}{{ .RawContent }}{{ end }}', { from: 'content', parameter: 0, delimiter: '%' }],
    [
      '{{ with .Site.GetPage (.Get 0) }}{{ .RenderShortcodes }}{{ end }}',
      { from: 'content', parameter: 0, delimiter: '%' },
    ],
    ['{{ with .Page.GetPage (.Get 0) }}{{ .Content }}{{ end }}', 'unknown'],
    ['{{ (resources.Get (.Get 0)).Content }}', { from: 'assets', parameter: 0, delimiter: '%' }],
    ['{{ (resources.Get (.Get 0)).Content | .Page.RenderString }}', { from: 'assets', parameter: 0, delimiter: '<' }],
    ['{{ readFile "a.md" }}', 'unknown'],
    ['{{ readFile (printf "x/%s" (.Get 0)) }}', 'unknown'],
    ['{{ if x }}{{ readFile (.Get 0) }}{{ end }}', 'unknown'],
    ['{{ readFile .x }}', 'unknown'],
    ['{{ readFile $f }}', 'unknown'],
    ['{{ readFile (.Site.Title) }}', 'unknown'],
    [`{{ readFile (.Get 0) }}${' '.repeat(19_977)}`, { from: 'root', parameter: 0, delimiter: '%' }],
    [`{{ readFile (.Get 0) }}${' '.repeat(19_978)}`, 'unknown'],
    ['{{ $i := resources.Get (.Get 0) }}{{ $i.RelPermalink }}', null],
    ['{{ .Inner }}', null],
    ['', null],
  ])('%s brings in %j', (template, expected) => {
    expect(includeIn(template)).toEqual(expected);
  });

  test('the first of each name counts, and what is said of text between its tags', () => {
    const file = (path: string, text: string) => ({ path: `layouts/${path}`, text });
    const { includes, own, inner } = shortcodeSettings([
      file('shortcodes/inc.html', '{{ readFile (.Get 0) }}{{ .Inner }}'),
      file('shortcodes/inc.md', '<hr>'),
      file('_shortcodes/a/hide.html', '<hr>{{ if .Inner }}x{{ end }}'),
      file('shortcodes/raw.html', '<div>{{ .Inner | safeHTML }}</div>'),
      file('shortcodes/raw2.html', '{{ .InnerDeindent }}{{ if .Inner }}{{ end }}'),
      file('shortcodes/home.html', '{{ .Inner | markdownify }}'),
      file('shortcodes/page.html', '{{ .Inner | .Page.RenderString }}'),
      file('shortcodes/either.html', '{{ $x := .Inner }}{{ $x | markdownify }}{{ .Page.RenderString $x }}'),
      file('shortcodes/kept.html', '{{ $x := .Inner }}'),
      file('shortcodes/used.html', '{{ $x := .Inner }}{{ $x }}'),
      file('shortcodes/part.html', '{{ partial "x" . }}'),
      file('shortcodes/noted.html', '{{/* .Inner */}}<!-- {{ .Inner }} -->'),
      file('shortcodes/upper.html', '{{ .Inner | upper }}'),
      file('other/x.html', ''),
    ]);
    expect(own).toEqual([
      'inc',
      'a/hide',
      'raw',
      'raw2',
      'home',
      'page',
      'either',
      'kept',
      'used',
      'part',
      'noted',
      'upper',
    ]);
    expect(includes).toEqual({ inc: { from: 'root', parameter: 0, delimiter: '%' } });
    expect(inner).toEqual({
      hiding: ['a/hide', 'kept', 'noted', 'comment'],
      verbatim: ['inc', 'raw', 'raw2'],
      renderedFirst: [],
      rendering: { home: 'home', page: 'page', either: 'either' },
    });
    expect(shortcodeSettings([file('shortcodes/comment.html', '{{ .Inner }}')]).inner.hiding).toEqual([]);
  });

  test.each([
    ['{{ highlight .Inner "go" "" }}', 'hiding'],
    ['{{ $code := .Inner }}{{ highlight $code "go" "" }}', 'hiding'],
    ['{{ if .Inner }}{{ transform.Highlight .Inner "go" }}{{ end }}', 'hiding'],
    ['{{ highlight .Inner "go" "" }}{{ .Inner | upper }}', ''],
    ['{{ .Inner | highlight "go" | markdownify }}', ''],
    ['{{ .Inner }}{{ .Inner | upper }}', ''],
    ['{{ .Inner }}{{ .Inner | safeHTML }}', 'verbatim'],
    [`{{ .Inner }}${' '.repeat(19_988)}`, 'verbatim'],
    [`{{ .Inner }}${' '.repeat(19_989)}`, ''],
  ])('text between the tags of %s is %s', (text, is) => {
    const { inner } = shortcodeSettings([{ path: 'layouts/shortcodes/x.html', text }]);
    expect(
      [inner.hiding.includes('x') && 'hiding', inner.verbatim.includes('x') && 'verbatim'].find(Boolean) ?? '',
    ).toBe(is);
  });

  test('the template of figure is kept', () => {
    const file = (name: string) => ({ path: `layouts/shortcodes/${name}.html`, text: name });
    expect(shortcodeSettings([file('a'), file('figure'), file('b')]).figure).toBe('figure');
    expect(shortcodeSettings([file('a')]).figure).toBeNull();
  });

  const effect = (template: string) => effectOfTemplate(template, () => null);
  test.each<[string, object]>([
    ['<i id="a b"></i>', { ids: ['a b'] }],
    ["<i id='a'></i><i id=b></i>", { ids: ['a', 'b'] }],
    ['<i id=""></i>', { ids: [] }],
    ['<i id="{{ .Get 0 }}"></i>', { parameters: [0] }],
    ['<i id="{{- $.Get "x" | safeHTML -}}"></i>', { parameters: ['x'] }],
    ['<i id="{{ .Get 0 }}-x"></i>', { isGenerating: true }],
    ['<i id="{{ .Get "x"}}">', { parameters: ['x'] }],
    ['<i id="{{ urlize (.Get 0) }}">', { parameters: [], shaped: { parameters: [0] } }],
    ['<i id="{{ .Get "x" | urlize }}">', { parameters: [], shaped: { parameters: ['x'] } }],
    ['<i id="{{ .Get 0 }}"><!-- a', { parameters: [0] }],
    ['--><i id="a">', { ids: ['a'] }],
    ['{{ partial "gone.html" . }}<i id="a">', { ids: ['a'] }],
    ['<a name="a"></a><b name="b"></b>', { ids: ['a'] }],
    ['id="a"', { ids: [] }],
    ['<i data-id="a" xid="b"></i>', { ids: [] }],
    ['<i {{ x }}id="a"></i>', { ids: ['a'] }],
    ['# A', { isGenerating: true }],
    ['    # A', { isGenerating: false }],
    ['x {{ "## A" | markdownify }}', { isGenerating: true }],
    ['x {{ "# A" | markdownify }}', { isGenerating: false }],
    ['<!-- <i id="a"> --><i id="b">', { ids: ['b'] }],
    ['{{/* <i id="a"> */}}<i id="b">', { ids: ['b'] }],
    ['{{- /* <i id="a"> */ -}}<i id="b">', { ids: ['b'] }],
  ])('%s prints %j', (template, expected) => {
    expect(effect(template)).toMatchObject(expected);
  });

  test('partials that call each other are read once, and two hundred of them at most', () => {
    expect(effect('<i id="a">')).not.toHaveProperty('shaped');
    expect(effectOfTemplate('{{ partial "a" . }}', () => '<i id="x">{{ partial "a" . }}').ids).toEqual(['x']);
    const chained = effectOfTemplate(
      '{{ partial "1" . }}',
      (name) => `<i id="i${name}">{{ partial "${Number(name) + 1}" . }}`,
    );
    expect(chained.ids).toHaveLength(199);
  });

  test('are found in either folder, by their own endings, below their root alone', () => {
    const tree = memoryTree({
      'layouts/shortcodes/a.html': '<i id="a">',
      'layouts/_shortcodes/b.md': '<i id="b">',
      'layouts/shortcodes/c': '<i id="c">',
      'themes/t/layouts/shortcodes/a.html': '<i id="theme">',
      'themes/t/layouts/shortcodes/d.html': '{{ partial "p.html" . }}{{ partial "q" . }}',
      'themes/t/layouts/_partials/p.html': '<i id="p">',
      'layouts/partials/q.html': '<i id="q">',
      'layouts/x.html': '<i id="x">',
      'layouts/shortcodes/../x.html': '<i id="x">',
      'layouts/shortcodes//layouts/x.html': '<i id="x">',
      'layouts/shortcodes/a\\b.html': '<i id="x">',
    });
    const read = readShortcodeTemplates(tree, ['layouts', 'themes/t/layouts']);
    expect(['a', 'b', 'c', 'd'].map((name) => read(name)?.ids)).toEqual([['a'], ['b'], ['c'], ['q', 'p']]);
    expect(['gone', '../x', '/layouts/x', 'a\\b'].map((name) => read(name))).toEqual([null, null, null, null]);
    expect(read('a')).toBe(read('a'));
    // `enableInlineShortcodes` lets it run. Hugo 0.131 and 0.169.
    expect(read('x.inline')?.isGenerating).toBe(true);
  });
});
