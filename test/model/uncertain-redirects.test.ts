import { expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { resolveLink } from '../../src/links/resolve.ts';
import { parseRedirects, uncertainRedirects } from '../../src/model/redirects.ts';

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
