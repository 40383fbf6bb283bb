import { expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { resolveLink } from '../../src/links/resolve.ts';
import { parseRedirects, uncertainRedirects } from '../../src/model/redirects.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const template = `/plain /values/ 301
/old/{{ .name }} /values/
{{ range site.Data.moved }}
/moved/{{ .from }} /values/
{{ end }}
{{- if site.Params.beta }}
/beta /values/
{{- end }}
{{/* /comment/{{ .x }} /values/ */}}
`;

test('what a template makes by a parameter, in a loop or under a condition is no rule', () => {
  expect(parseRedirects('layouts/index.redirects', template).map(({ from }) => from)).toEqual(['/plain']);
  expect(uncertainRedirects(template)).toEqual(['/old/', '/moved/', '/beta']);
  expect(uncertainRedirects('/a /b\n')).toEqual([]);
});

test('addresses that it can make cannot be checked, others can', async () => {
  const tree = memoryTree({
    'hugo.toml': '',
    'content/values.md': '',
    'content/a.md': '[1](/old/x/) [2](/moved/y/) [3](/beta/) [4](/gone/) [5](/plain/)\n',
    'layouts/index.redirects': template,
  });
  const handbook = await openHandbook({ root: tree.root, tree });
  const page = handbook.page('content/a.md')!;
  const verdicts = page.facts.links.map((link) => resolveLink(link, page, handbook).outcome);
  expect(verdicts).toEqual(['unknown', 'unknown', 'unknown', 'broken', 'found']);
});

// Hugo 0.169 writes `/faq /docs/2/faq` and `/deploy /docs/2/deploy`.
test('addresses made of names in a list cannot be checked', async () => {
  const list =
    '{{ $top := slice "faq" "deploy" -}}\n{{ range $top }}{{ printf "/%s" . }} /docs/2/{{ . }} 301\n{{ end }}';
  expect(uncertainRedirects(list)).toEqual(['/faq', '/deploy']);
  const handbook = await memoryHandbook({
    'hugo.toml': '',
    'content/a.md': '[1](/faq) [2](/deploy/x/) [3](/gone/)\n',
    'layouts/index.redirects': list,
  });
  const judged = judgeLinks(handbook.page('content/a.md')!, handbook);
  expect(judged.map(({ resolution }) => resolution.outcome)).toEqual(['unknown', 'unknown', 'broken']);
});

// Hugo 0.131 and 0.169.
test.each(['index', 'home', '_default/index', '_default/home'])('rules in layouts/%s.redirects count', async (name) => {
  const files = { 'hugo.toml': '', 'content/_index.md': '', [`layouts/${name}.redirects`]: '/old/a /\n' };
  expect((await memoryHandbook(files)).redirects.map(({ from }) => from)).toEqual(['/old/a']);
});

test('rules in partials of the template count', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml': '',
    'content/_index.md': '[a](/old/a) [b](/docs/latest/b/) [c](/c/)\n',
    'layouts/index.redirects': '{{ $lines := partial "redirects.txt" . }}\n{{ range $lines }}{{ . }}{{ end }}\n',
    'layouts/_partials/redirects.txt':
      '/old/a /\n/docs/latest/* /docs/{{ $latest }}/:splat 302\n{{ partial "more" . }}\n',
    'layouts/partials/more': '/c/ /\n{{ partial "gone" . }}{{ partial "../../secret" . }}',
  });
  expect(handbook.redirects.map(({ path, from }) => `${path} ${from}`)).toEqual([
    'layouts/_partials/redirects.txt /old/a',
    'layouts/partials/more /c/',
  ]);
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook).map(({ resolution }) => resolution.outcome)).toEqual(
    ['found', 'unknown', 'found'],
  );
});
