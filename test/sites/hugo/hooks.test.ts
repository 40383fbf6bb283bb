import { describe, expect, test } from 'vitest';
import type { Hook } from '../../../src/config/hugo-settings.ts';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { readHugoConfig } from '../../../src/sites/hugo/config/read.ts';
import { type Table, tableOf } from '../../../src/sites/hugo/config/tables.ts';
import { hugoSources } from '../../../src/sites/hugo/sources/sources.ts';
import { answersOf, followedTemplate } from '../../../src/sites/hugo/templates/followed-template.ts';
import { keepsHeadingIds } from '../../../src/sites/hugo/templates/heading-hook.ts';
import { findHook, understood } from '../../../src/sites/hugo/templates/hooks.ts';

const hugos =
  '{{ $u := urls.Parse .Destination }}{{ $to := $u.String }}{{ if strings.HasPrefix $to "#" }}{{ $to = printf "%s#%s" .PageInner.RelPermalink $u.Fragment }}' +
  '{{ else if and $to (not $u.IsAbs) }}{{ $path := strings.TrimPrefix "./" $u.Path }}' +
  '{{ with or (.PageInner.GetPage $path) (.PageInner.Resources.Get $path) (resources.Get $path) }}{{ $to = .RelPermalink }}' +
  '{{ with $u.RawQuery }}{{ $to = printf "%s?%s" $to . }}{{ end }}{{ with $u.Fragment }}{{ $to = printf "%s#%s" $to . }}{{ end }}' +
  '{{ end }}{{ end }}<a href="{{ $to }}">{{ .Text }}</a>';

describe('a template of the site is understood where it', () => {
  test.each<[string, Hook, string]>([
    ['hands the destination on', 'none', '<a href="{{ .Destination | safeURL }}">{{ .Text }}</a>'],
    [
      'adds other attributes',
      'none',
      '<a href="{{ .Destination }}"{{ if strings.HasPrefix .Destination "http" }} target="_blank"{{ end }}>{{ .Text }}</a>',
    ],
    ['looks up what Hugo does', 'embedded', hugos],
    [
      'warns of what it does not find',
      'embedded',
      `{{ if hasSuffix .Destination ".md" }}{{ warnf "x" }}{{ end }}${hugos}`,
    ],
    [
      'treats one ending in a way of its own',
      'own',
      `{{ if hasSuffix .Destination ".pdf" }}<a href="/x">{{ end }}${hugos}`,
    ],
    [
      'looks pages up alone',
      'own',
      '{{ $u := urls.Parse .Destination }}{{ $to := $u.String }}{{ if not $u.IsAbs }}{{ with .Page.GetPage $u.Path }}' +
        '{{ $to = .RelPermalink }}{{ with $u.Fragment }}{{ $to = printf "%s#%s" $to . }}{{ end }}{{ end }}{{ end }}' +
        '<a class="x" href="{{ $to }}">{{ .Text }}</a>',
    ],
    ['names the destination', 'none', '{{ $to := .Destination }}<a href="{{ $to | safeURL }}">{{ .Text }}</a>'],
    [
      'warns of pages that it does not find',
      'own',
      '{{ $u := urls.Parse .Destination }}{{ $to := $u.String }}{{ with .Page.GetPage $u.Path }}{{ $to = .RelPermalink }}' +
        '{{ else }}{{ if hasSuffix $u.Path ".md" }}{{ warnf "%s" $to }}{{ end }}{{ end }}<a href="{{ $to }}">{{ .Text }}</a>',
    ],
    [
      'leaves what begins with a slash',
      'own',
      '{{ $u := urls.Parse .Destination }}{{ $to := $u.String }}{{ if not (strings.HasPrefix $to "/") }}{{ with .Page.GetPage $u.Path }}' +
        '{{ $to = .RelPermalink }}{{ end }}{{ end }}<a href="{{ $to }}">{{ .Text }}</a>',
    ],
    [
      'touches only what begins with a slash',
      'own',
      '{{ $to := .Destination }}{{ if hasPrefix $to "/" }}{{ with .Page.GetPage $to.Path }}{{ $to = .RelPermalink }}{{ end }}{{ end }}<a href="{{ $to }}">',
    ],
  ])('%s', (_, hook, template) => {
    expect(understood(template, 'link').hook).toBe(hook);
  });

  test.each([
    [
      'adds the language',
      '<a href="{{ if hasPrefix .Destination "/" }}{{ .Destination | relLangURL }}{{ else }}{{ .Destination }}{{ end }}">',
    ],
    ['adds the base', '<a href="{{ .Destination | relURL }}">{{ .Text }}</a>'],
    ['has a syntax of its own', '{{ if eq .Destination "g" }}<a href="/glossary/#{{ .Text | urlize }}">{{ end }}'],
    [
      'looks up what it makes of the destination',
      '{{ $p := printf "/docs/%s" .Destination }}{{ $to := .Destination }}{{ with .Page.GetPage $p }}{{ $to = .RelPermalink }}{{ end }}<a href="{{ $to }}">',
    ],
    ['asks a partial', '{{ partial "link.html" . }}'],
    [
      'adds the base to what begins with a slash, and more to the rest',
      '{{ $to := .Destination }}{{ if hasPrefix $to "/" }}{{ $to = relURL $to }}{{ else }}{{ $to = print $to "/" }}{{ end }}<a href="{{ $to }}">',
    ],
    [
      'looks up what does not begin with a slash elsewhere',
      '{{ $to := .Destination }}{{ if not (hasPrefix $to "/") }}{{ $to = relref .Page $to }}{{ end }}<a href="{{ $to }}">',
    ],
  ])('and followed for each destination where it %s', (_, template) => {
    expect(understood(template, 'link').hook).toBe('own');
  });

  test.each([
    [
      'leaves a list before its end',
      '{{ range .Attributes }}{{ break }}{{ end }}<a href="{{ .Destination | relURL }}">',
    ],
    ['is cut off', '{{ if .Destination }}<a href="{{ .Destination | relURL }}">'],
  ])('and not where it %s', (_, template) => {
    expect(understood(template, 'link').hook).toBe('unknown');
  });
});

