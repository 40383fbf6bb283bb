import { expect, test } from 'vitest';
import { runShortcode } from '../../../src/sites/hugo/templates/language/run.ts';
import { parseTemplate } from '../../../src/sites/hugo/templates/language/syntax.ts';
import { UNKNOWN_TEXT } from '../../../src/sites/hugo/templates/language/values.ts';
import { run, site } from './template-site.ts';

test.each([
  ['{{ .Destination }}', 'a.md', 'a.md'],
  ['{{ relURL .Destination }}', '../a/', '/a/'],
  ['{{ .Destination | relURL }}', 'a/./b', '/base/a/b'],
  ['{{ .Destination | relURL }}', '#x', '/base/#x'],
  ['{{ .Destination | relURL }}', '/a/', '/a/'],
  ['{{ .Destination | relURL }}', 'mailto:a@b.example', 'mailto:a@b.example'],
  ['{{ .Destination | relLangURL }}', '/a/', '/de/a/'],
  ['{{ .Destination | relLangURL }}', '/de/a/', '/de/a/'],
  ['{{ ref .Page .Destination }}', 'there#x', '/base/docs/there/#x'],
  ['{{ relref .Page .Destination }}', 'nowhere', ''],
  ['{{ with .Page.GetPage .Destination }}{{ .RelPermalink }}{{ else }}none{{ end }}', 'there', '/base/docs/there/'],
  ['{{ with .Page.GetPage .Destination }}{{ .RelPermalink }}{{ else }}none{{ end }}', 'x', 'none'],
  ['{{ with site.GetPage .Destination }}{{ .Permalink }}{{ end }}', '/top', '/base/top/'],
  ['{{ (.Page.Resources.Get .Destination).RelPermalink }}', 'own.png', '/base/docs/own.png'],
  ['{{ with .Site.GetPage .Destination }}{{ .RelPermalink }}{{ end }}', '/top', '/base/top/'],
  ['{{ if isset .Nobody "x" }}x{{ else }}y{{ end }}', 'a', UNKNOWN_TEXT],
  [
    '{{ $u := urls.Parse .Destination }}{{ $u.Path }}|{{ $u.Fragment }}|{{ $u.RawQuery }}|{{ $u.IsAbs }}',
    'a?b=c#d',
    'a|d|b=c|false',
  ],
  [
    '{{ if and (hasPrefix .Destination "/") (not (hasSuffix .Destination "/")) }}file{{ else if eq .Destination "x" }}x{{ end }}',
    '/a',
    'file',
  ],
  [
    '{{ $d := .Destination }}{{ if site.Params.portable }}{{ $d = printf "%s.%s" $d "x" }}{{ end }}{{ $d }}',
    'a',
    'a.x',
  ],
  ['{{ if .Page.Site.Params.other }}x{{ end }}{{ index (split .Destination "#") 0 }}', 'a#b', 'a'],
  ['{{ cond (in (slice "a" "b") .Destination) "in" "out" }}', 'b', 'in'],
  ['{{ strings.TrimSuffix ".md" .Destination }}{{ trim "  x " " " }}', 'a.md', 'ax'],
  ['{{ strings.TrimPrefix "a/" .Destination }}|{{ strings.TrimPrefix "b/" .Destination }}', 'a/c', 'c|a/c'],
  ['{{ strings.TrimLeft "/" .Destination }}|{{ strings.TrimRight "/" .Destination }}', '//a/', 'a/|//a'],
  ['{{ strings.TrimLeft "/" .Destination }}|{{ strings.TrimRight "/" .Destination }}', '//', '|'],
  ['{{ eq .Destination "a" "b" }}|{{ eq .Destination "a" "c" }}|{{ eq .Destination "c" "b" }}', 'b', 'true|false|true'],
  ['{{ replaceRE `\\.md(#|$)` "$1" .Destination }}', 'a.md#x.md', 'a#x'],
  ['{{ replaceRE "^(.*)/$" "$1" .Destination }}', 'a/b/', 'a/b'],
  ['{{ if findRE "^/(docs/)?x" .Destination }}x{{ else }}y{{ end }}', '/x', UNKNOWN_TEXT],
  [' {{- /* a note */ -}} {{- "x" }} ', '', 'x '],
])('%s makes of %j', (template, destination, printed) => {
  expect(run(template, destination)).toBe(printed);
});

