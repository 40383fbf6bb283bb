import { describe, expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { layoutIds } from '../../../src/sites/hugo/templates/layout-ids.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

describe('the ids that a template gives', () => {
  test.each<[template: string, ids: readonly string[], makesMore: boolean]>([
    ['<main id="deck" data-id="no"><b id=mast>', ['deck', 'mast'], false],
    ['<b id="watch-{{ $number }}"><b id="{{ $number }}">', ['watch-*'], false],
    ['<h2 id="{{ .Title | anchorize }}">', [], true],
    ['<h2 class="mast" id={{ .id }}>', [], true],
    ['<div class="crew {{ .kind }}" id="{{ $memberID }}">', [], true],
    ['<li id="{{ $mid }}"><div class="{{ $id }}">', [], false],
    ['<input id="{{ .Title | anchorize }}">', [], false],
    ['{{/* <b id="mast"> */}}<!-- <b id="deck"> -->', [], false],
    ['<nav>{{ .TableOfContents }}</nav>', ['TableOfContents'], false],
    ['{{ .Content }}{{ range .Pages }}{{ .Title }}{{ end }}', [], false],
    ['{{ range .Pages }}{{ with .Title }}{{ . }}{{ end }}{{- .Content -}}{{ end }}', [], true],
    ['{{ range .Pages }}{{ .Content | plainify | truncate 90 }}{{ end }}', [], false],
    ['{{ range .Pages }}{{ .Title }}{{ end }}{{ .Content }}', [], false],
    ['{{ $other := .Site.GetPage "/crew" }}{{ $other.Content }}', [], true],
    ['{{ $page := . }}{{ $page.Content }}', [], false],
    ['{{ $icon := resources.Get "anchor.svg" }}{{ $icon.Content | safeHTML }}', [], false],
  ])('%s', (template, ids, makesMore) => {
    expect(layoutIds([template])).toEqual({ ids, makesMore });
  });
});

const OTHERS = '{{ range .Pages }}{{ .Content }}{{ end }}';

describe('a link to an id of a layout', () => {
  const site = {
    'hugo.toml': 'title = "x"\n',
    'content/crew/_index.md': '---\ntitle: Crew\n---\n## Watch\n',
    'content/crew/log.md': '---\ntitle: Log\n---\n## Watch\n',
    'content/crew/bare.md': '---\ntitle: Bare\n---\nWords.\n',
  };
  const naming = { 'layouts/_default/list.html': '{{ range .Pages }}<h2 id="{{ .Title | anchorize }}">{{ end }}' };
  const printed = { 'layouts/_default/list.print.html': '{{ partial "all" . }}', 'layouts/partials/all.html': OTHERS };
  const asked = { 'layouts/_default/book.html': `<main id="deck">${OTHERS}` };
  const called = { 'layouts/_default/list.html': '{{ partial "all" . }}', 'layouts/partials/all.html': OTHERS };
  const plain = { 'layouts/_default/single.html': '<main id="deck"><b id="step-{{ $n }}">{{ .Content }}' };
  const gone = { 'hugo.toml': 'theme = "gone"\n' };

  test.each<[layouts: object, href: string, expected: string]>([
    [plain, '/crew/log/#deck', 'unknown'],
    [plain, '/crew/log/#step-2', 'unknown'],
    [plain, '/crew/log/#st', 'missing-anchor'],
    [plain, '/crew/#mast', 'missing-anchor'],
    [plain, '/crew/bare/#mast', 'missing-anchor'],
    [plain, '/crew/log/#TableOfContents', 'missing-anchor'],
    [naming, '/crew/#mast', 'unknown'],
    [printed, '/crew/#mast', 'missing-anchor'],
    [asked, '/crew/#mast', 'missing-anchor'],
    [{ 'layouts/_default/crew.html': OTHERS }, '/crew/#mast', 'unknown'],
    [asked, '/crew/#deck', 'unknown'],
    [called, '/crew/#mast', 'unknown'],
    [naming, '/crew/bare/#mast', 'unknown'],
    [naming, '/crew/log/#mast', 'missing-anchor'],
    [gone, '/crew/#mast', 'missing-anchor'],
    [gone, '/crew/bare/#mast', 'missing-anchor'],
    [gone, '/crew/log/#TableOfContents', 'unknown'],
  ])('with %j %s is %s', async (layouts, href, expected) => {
    const handbook = await memoryHandbook({ ...site, ...layouts, 'content/from.md': `[x](${href})\n` });
    const [{ resolution } = { resolution: null }] = judgeLinks(handbook.page('content/from.md')!, handbook);
    expect(resolution?.outcome === 'broken' ? resolution.reason : resolution?.outcome).toBe(expected);
  });
});
