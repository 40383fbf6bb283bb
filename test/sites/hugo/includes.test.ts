import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { openHandbook } from '../../../src/incremental/open.ts';
import { judgeLinks, linksOn } from '../../../src/links/judge.ts';
import { includeIn } from '../../../src/sites/hugo/templates/include-templates.ts';

async function open(template: string, call: string, files: Readonly<Record<string, string>> = {}) {
  const site = {
    'hugo.toml': "baseURL = 'https://example.org/'\n",
    'content/_index.md': '## Home\n',
    'content/a.md': `## Foo\n\n${call}\n\n## Foo\n`,
    'content/inc/x.md': '---\ntitle: X\n---\n\n## Foo\n\n## Bar\n',
    'layouts/shortcodes/sc.html': template,
    ...files,
  };
  const handbook = await openHandbook({ root: '/handbook', tree: memoryTree(site), hugo: '0.169' });
  const page = handbook.page('content/a.md')!;
  const { ids, generatedBy } = handbook.anchors(page);
  return { handbook, page, ids: [...ids.keys()], isKnown: generatedBy.length === 0 };
}

/** The same ids as Hugo 0.131 and 0.169 made. */
describe('what a template brings in', () => {
  test.each([
    ['readFile', '{{ readFile (.Get 0) }}', '{{% sc "content/inc/x.md" %}}', ['foo', 'foo-1', 'bar', 'foo-2']],
    [
      'by a variable',
      '{{ $f := .Get "file" }}{{ $f | readFile | safeHTML }}',
      '{{% sc file="content/inc/x.md" %}}',
      ['foo', 'foo-1', 'bar', 'foo-2'],
    ],
    [
      'RawContent',
      '{{ with site.GetPage (.Get 0) }}{{ .RawContent }}{{ end }}',
      '{{% sc "/inc/x" %}}',
      ['foo', 'foo-1', 'bar', 'foo-2'],
    ],
    [
      'RenderShortcodes',
      '{{ $p := .Site.GetPage (.Get 0) }}{{ $p.RenderShortcodes }}',
      '{{% sc "inc/x.md" %}}',
      ['foo', 'foo-1', 'bar', 'foo-2'],
    ],
    ['Content', '{{ (site.GetPage (.Get 0)).Content }}', '{{< sc "/inc/x" >}}', ['foo', 'bar', 'foo-1']],
  ])('%s', async (_, template, call, expected) => {
    const { ids, isKnown } = await open(template, call);
    expect([ids, isKnown]).toEqual([expected, true]);
  });

  test('resources.Get', async () => {
    const files = { 'assets/r.md': '## From asset\n' };
    const template = '{{ (resources.Get (.Get 0)).Content | .Page.RenderString }}';
    expect((await open(template, '{{< sc "r.md" >}}', files)).ids).toEqual(['foo', 'from-asset', 'foo-1']);
  });

  test.each([
    [
      'a parameter that passes through a function',
      '{{ readFile (printf "content/%s" (.Get 0)) }}',
      '{{% sc "inc/x.md" %}}',
    ],
    ['a choice', '{{ if .Get 1 }}{{ readFile (.Get 0) }}{{ end }}', '{{% sc "content/inc/x.md" %}}'],
    ['an id that is made of a parameter', '<i id="{{ lower (.Get 0) }}"></i>', '{{< sc "A B" >}}'],
    ['Markdown that is not rendered', '{{ readFile (.Get 0) }}', '{{< sc "content/inc/x.md" >}}'],
  ])('cannot be known: %s', async (_, template, call) => {
    expect((await open(template, call)).isKnown).toBe(false);
  });

  test('a template that only needs a file for itself brings in nothing', () => {
    expect(includeIn('{{ $i := resources.Get (.Get "src") }}<img src="{{ $i.RelPermalink }}">')).toBe(null);
  });

  test('a page that is not there is no broken include', async () => {
    const { handbook, page } = await open(
      '{{ with site.GetPage (.Get 0) }}{{ .RawContent }}{{ end }}',
      '{{% sc "nix" %}}',
    );
    expect(handbook.includes(page)).toEqual([]);
  });
});