// Run with Hugo 0.131.0 and 0.169.0.
test.each([
  ['{{ range slice "a" "b" }}{{ . }}{{ $.Destination }},{{ else }}none{{ end }}', 'ax,bx,'],
  ['{{ range $at, $one := slice "a" "b" }}{{ $at }}{{ $one }}{{ end }}', '0a1b'],
  ['{{ range $key, $one := dict "b" 1 "a" 2 }}{{ $key }}{{ $one }}{{ end }}', 'a2b1'],
  ['{{ range slice }}x{{ else }}none{{ end }}', 'none'],
  ['{{ $x := "a" }}{{ range slice "b" "c" }}{{ $x = print $x . }}{{ end }}{{ $x }}', 'abc'],
  ['{{ (dict "a" "b").a }}{{ with dict "a" "b" }}{{ .none }}{{ .a }}{{ end }}', 'bb'],
  [
    '{{ delimit (first 2 (slice "a" "b" "c")) "-" }} {{ delimit (after 1 (slice "a" "b")) "" }} {{ delimit (last 1 (slice "a" "b")) "" }}',
    'a-b b b',
  ],
  ['{{ partial "returns.html" .Destination }}', 'x!'],
  ['{{ if eq (partial "returns" "y") "y!" }}yes{{ end }}', 'yes'],
  ['{{ partial "prints.html" . }}', '<a href="x">'],
  [
    '{{ partial "asks.html" (dict "page" .Page "path" "there") }} {{ partial "asks.html" (dict "page" .Page "path" "x") }}',
    '/base/docs/there/ x',
  ],
  ['{{ define "partials/own.html" }}{{ return print "<" . ">" }}{{ end }}{{ partial "own.html" "a" }}', '<a>'],
  ['{{ (merge (dict "a" "b" "c" "d") (dict "a" "e")).a }}', 'e'],
  ['{{ with .Page.CurrentSection.Resources.Get "beside.png" }}{{ .RelPermalink }}{{ end }}', '/base/docs/beside.png'],
  ['{{ .Page.BundleType }} {{ hugo.IsDevelopment }} {{ hugo.IsProduction }}', 'branch false true'],
  ['{{ define "own" }}[{{ . }}]{{ end }}{{ template "own" .Destination }}', '[x]'],
])('%s makes %j', (template, printed) => {
  expect(run(template, 'x')).toBe(printed);
});

test.each([
  ['a partial that is not here', '{{ partial "none.html" . }}', UNKNOWN_TEXT],
  ['a text with something unknown in it', '{{ $x := print .Text "a" }}{{ if eq $x "a" }}b{{ end }}', UNKNOWN_TEXT],
  ['a list that is not known', '{{ $x := "a" }}{{ range .Attributes }}{{ $x = "b" }}{{ end }}{{ $x }}', UNKNOWN_TEXT],
  ['what a page before has left', '{{ partialCached "prints.html" . .Destination }}', `<a href="${UNKNOWN_TEXT}">`],
])('%s is marked', (_, template, printed) => {
  expect(run(template, 'x')).toBe(printed);
});

test('partials that call each other without end are not known', () => {
  expect(run('{{ partial "loops.html" . }}', 'x')).toBeNull();
});

