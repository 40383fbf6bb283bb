import { expect, test } from 'vitest';
import { run } from './template-site.ts';

// Run with Hugo 0.131.0 and 0.169.0; `TrimSpace` and `else with` with 0.169.0.
test.each([
  ['{{ strings.HasPrefix "a/b.md" "a/" }} {{ strings.HasSuffix "a/b.md" ".m" }}', 'true false'],
  ['{{ strings.Contains "abc" "b" }} {{ strings.Contains "abc" "q" }}', 'true false'],
  ['{{ lower "AbC" }}{{ strings.ToLower "XY" }}{{ strings.Replace "aXbX" "X" "-" }}', 'abcxya-b-'],
  ['{{ strings.ReplaceRE "b" "x" "abbc" }} {{ delimit (strings.FindRE "b|c" "abbcb") "," }}', 'axxc b,b,c,b'],
  ['{{ len (findRE "z" "abc") }}', '0'],
  ['{{ strings.Trim "xxaxbxx" "x" }}|{{ trim "xxx" "x" }}|{{ trim "abc" "x" }}', 'axb||abc'],
  ['{{ strings.TrimSpace " \\t a b \\n" }}', 'a b'],
  ['{{ strings.TrimRight "x" "xaxx" }}|{{ strings.TrimLeft "x" "xxax" }}', 'xa|ax'],
  ['{{ strings.TrimSuffix "" "ab" }}|{{ strings.TrimSuffix "b" "ab" }}|{{ strings.TrimSuffix "c" "ab" }}', 'ab|a|ab'],
  ['{{ delimit (strings.Split "a/b/c" "/") "-" }}', 'a-b-c'],
  ['{{ path.Ext "a/b.tar.gz" }}|{{ path.Ext "a.b/c" }}|{{ path.Ext ".x" }}', '.gz||.x'],
  ['{{ index (slice "a" "b") 1 }}|{{ index (slice "a") 5 }}', 'b|'],
  ['{{ index (dict "k" "v") "k" }}|{{ index (dict "k" "v") "z" }}', 'v|'],
  ['{{ isset (dict "k" "v") "k" }} {{ collections.IsSet (dict "k" "v") "z" }}', 'true false'],
  ['{{ in "abc" "b" }} {{ in "abc" "z" }} {{ collections.In (slice "a" "b") "c" }}', 'true false false'],
  ['{{ lt 1 2 }} {{ lt 2 2 }} {{ le 2 2 }} {{ le 3 2 }}', 'true false true false'],
  ['{{ gt 2 1 }} {{ gt 2 2 }} {{ ge 2 2 }} {{ ge 1 2 }}', 'true false true false'],
  ['{{ eq 1 1 }} {{ eq "1" 1 }} {{ ne "a" "b" }} {{ ne "a" "a" }}', 'true false true false'],
  ['{{ not "" }} {{ not "a" }} {{ not (slice) }} {{ not (slice 1) }}', 'true false true false'],
  ['{{ cond true "a" "b" }}{{ cond false "a" "b" }}{{ default "d" "v" }}', 'abv'],
  ['{{ printf "%s-%v-%d-%%" "a" "b" 3 }} {{ fmt.Printf "%s" "x" }}', 'a-b-3-% x'],
  ['{{ len "abc" }}{{ len (slice 1 2) }}{{ len (slice) }}', '320'],
  ['{{ delimit (first 0 (slice "a")) "" }}|{{ delimit (after 5 (slice "a")) "" }}', '|'],
  ['{{ delimit (last 5 (slice "a" "b")) "" }}|{{ delimit (last 0 (slice "a" "b")) "" }}', 'ab|'],
  ['{{ urls.RelURL "a" }} {{ relURL "" }} {{ relURL "/" }} {{ relURL "/base/a" }}', '/base/a /base/ / /base/a'],
  ['{{ urls.Ref .Page "there#x" }} {{ urls.RelRef .Page "there#x" }}', '/base/docs/there/#x /base/docs/there/#x'],
  ['{{ safeURL "a" }}{{ safe.HTML "b" }}{{ string "c" }}{{ htmlUnescape "d" }}', 'abcd'],
  ['{{ or "" "b" }}|{{ or "a" "b" }}|{{ "" | or "x" }}|{{ or "" "" }}', 'b|a|x|'],
  ['{{ and "a" "b" }}|{{ and "a" "" "c" }}|{{ "y" | and "x" }}', 'b||y'],
  [
    '{{ if false }}a{{ else if true }}b{{ else }}c{{ end }}{{ if false }}a{{ else if false }}b{{ else }}c{{ end }}',
    'bc',
  ],
  ['{{ "a\\tb\\n\\"c\\"" }}{{ `r\\n` }}{{ -3 }}{{ true }}', 'a\tb\n"c"r\\n-3true'],
  ['{{ $a := "1" }}{{ with "w" }}{{ $a }}{{ . }}{{ $.Destination }}{{ end }}', '1wx'],
  ['{{ hugo.Environment }}{{ warnf "x" }}{{ warnidf "i" "x" }}', 'production'],
  [
    '{{ (.Page.GetPage "there").Page.RelPermalink }} {{ (site.GetPage "/top").RelPermalink }}',
    '/base/docs/there/ /base/top/',
  ],
  [
    '{{ .Page.RelPermalink }} {{ .PageInner.RelPermalink }} {{ .Page.Site.Home.RelPermalink }}',
    '/base/docs/ /base/docs/ /base/',
  ],
  ['a{{- " b " -}}c {{/* n */ -}} d', 'a b c d'],
  ['{{ range $v := slice "a" "b" }}{{ $v }}{{ end }}', 'ab'],
  ['{{ range $k, $v := dict "b" 1 "a" 2 "c" 3 }}{{ $k }}{{ end }}', 'abc'],
  ['{{ $x := "o" }}{{ range $x := slice "a" }}{{ $x }}{{ end }}{{ $x }}', 'ao'],
  ['{{ $x := "o" }}{{ range $i, $x := slice "a" }}{{ $x }}{{ end }}{{ $x }}', 'ao'],
  ['{{ $i := "o" }}{{ range $i, $x := slice "a" }}{{ $i }}{{ end }}{{ $i }}', '0o'],
  [
    '{{ define "partials/v.html" }}{{ $x := "in" }}{{ . }}{{ end }}{{ $x := "out" }}{{ partial "v.html" "p" }}{{ $x }}',
    'pout',
  ],
  ['{{ if .Destination | strings.HasPrefix "http" }}a{{ else }}b{{ end }}', 'b'],
  ['{{ printf "%q" "a" | safeHTML }} {{ print 1 }} {{ default "d" nil }}', '"a" 1 d'],
  ['{{ (.Page.GetPage "none").RelPermalink }}{{ (index (dict "k" "v") "z").foo }}', ''],
  ['{{ range site.Params.none }}a{{ else }}e{{ end }}', 'e'],
  ['{{ delimit (slice 1 2) "," }} {{ delimit (slice true "a") "," }}', '1,2 true,a'],
  ['{{ range $k, $v := dict "b" 1 "B" 2 "a" 3 "ä" 4 "_" 5 }}{{ $k }}{{ end }}', 'B_abä'],
  ['{{ $x := "o" }}{{ if $x := "i" }}{{ $x }}{{ end }}{{ $x }}', 'io'],
  [' {{ "a" |lower }}', ' a'],
  ['{{ warnf (printf "%s" .Text) }}a', 'a'],
  ['{{ $x := printf "%sb" .Text }}{{ (dict "k" $x "z" "y").z }}', 'y'],
  ['{{ with "" }}a{{ else with "b" }}{{ . }}{{ end }}', 'b'],
  ['{{ ( index ( slice "a" "b" ) 0 ) }}{{ (dict "x" (dict "y" "z")).x.y }}', 'az'],
])('%s is %j', (template, printed) => {
  expect(run(template, 'x')).toBe(printed);
});

test('an address taken apart', () => {
  const parts = ['Scheme', 'Host', 'Hostname', 'Path', 'RawQuery', 'Fragment', 'IsAbs'];
  const template = parts.map((part) => `{{ (urls.Parse .Destination).${part} }}`).join('|');
  expect(run(template, 'HTTPS://e.example:8080/%C3%BC?q#f%20g')).toBe('https|e.example:8080|e.example|/ü|q|f g|true');
});
