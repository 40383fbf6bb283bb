import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

/** Hugo 0.131 and 0.169 publish each language at the top of its own host. */
test('where languages have hosts of their own, what begins with a slash is only known on the main one', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml':
      "baseURL = 'https://example.org/'\n[languages.en]\nweight = 1\n[languages.de]\nbaseURL = 'https://de.example.org/'\nweight = 2\n",
    'content/docs/p.md': '[1](/docs/q/)\n[2](/docs/none/)\n[3](/de/docs/q/)\n[4]({{< ref "/docs/q" >}})\n',
    'content/docs/p.de.md': '[5](/docs/q/)\n[6](/docs/nur/)\n[7](../nur/)\n[8](../none/)\n',
    'content/docs/q.md': '',
    'content/docs/nur.de.md': '',
  });
  const judged = ['content/docs/p.md', 'content/docs/p.de.md'].flatMap((path) =>
    judgeLinks(handbook.page(path)!, handbook).map(({ link, resolution }) => `${link.href} ${resolution.outcome}`),
  );
  expect(judged).toEqual([
    '/docs/q/ found',
    '/docs/none/ broken',
    '/de/docs/q/ unknown',
    '/docs/q found',
    '/docs/q/ unknown',
    '/docs/nur/ unknown',
    '../nur/ found',
    '../none/ broken',
  ]);
});

/** Hugo 0.131 and 0.169 take the main language's own host, and no path of another; a browser climbs no higher than the top of a host. */
test('where the main language has a host of its own, links count from the top of that', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml':
      "baseURL = 'https://example.org/sub/'\n[languages.en]\nbaseURL = 'https://en.example.org/'\nweight = 1\n" +
      "[languages.de]\nbaseURL = 'https://de.example.org/'\nweight = 2\n",
    'static/img/x.png': '',
    'content/docs/_index.md':
      '[1](../../img/x.png)\n[2](/img/x.png)\n[3](https://en.example.org/docs/none/)\n[4](../../docs/none/)\n',
    'content/docs/_index.de.md': '[5](../../img/x.png)\n[6](../../../img/x.png)\n[7](./none/)\n',
  });
  const judged = ['content/docs/_index.md', 'content/docs/_index.de.md'].flatMap((path) =>
    judgeLinks(handbook.page(path)!, handbook).map(({ link, resolution }) => `${link.href} ${resolution.outcome}`),
  );
  expect(judged).toEqual([
    '../../img/x.png found',
    '/img/x.png found',
    'https://en.example.org/docs/none/ broken',
    '../../docs/none/ broken',
    '../../img/x.png unknown',
    '../../../img/x.png unknown',
    './none/ broken',
  ]);
});

/** With `relativeURLs` Hugo 0.131, 0.167 and 0.169 write the path of `baseURL` twice for what they find, whatever stands behind the `#`. */
test('what Hugo finds leads nowhere with relativeURLs below a path', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml': "baseURL = 'https://example.org/b/'\nrelativeURLs = true\n",
    'content/docs/p.md': ['q', 'q#part', 'q#gone', 'none'].map((to) => `[x]({{< relref "${to}" >}})\n`).join(''),
    'content/docs/q.md': '## Part\n',
  });
  const judged = judgeLinks(handbook.page('content/docs/p.md')!, handbook).map(({ link, resolution }) =>
    resolution.outcome === 'broken' ? `${link.href} ${resolution.reason} ${resolution.address}` : resolution.outcome,
  );
  expect(judged).toEqual([
    'q missing-page /b/b/docs/q/',
    'q#part missing-page /b/b/docs/q/',
    'q#gone missing-page /b/b/docs/q/',
    'none missing-page /docs/none',
  ]);
});

// Hextra's hook writes `/b/x.png` for `/x.png`.
test('an image that leaves the path of the site may be brought back by the hook of a theme that is not here', async () => {
  const outcomes = async (theme: string) => {
    const handbook = await memoryHandbook({
      'hugo.toml': `baseURL = 'https://a.test/b/'\n${theme}`,
      'content/a.md': '![x](/x.png) ![x](/b/x.png) <img src="/x.png">\n',
      'static/x.png': '',
    });
    const judged = judgeLinks(handbook.page('content/a.md')!, handbook);
    return judged.map(({ resolution }) => resolution.outcome).join(' ');
  };
  const html = '[markup.goldmark.renderer]\nunsafe = true\n';
  expect(await outcomes(html)).toBe('broken found broken');
  expect(await outcomes(`theme = 'hextra'\n${html}`)).toBe('unknown found broken');
});