test.each([
  ['{{ if x }}{{ $to = partial "a" . }}{{ else }}{{ $to = partial "b" . }}{{ end }}', 'none', 'own'],
  ['{{ with x }}{{ end }}{{ if y }}{{ $to = partial "b" . }}{{ end }}', 'none', 'own'],
  ['{{ $to = partial "a" . }}{{ else }}x', 'none', 'own'],
  ['{{ $to = partial "a" . }}{{ else }}{{ $to = "x" }}', 'own', 'own'],
])('what a parameter that the site does not set turns on ends where its block ends: %s', (inner, off, on) => {
  const template = `{{ $to := .Destination }}{{ if site.Params.portable }}${inner}{{ end }}<a href="{{ $to }}">`;
  expect(understood(template, 'link').hook).toBe(off);
  expect(understood(template, 'link', tableOf({ params: { portable: true } })).hook).toBe(on);
});

test('a parameter that the site does not set turns nothing on', () => {
  const template =
    '{{ $to := .Destination }}{{ if .Page.Site.Params.portable }}{{ $to = partial "find.html" . }}{{ end }}<a href="{{ $to }}">';
  expect(understood(template, 'link', new Map()).hook).toBe('none');
  expect(understood(template, 'link', tableOf({ params: { portable: true } })).hook).toBe('own');
  expect(understood(template, 'link', tableOf({ languages: { en: { params: { portable: true } } } })).hook).toBe('own');
});

test.each([
  '{{ $all := site.Params }}{{ if $all.portable.on }}',
  '{{ if index site.Params "portable" }}',
  '{{ if site.Params.portable.on }}',
])('a parameter counts however it is asked for: %s', (asked) => {
  const template = `{{ $to := .Destination }}${asked}{{ $to = print "x" $to }}{{ end }}<a href="{{ $to }}">`;
  expect(understood(template, 'link').hook).toBe('none');
  expect(understood(template, 'link', tableOf({ params: { portable: { on: true } } })).hook).toBe('own');
  expect(understood(template, 'link', tableOf({ params: { other: true } })).hook).toBe('none');
});

