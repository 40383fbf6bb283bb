import { expect, test } from 'vitest';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { openHandbook } from '../../../src/incremental/open.ts';
import { writtenByHook } from '../../../src/sites/hugo/links/own-hook.ts';

/** Prints what a lookup finds, or `none`. */
const looked = (lookup: string) =>
  `{{ $to := "none" }}{{ with ${lookup} .Destination }}{{ $to = .RelPermalink }}{{ end }}<a href="{{ $to }}">`;
const templates = {
  language: "<a href='{{ .Destination | relLangURL }}'>",
  base: '<a class=x href={{ .Destination | relURL }}>',
  parameter:
    '{{ $to := .Destination }}{{ with site.Params.Portable }}{{ $to = printf "%s/%s" . $to }}{{ end }}' +
    '{{ with site.Params.none }}{{ $to = "x" }}{{ end }}<a href="{{ $to }}">',
  page: looked('.Page.GetPage'),
  top: looked('site.GetPage'),
  resource: looked('.Page.Resources.Get'),
  asset: looked('resources.Get'),
  own: '<a href="{{ .Page.RelPermalink }}#{{ .Destination }}">',
  reference: '<a href="{{ relref .Page .Destination }}">',
  home: '<a href="{{ site.Home.RelPermalink }}{{ .Destination }}">',
};

/** What Hugo 0.131 and 0.169 wrote on the English and on the German page. */
test.each<[template: keyof typeof templates, destination: string, english: string, german: string]>([
  ['language', 'x', '/b/x', '/b/de/x'],
  ['language', '/docs/p', '/docs/p', '/de/docs/p'],
  ['language', '../p', '/p', '/b/p'],
  ['base', 'own%20b.txt', '/b/own%20b.txt', '/b/own%20b.txt'],
  ['base', '/top.txt', '/top.txt', '/top.txt'],
  ['base', '../p', '/p', '/p'],
  ['parameter', 'x', 'base/x', 'base/x'],
  ['page', 'x', '/b/x/', 'none'],
  ['page', 'p', '/b/docs/p/', '/b/de/docs/p/'],
  ['page', '/docs/p', '/b/docs/p/', '/b/de/docs/p/'],
  ['page', '../p', 'none', 'none'],
  ['page', 'own.txt', 'none', 'none'],
  ['top', 'x', '/b/x/', 'none'],
  ['top', 'p', '/b/docs/p/', '/b/de/docs/p/'],
  ['top', '/docs/p', '/b/docs/p/', '/b/de/docs/p/'],
  ['top', 'gone', 'none', 'none'],
  ['resource', 'own.txt', '/b/docs/own/own.txt', '/b/docs/own/own.txt'],
  ['resource', 'sub/own.txt', '/b/docs/own/sub/own.txt', '/b/docs/own/sub/own.txt'],
  ['resource', 'own%20b.txt', 'none', 'none'],
  ['resource', '/top.txt', 'none', 'none'],
  ['asset', '/top.txt', '/b/top.txt', '/b/top.txt'],
  ['asset', 'own.txt', 'none', 'none'],
  ['own', 'x', '/b/docs/own/#x', '/b/de/docs/own/#x'],
  ['reference', 'p#x', '/b/docs/p/#x', '/b/de/docs/p/#x'],
  ['reference', 'p', '/b/docs/p/', '/b/de/docs/p/'],
  ['reference', '#x', '#x', '#x'],
  ['reference', 'gone', '', ''],
  ['home', 'x', '/b/x', '/b/de/x'],
])('the hook %s writes for %s: %s, %s', async (template, destination, english, german) => {
  expect(await writtenBy(templates[template], destination)).toEqual([english, german]);
});

/** What Hugo 0.131 and 0.169 wrote, before they put the path of `baseURL` in front of what begins with a slash. */
test.each<[template: keyof typeof templates, destination: string, english: string, german: string]>([
  ['page', '/docs/p', '/docs/p/', '/de/docs/p/'],
  ['own', 'x', '/docs/own/#x', '/de/docs/own/#x'],
  ['home', 'x', '/x', '/de/x'],
  ['base', 'docs/p', '/docs/p', '/docs/p'],
  ['language', 'docs/p', '/docs/p', '/de/docs/p'],
  ['reference', 'p', '/docs/p/', '/de/docs/p/'],
  ['resource', 'own.txt', '/b/docs/own/own.txt', '/b/docs/own/own.txt'],
  ['asset', '/top.txt', '/b/top.txt', '/b/top.txt'],
])('with canonifyURLs the hook %s writes for %s: %s, %s', async (template, destination, english, german) => {
  expect(await writtenBy(templates[template], destination, 'canonifyURLs = true\n')).toEqual([english, german]);
});

/** What a hook writes on the English and on the German page. */
async function writtenBy(template: string, destination: string, settings = ''): Promise<readonly (string | null)[]> {
  const tree = memoryTree({
    'hugo.toml': `baseURL = 'https://e.example/b/'\n${settings}[params]\nportable = 'base'\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n`,
    'layouts/_default/_markup/render-link.html': template,
    'assets/top.txt': '',
    'content/docs/own/own.txt': '',
    'content/docs/own/own b.txt': '',
    'content/docs/own/sub/own.txt': '',
    'content/docs/own/index.md': '',
    'content/docs/own/index.de.md': '',
    'content/docs/p.md': '',
    'content/docs/p.de.md': '',
    'content/x.md': '',
  });
  const handbook = await openHandbook({ root: tree.root, tree, hugo: '0.169' });
  return ['index.md', 'index.de.md'].map((name) =>
    writtenByHook(
      handbook.config.hugo.linkHook.followed,
      destination,
      handbook.page(`content/docs/own/${name}`)!,
      handbook,
    ),
  );
}
