import { describe, expect, test } from 'vitest';
import type { Hook } from '../../../src/config/hugo-settings.ts';
import { type Table, tableOf } from '../../../src/sites/hugo/config/tables.ts';
import { followedTemplate } from '../../../src/sites/hugo/templates/followed-template.ts';
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
    ['useEmbedded', link({ useEmbedded: 'fallback' }), '0.169.0', 'embedded'],
    ['useEmbedded never', link({ useEmbedded: 'never' }), '0.169.0', 'none'],
  ])('%s', (_, config, version, hook) => {
    expect(findHook('link', config, version, none, null).hook).toBe(hook);
  });

  test('a template of its own comes before the embedded one, unless that is to be used always', () => {
    expect(findHook('link', link({ useEmbedded: 'fallback' }), '0.169.0', own, null).hook).toBe('none');
    expect(findHook('link', link({ useEmbedded: 'always' }), '0.169.0', own, null).hook).toBe('embedded');
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

test.each([
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
  ['<h{{ .Level }}>{{ .Text }}</h{{ .Level }}>', false],
  ['{{ range .x }}<h{{ .Level }}>{{ .Text }}</h{{ .Level }}>{{ end }}', false],
  ['{{ range .x }}<h{{ .Level }} id="{{ .Anchor | safeURL }}">{{ .Text }}</h{{ .Level }}>{{ end }}', true],
  ['{{ range .x }}<h{{ .Level }} id="x-{{ .Anchor }}">{{ .Text }}</h{{ .Level }}>{{ end }}', false],
])('headings by %s keep their ids: %s', (template, isKept) => {
  expect(keepsHeadingIds(template, followedTemplate(template, new Map(), new Map()))).toBe(isKept);
});