describe('the hook of a site', () => {
  const link = (setting: object): Table => tableOf({ markup: { goldmark: { renderHooks: { link: setting } } } });
  const template = { path: 'layouts/_markup/render-link.html', text: '<a href="{{ .Destination }}">' };
  const none = { general: [], special: [], partials: new Map() };
  const own = { ...none, general: [template] };

  test.each<[string, Table, string, Hook]>([
    ['one language', new Map(), '0.131.0', 'none'],
    ['a language', tableOf({ languages: { en: { weight: 1 } } }), '0.131.0', 'embedded'],
    ['a language of which nothing is said', tableOf({ languages: { en: {} } }), '0.131.0', 'none'],
    ['a language of which nothing is said, newer', tableOf({ languages: { en: {} } }), '0.169.0', 'embedded'],
    [
      'languages with files of their own',
      tableOf({ languages: { en: { weight: 1 } }, markup: { goldmark: { duplicateResourceFiles: true } } }),
      '0.169.0',
      'none',
    ],
    ['enableDefault', link({ enableDefault: true }), '0.131.0', 'embedded'],
    ['enableDefault off', link({ enableDefault: false, useEmbedded: 'fallback' }), '0.131.0', 'none'],
    ['useEmbedded always, older', link({ useEmbedded: 'always' }), '0.131.0', 'embedded'],
    ['useEmbedded', link({ useEmbedded: 'fallback' }), '0.169.0', 'embedded'],
    ['useEmbedded, before Hugo had a hook', link({ useEmbedded: 'always' }), '0.122.0', 'none'],
    ['useEmbedded never', link({ useEmbedded: 'never' }), '0.169.0', 'none'],
  ])('%s', (_, config, version, hook) => {
    expect(findHook('link', config, version, none, null).hook).toBe(hook);
  });

  test('a template of its own comes before the embedded one, unless that is to be used always', () => {
    expect(findHook('link', link({ useEmbedded: 'fallback' }), '0.169.0', own, null).hook).toBe('none');
    expect(findHook('link', link({ useEmbedded: 'always' }), '0.169.0', own, null).hook).toBe('embedded');
    expect(findHook('link', link({ useEmbedded: 'always' }), '0.131.0', own, null).hook).toBe('none');
  });

  test('two templates that count the same are known where they say the same', () => {
    const second = { path: 'layouts/_default/_markup/render-link.html', text: `${template.text}\n` };
    const both = (text: string) => ({ ...none, general: [template, { ...second, text }] });
    expect(findHook('link', new Map(), '0.169.0', both(second.text), null).hook).toBe('none');
    expect(findHook('link', new Map(), '0.169.0', both(`x${second.text}`), null)).toEqual({
      hook: 'unknown',
      why: 'layouts/_markup/render-link.html is not the only one',
    });
  });

  test('a template of its own that is followed is told from that of a section by its text', () => {
    const relative = { ...template, text: '<a href="{{ .Destination | relURL }}">' };
    const found = (text: string) =>
      findHook(
        'link',
        new Map(),
        '0.169.0',
        { ...none, general: [relative], special: [{ path: 'layouts/x/render-link.html', text }] },
        null,
      );
    expect(found(relative.text)).toEqual({
      hook: 'own',
      why: template.path,
      followed: { template: relative.text, params: {}, partials: {} },
    });
    expect(found(`${relative.text} `).why).toBe('layouts/x/render-link.html is for some pages only');
    expect(found(template.text).hook).toBe('unknown');
  });

  const inSite = (files: Readonly<Record<string, string>>, version: string) => {
    const tree = memoryTree({ 'hugo.toml': "theme = 't'\n", 'themes/t/theme.toml': '', ...files });
    const sources = hugoSources(tree, { version, why: 'asked' }, ['layouts', 'themes/t/layouts']);
    const { linkHook, imageHook, keepsHeadingIds } = readHugoConfig(sources).settings;
    return [linkHook.why, imageHook.why, keepsHeadingIds, linkHook.followed?.partials];
  };
  const to = (folder: string, kind: string, text = '<a href="{{ partial "to" . }}">') => ({
    [`${folder}/_markup/render-${kind}.html`]: text,
  });
  const [noHook, noIds] = ['the default of a site without languages', '<h{{ .Level }}>'];
  const ofSome = (folder: string) => `${folder}/_markup/render-link.html is for some pages only`;

  test.each<[Readonly<Record<string, string>>, newer: readonly unknown[], older: readonly unknown[]]>([
    [to('layouts', 'heading', noIds), [noHook, noHook, false, undefined], [noHook, noHook, true, undefined]],
    [to('layouts/_default', 'heading', noIds), [noHook, noHook, false, undefined], [noHook, noHook, false, undefined]],
    [to('layouts/crew', 'heading', noIds), [noHook, noHook, false, undefined], [noHook, noHook, false, undefined]],
    [to('layouts', 'link'), ['layouts/_markup/render-link.html', noHook, true, {}], [noHook, noHook, true, undefined]],
    [
      to('layouts/crew', 'link'),
      [ofSome('layouts/crew'), noHook, true, undefined],
      [ofSome('layouts/crew'), noHook, true, undefined],
    ],
    [
      {
        ...to('themes/t/layouts', 'link', 'x'),
        ...to('layouts', 'link'),
        'layouts/partials/to.html': 'own',
        'themes/t/layouts/partials/to.html': 'theme',
      },
      ['layouts/_markup/render-link.html', noHook, true, { to: 'own' }],
      [noHook, noHook, true, undefined],
    ],
    [
      { ...to('themes/t/layouts', 'link'), 'themes/t/layouts/_partials/to.html': 'theme' },
      ['themes/t/layouts/_markup/render-link.html', noHook, true, { to: 'theme' }],
      [noHook, noHook, true, undefined],
    ],
    [
      to('layouts', 'image', '<img src="{{ .Destination }}">'),
      [noHook, 'layouts/_markup/render-image.html', true, undefined],
      [noHook, noHook, true, undefined],
    ],
  ])('is that of the site before that of its theme, where the version looks for it: %j', (files, newer, older) => {
    expect([inSite(files, '0.169.0'), inSite(files, '0.145.0')]).toEqual([newer, older]);
  });

  test('a template for the pages of one section makes a site that has another hook unsure', () => {
    const special = { ...none, special: [template] };
    expect(findHook('link', link({ useEmbedded: 'fallback' }), '0.169.0', special, null).hook).toBe('unknown');
    expect(findHook('link', link({ useEmbedded: 'always' }), '0.169.0', special, null).hook).toBe('embedded');
    expect(findHook('link', new Map(), '0.169.0', special, null).hook).toBe('none');
  });

  test('a theme that is not among the files may have one', () => {
    expect(findHook('link', new Map(), '0.169.0', none, 'github.com/a/theme')).toEqual({
      hook: 'unknown',
      why: 'github.com/a/theme is not here, and may have one',
    });
  });
});