test.each(['', '{{- if .Inner }}{{ end }}', '<hr>'])(
  'what a shortcode %j is wrapped around is not on the page',
  async (template) => {
    const { handbook, page, ids } = await open(template, '{{< sc >}}\n[1](/gone/)\n\n## Hidden\n{{< /sc >}}');
    expect([judgeLinks(page, handbook), ids]).toEqual([[], ['foo', 'foo-1']]);
  },
);

test('figure shows a file and leads somewhere, unless the site has one of its own', async () => {
  const call = '{{< figure src="/none.png" link="/gone/" >}}';
  const { handbook, page } = await open('', call);
  expect(linksOn(page, handbook).broken.map(({ link, resolution }) => `${link.href} ${resolution.reason}`)).toEqual([
    '/none.png missing-file',
    '/gone/ missing-page',
  ]);
  const own = await open('', call, { 'layouts/shortcodes/figure.html': '' });
  expect(linksOn(own.page, own.handbook).broken).toEqual([]);
});

/** As Hugo 0.131, 0.167 and 0.169 built them. */
test('a figure of the site itself is followed', async () => {
  const template =
    '{{ $src := .Get "src" | relURL }}{{ with .Get "link" }}<a href="{{ . }}/">{{ end }}<figure class="{{ .Get "class" }}">' +
    '<img src="{{ $src }}">{{ with .Get "caption" }}{{ . | markdownify }}{{ end }}</figure>';
  const call = (src: string) => `Text\n\n{{< figure src="${src}" caption="*x*" link="gone" >}}\n`;
  const tree = memoryTree({
    'hugo.toml': "baseURL = 'https://example.org/'\n",
    'layouts/shortcodes/figure.html': template,
    'static/img/a.png': '',
    'content/docs/a.md': call('img/a.png') + call('img/none.png') + call('../img/a.png'),
  });
  const handbook = await openHandbook({ root: tree.root, tree });
  const judged = judgeLinks(handbook.page('content/docs/a.md')!, handbook);
  expect(judged.map(({ link, resolution }) => `${link.href} ${resolution.outcome} ${resolution.address}`)).toEqual([
    'img/a.png found /img/a.png',
    'gone broken /docs/a/gone/',
    'img/none.png broken /img/none.png',
    'gone broken /docs/a/gone/',
    '../img/a.png found /img/a.png',
    'gone broken /docs/a/gone/',
  ]);
});

test('a figure that asks what only the build knows is not', async () => {
  const template = '{{ with .Page.Resources.GetMatch (.Get "src") }}<img src="{{ .RelPermalink }}">{{ end }}';
  const own = await open('', '{{< figure src="none.png" >}}', { 'layouts/shortcodes/figure.html': template });
  expect(judgeLinks(own.page, own.handbook).map(({ resolution }) => resolution.outcome)).toEqual(['unknown']);
});

test.each(['{{ urlize (.Get 0) }}', '{{ .Get 0 | urlize }}', '{{- urls.URLize (.Get 0) -}}'])(
  'an id in the words of an address is known: %s',
  async (id) => {
    const tree = memoryTree({
      'hugo.toml': "baseURL = 'https://example.org/'\n",
      'layouts/shortcodes/term.html': `<dt id="${id}">{{ .Get 0 }}</dt>`,
      'content/a.md': '{{< term "Lunch & Learn" >}}\n',
    });
    const handbook = await openHandbook({ root: tree.root, tree });
    const { ids, generatedBy } = handbook.anchors(handbook.page('content/a.md')!);
    expect([...ids.keys()]).toEqual(['lunch-learn']);
    expect(generatedBy).toEqual([]);
  },
);