test.each([
  ...['relURL .Nobody', 'ref .Page .Nobody', 'urls.Parse .Nobody', 'lower .Nobody', 'printf .Nobody', 'len .Nobody'],
  ...['not .Nobody', 'eq .Nobody "a"', 'eq "a" .Nobody', 'cond .Nobody "a" "b"', 'default "a" .Nobody'],
  ...['lt .Nobody 1', 'lt 1 .Nobody', 'lt "a" "b"', 'len 5', 'upper "a"', 'index "abc" 0'],
  ...['index .Nobody 0', 'index (slice "a") .Nobody', 'isset (dict "k" "v") .Nobody', 'isset (dict "k" "v") 1'],
  ...['in (slice "a") .Nobody', 'in (slice "a" .Nobody) "a"', '(dict .Nobody "v").k', '(slice 1).x'],
  ...['(merge .Nobody (dict "a" "b")).a', '(merge (dict "a" "b") (slice)).a', '(merge (dict "a" "b") "x").a'],
  ...['(merge (dict "a" "b") .Page).a', '(merge (dict "a" "b") site.Params.none).a'],
  ...['delimit .Nobody ","', 'delimit (slice "a") .Nobody', 'delimit (slice .Nobody) ","'],
  ...['first .Nobody (slice "a") | len', 'first 1 .Nobody | len', 'first -1 (slice "a") | len', 'first 1 "ab" | len'],
  ...['replaceRE "b{2}" "x" "ab"', 'replaceRE "(b)" "$1x" "ab"', 'replaceRE "(b" "x" "ab"', 'findRE "b{2}" "ab" | len'],
  ...['partial .Nobody .', 'site.Other "/top"', '.Page.Other', '.Page.GetPage .Nobody', '.Page.GetPage "there" "x"'],
  ...[
    '(site.GetPage "/top").BundleType',
    'resources.Match "x"',
    '.Page.Resources.Match "own.png"',
    '.Page.Pages.Get "own.png"',
  ],
  ...['.Page.CurrentSection.Pages.Get "beside.png"', '.Page.CurrentSection.Resources.Get "unsure.png"'],
  ...['printf "%s" .Text | lower', 'eq (printf "%s" .Text) "a"', 'range', '$none'],
])('what {{ %s }} gives is marked', (template) => {
  expect(run(`{{ ${template} }}`, 'x')).toBe(UNKNOWN_TEXT);
});

test('what nobody can know is marked, and spoils nothing beside it', () => {
  expect(run('<a class="{{ if hasPrefix .Text "<img" }}x{{ end }}" href="{{ .Destination }}">', 'a')).toBe(
    `<a class="${UNKNOWN_TEXT}" href="a">`,
  );
  expect(run('{{ $d := .Destination }}{{ if .Text }}{{ $d = "b" }}{{ end }}{{ $d }}', 'a')).toBe(UNKNOWN_TEXT);
  expect(run('{{ partial "x.html" . }}', 'a')).toBe(UNKNOWN_TEXT);
});

test('what stands in a branch that may not run decides nothing', () => {
  expect(run('{{ if .Text }}{{ errorf "no" }}{{ end }}{{ .Destination }}', 'a')).toBe('a');
  const partial = '{{ define "partials/p" }}{{ if . }}{{ return "a" }}{{ end }}{{ return "b" }}{{ end }}';
  expect(run(`${partial}{{ partial "p" .Text }}`, 'a')).toBe(UNKNOWN_TEXT);
  expect(run(`${partial}{{ partial "p" "" }}`, 'a')).toBe('b');
});

test('nothing is known where it depends on something unknown whether an address is written, or where the build stops', () => {
  expect(run('{{ if .Text }}<a href="b">{{ else }}<a href="{{ .Destination }}">{{ end }}', 'a')).toBeNull();
  expect(run('{{ if eq .Destination "a" }}{{ errorf "no" }}{{ end }}', 'a')).toBeNull();
});

test.each([
  '{{ range . }}{{ break }}{{ end }}',
  '{{ with $a, $b := . }}{{ end }}',
  '{{ block "x" . }}{{ end }}',
  '{{ define "x" }}',
  '{{ if . }}',
  '{{ end }}',
  '{{ .A + 1 }}',
  '{{ (.A }}',
  '{{ 1.5 }}',
  '{{ }}',
  '{{ .A | }}',
  '{{ | .A }}',
  '{{ .A ) }}',
  '{{ .A ? }}',
  '{{ define "x" }}a{{ else }}b',
])('%s is not followed', (template) => {
  expect(parseTemplate(template)).toBeNull();
});

test.each([
  ['{{ .Get "src" }}', 'a.png'],
  ['{{ .Get 0 }}{{ .Get "none" }}', ''],
  ['{{ if isset .Params "src" }}{{ index .Params "src" | relURL }}{{ end }}', '/base/a.png'],
  ['{{ with .Get "none" }}x{{ else }}{{ .Page.RelPermalink }}{{ end }}', '/base/docs/'],
  ['{{ .Inner }}', UNKNOWN_TEXT],
  ['{{ .Get .Inner }}', UNKNOWN_TEXT],
  ['{{ if .Ordinal }}a{{ end }}', UNKNOWN_TEXT],
])('the shortcode %s prints %j', (template, printed) => {
  expect(runShortcode(parseTemplate(template) ?? [], new Map([['src', 'a.png']]), site)).toBe(printed);
});