test.each<readonly [template: string, isKept: boolean]>([
  ['<h{{ .Level }} id="{{ .Anchor }}">{{ .Text }}</h{{ .Level }}>', true],
  [
    '{{ $a := .Anchor | safeURL }}<h{{ .Level }} id="{{ $a }}">{{ .Text }}<a href="#{{ $a }}">#</a></h{{ .Level }}>',
    true,
  ],
  [
    '<h{{ .Level }}>{{ .Text }}{{ if gt .Level 1 }}<span id="{{ .Anchor | safeURL }}"></span>{{ end }}</h{{ .Level }}>',
    true,
  ],
  [
    '<h{{ .Level }}{{ if le .Level 5 }} id="{{ .Anchor }}"{{ end }}>{{ partial "x" . }}{{ .Text }}</h{{ .Level }}>',
    true,
  ],
  ['<h{{ .Level }}{{ if le .Level 3 }} id="{{ .Anchor }}"{{ end }}>{{ .Text }}</h{{ .Level }}>', false],
  ['{{ $a := printf "x-%s" .Anchor }}<h{{ .Level }} id="{{ $a }}">{{ .Text }}</h{{ .Level }}>', false],
  ['{{ $a := .PlainText | anchorize }}<h{{ .Level }} id="{{ $a }}">{{ .Text }}</h{{ .Level }}>', false],
  [
    '{{ if .Page.Params.x }}<h{{ .Level }} id="{{ .Anchor }}">x{{ else }}<h{{ .Level }} id="{{ .Anchor | safeURL }}">{{ end }}',
    true,
  ],
  [
    '<h{{ .Level }}{{ range $k, $v := .Attributes }}{{ printf " %s=%q" $k (string $v) | safeHTMLAttr }}{{ end }}>{{ .Text }}</h{{ .Level }}>',
    true,
  ],
  ['<h{{ .Level }} id="{{ .Attributes.id }}" class="{{ .Attributes.class }}">{{ .Text }}</h{{ .Level }}>', true],
  ['<h{{ .Level }}{{ range $k, $v := .Attributes }} {{ $k }}="x-{{ $v }}"{{ end }}>{{ .Text }}</h{{ .Level }}>', false],
  ['<h{{ .Level }} id="{{ .Attributes.class }}">{{ .Text }}</h{{ .Level }}>', false],
  [
    '<h{{ .Level }}{{ range $k, $v := .Attributes }}{{ if ne $k "class" }} {{ $k }}="{{ $v }}"{{ end }}{{ end }}>{{ .Text }}</h{{ .Level }}>',
    true,
  ],
  [
    '{{ $id := .Anchor }}{{ range $k, $v := .Attributes }}{{ if eq $k "data-id" }}{{ $id = $v }}{{ end }}{{ end }}<h{{ .Level }} id="{{ $id }}">',
    false,
  ],
  [
    '{{ $all := merge (dict "data-id" .Anchor) .Attributes }}<h{{ .Level }} id="{{ index $all "data-id" }}">{{ .Text }}</h{{ .Level }}>',
    false,
  ],
  ['<h{{ .Level }}>{{ .Text }}</h{{ .Level }}>', false],
  ['{{ range .x }}<h{{ .Level }}>{{ .Text }}</h{{ .Level }}>{{ end }}', false],
  ['{{ range .x }}<h{{ .Level }} id="{{ .Anchor | safeURL }}">{{ .Text }}</h{{ .Level }}>{{ end }}', true],
  ['{{ range .x }}<h{{ .Level }} id="x-{{ .Anchor }}">{{ .Text }}</h{{ .Level }}>{{ end }}', false],
  [
    '{{ range .x }}<h{{ .Level }} id="{{ .Anchor }}"></h{{ .Level }}><h{{ .Level }} id="x"></h{{ .Level }}>{{ end }}',
    false,
  ],
  ['<h{{ .Level }} id="{{ .Anchor }}"><i id="x"></i>{{ .Text }}</h{{ .Level }}>', false],
  ['{{ if eq .Level 1 }}<h1>{{ .Text }}</h1>{{ else }}<h{{ .Level }} id="{{ .Anchor }}">{{ end }}', true],
  ['{{ if eq .Level 6 }}<h6>{{ .Text }}</h6>{{ else }}<h{{ .Level }} id="{{ .Anchor }}">{{ end }}', true],
  ...[2, 3, 4, 5].map(
    (level) =>
      [`{{ if eq .Level ${level} }}<h${level}>{{ else }}<h{{ .Level }} id="{{ .Anchor }}">{{ end }}`, false] as [
        string,
        boolean,
      ],
  ),
  ...[1, 2, 3, 4, 5, 6].map(
    (level) =>
      [
        `{{ if eq .Level ${level} }}<h${level} id="x">{{ else }}<h{{ .Level }} id="{{ .Anchor }}">{{ end }}`,
        false,
      ] as const,
  ),
])('headings by %s keep their ids: %s', (template, isKept) => {
  expect(keepsHeadingIds(template, followedTemplate(template, new Map(), new Map()))).toBe(isKept);
});