test.each([
  ['a text that doubles', `{{ $x := .Destination }}${'{{ $x = printf "%s%s" $x $x }}'.repeat(40)}{{ $x }}`],
  [
    'a text put between all letters',
    `{{ $x := replace .Destination "a" "aaaa" }}${'{{ $x = replace $x "" $x }}'.repeat(9)}{{ $x }}`,
  ],
])('%s is not known, instead of filling the memory', (_, template) => {
  const printed = run(template, 'a'.repeat(64)) ?? '';
  expect(printed.replaceAll(UNKNOWN_TEXT, '')).toBe('');
  expect(printed.length).toBeLessThan(10_000);
});

test('what is printed without end is not known', () => {
  expect(run('{{ .Destination }}'.repeat(400), 'a'.repeat(4_000))).toBe(null);
  expect(run('{{ .Destination }}'.repeat(4), 'a'.repeat(2_500))).toHaveLength(10_000);
  expect(run(`${'{{ .Destination }}'.repeat(4)}b`, 'a'.repeat(2_500))).toBeNull();
});

test('bounds: of letters in a template and a text, of its parts, and of partials in each other', () => {
  expect([20_000, 20_001].map((length) => parseTemplate('a'.repeat(length)) === null)).toEqual([false, true]);
  expect([4_096, 4_097].map((length) => run('{{ print .Destination }}', 'a'.repeat(length))?.length)).toEqual([
    4_096, 1,
  ]);
  expect([999, 1_000].map((count) => run(`${'{{$x:=1}}'.repeat(count)}{{ .Destination }}`, 'a'))).toEqual(['a', null]);
  const chain = (length: number) =>
    Array.from({ length }, (_, at) => `{{ define "partials/p${at}" }}{{ partial "p${at + 1}" . }}{{ end }}`).join('');
  const ended = (length: number) =>
    run(`${chain(length)}{{ define "partials/p${length}" }}end{{ end }}{{ partial "p0" . }}`, 'a');
  expect([ended(19), ended(20)]).toEqual(['end', null]);
});

// Run with Hugo 0.131.0 and 0.169.0.
test.each([
  ['{{ default true false }}', 'false'],
  ['{{ default 5 0 }}', '5'],
  ['{{ default "a" "" }}', 'a'],
  ['{{ len "\u00fc\u00e9" }}', '4'],
  ['{{ replace "abc" "b" "$&" }}', 'a$&c'],
  ['{{ print "a" ".html" }}', 'a.html'],
  ['{{ $x := "a" }}{{ if true }}{{ $x := "b" }}{{ end }}{{ $x }}', 'a'],
  ['{{ $x := "a" }}{{ if true }}{{ $x = "b" }}{{ end }}{{ $x }}', 'b'],
  ['{{ $x := "a" }}{{ if false }}{{ else }}{{ $x := "b" }}{{ end }}{{ $x }}', 'a'],
  ['{{ $x := "o" }}{{ with $x := "i" }}{{ $x }}{{ end }}{{ $x }}', 'io'],
])('%s prints %s', (template, printed) => {
  expect(run(template, 'a.md')).toBe(printed);
});

test('a template runs a thousand parts for a destination at most', () => {
  const each = (count: number) => `{{ range slice${' "a"'.repeat(count)} }}`;
  const nested = (count: number) => `${each(count)}${each(count)}{{ end }}{{ end }}{{ .Destination }}`;
  const doubling = Array.from(
    { length: 12 },
    (_, at) => `{{ define "partials/p${at}" }}${`{{ partial "p${at + 1}" . }}`.repeat(2)}{{ end }}`,
  );
  expect(run(nested(20), 'a')).toBe('a');
  expect(run(`${each(40)}${each(40)}{{ $x := "b" }}{{ end }}{{ end }}{{ .Destination }}`, 'a')).toBeNull();
  expect(run(`${doubling.join('')}{{ partial "p0" . }}{{ .Destination }}`, 'a')).toBeNull();
});