test('a template for headings that cannot be followed keeps what its text says', () => {
  expect(keepsHeadingIds('<h{{ .Level }} id="{{ .Anchor }}">{{ .Text }}', null)).toBe(true);
  expect(keepsHeadingIds('{{ block "x" . }}{{ end }}', null)).toBe(false);
});

test('a followed template has the partials that it calls, and those that these call', () => {
  const partials = new Map([
    ['a.html', '{{ partial "b" . }}{{ partial "a.html" . }}{{ partial "gone" . }}'],
    ['b', '{{ site.Params.b }}'],
    ['c', ''],
  ]);
  const followed = followedTemplate('{{ partial "partials/a.html" . }}', tableOf({ params: { b: 1 } }), partials)!;
  expect(Object.keys(followed.partials)).toEqual(['a.html', 'b']);
  expect(followed.params).toEqual({ b: 1 });
  const { param, partial } = answersOf(followed);
  expect([param('b'), param('B'), param('c'), partial('b'), partial('c'), partial('toString')]).toEqual([
    ...[1, 1, null, '{{ site.Params.b }}', null, null],
  ]);
});

test.each<[string, object]>([
  ['{{ site.Params.word }}{{ .Site.Params.On }}{{ site.Params.none }}', { word: 'x', on: true }],
  ['{{ site.Params.number }}{{ site.Params.list }}{{ site.Params.ours }}', { number: 1, list: null, ours: null }],
  ['{{ site.Params.low.deep }}', { 'low.deep': 'y' }],
  [
    '{{ with site.Params }}{{ end }}',
    {
      ...{ word: 'x', on: true, number: 1, list: null, ours: null },
      'low.deep': 'y',
      'a.b.c.d.e': 'z',
      'f.g.h.i.j': null,
    },
  ],
  ['', {}],
])('of the site’s parameters %s is told %j', (template, params) => {
  const config = tableOf({
    params: {
      ...{ word: 'x', on: true, number: 1, list: ['x'], ours: 'us', low: { Deep: 'y' } },
      ...{ a: { b: { c: { d: { e: 'z' } } } }, f: { g: { h: { i: { j: { k: 'z' } } } } } },
    },
    languages: { de: { params: { ours: 'de' } } },
  });
  expect(followedTemplate(template, config, new Map())?.params).toEqual(params);
});
