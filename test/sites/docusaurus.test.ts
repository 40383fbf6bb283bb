import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { lint } from '../../src/lint/run.ts';
import { docSlug } from '../../src/sites/docusaurus/addresses.ts';
import { describeTakenFor } from '../../src/sites/taken-for.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

const config = (options = '', keys = '') => ({
  'docusaurus.config.js': `module.exports = { url: 'https://hb.example.org', baseUrl: '/', ${keys} presets: [['classic', { ${options} }]] };\n`,
});

/** What becomes of the only link of docs/index.md. */
async function outcome(link: string, files: Files): Promise<string> {
  const handbook = await memoryHandbook({ 'docs/index.md': `${link}\n`, 'docs/a/b.md': '# B\n\n## C\n', ...files });
  const [judged] = judgeLinks(handbook.page('docs/index.md')!, handbook);
  return judged!.resolution.outcome;
}

// By Docusaurus 3.10.2: `build/help.html` and `build/blog.html`.
test.each([
  ['[x](/help)', 'found'],
  ['[x](/help/)', 'found'],
  ['[x](/help.html)', 'found'],
  ['<a href="/help">x</a>', 'found'],
  ['<a href="/help/">x</a>', 'broken'],
  ['<a href="/blog/">x</a>', 'broken'],
  ['<a href="/blog">x</a>', 'found'],
])('without final slashes, %s is %s', async (link, wanted) => {
  expect(await outcome(link, { ...config('', 'trailingSlash: false,'), 'src/pages/help.js': '' })).toBe(wanted);
});

// By Docusaurus 3.10.2: `build/docs/rules.html`, as its route is named, with and without final slashes elsewhere.
test.each([
  ['[x](/docs/rules.html)', 'found'],
  ['[x](rules.html)', 'found'],
  ['[x](a/r.md)', 'found'],
  ['<a href="/docs/rules.html">x</a>', 'found'],
  ['<a href="/docs/rules.html/">x</a>', 'broken'],
])('a page with a slug that ends in .html is that file, %s is %s', async (link, wanted) => {
  const files = { 'docs/a/r.md': '---\nslug: /rules.html\n---\n# Rules\n' };
  expect(await outcome(link, { ...config(), ...files })).toBe(wanted);
  if (!link.includes('[x]'))
    expect(await outcome(link, { ...config('', 'trailingSlash: false,'), ...files })).toBe(wanted);
});

// By Docusaurus 3.10.2.
describe('in MDX', () => {
  const files = {
    ...config(),
    'docs/a/b.md': '# B\n\n#### [<code>SQ_MM</code>](#sq-mm) \\{#sq-mm\\}\n\n## D \\{#e}\n',
  };
  test.each([
    ['[x](a/b.md#sq-mm)', 'found'],
    ['[x](a/b.md#e)', 'found'],
    ['[x](a/b.md#d)', 'broken'],
    ['[x](a/b.md#sq_mm-sq-mm)', 'broken'],
  ])('an id in escaped braces is one, %s is %s', async (link, wanted) => {
    expect(await outcome(link, files)).toBe(wanted);
  });

  const shown = { ...config(), 'docs/a/b.md': '## As `{#aft}`\n\n## **As code {#fore}**\n\n## `{#mid}` deck\n' };
  test.each([
    ['aft', 'found'],
    ['as-aft', 'broken'],
    ['fore', 'found'],
    ['mid-deck', 'found'],
    ['mid', 'broken'],
  ])('an id that a heading ends with in code or emphasis is one, #%s is %s', async (id, wanted) => {
    expect(await outcome(`[x](a/b.md#${id})`, shown)).toBe(wanted);
  });

  const imported = (link: string) => `import Link from '@docusaurus/Link';\n\n${link}`;
  test.each([
    ['<Link to="/docs/a/b">x</Link>', 'found'],
    ['<Link to="/docs/a/c">x</Link>', 'broken'],
    ['<Link\n  className={y("}")}\n  to="a/b#c"\n>\n  x\n</Link>', 'found'],
    ['<Link title="go to=x" to="/docs/a/c">x</Link>', 'broken'],
    ['<Link href="/docs/a/c">x</Link>', 'broken'],
    // It names no files.
    ['<Link to="./a/b.md">x</Link>', 'broken'],
    ['<Link to={y}>x</Link>', 'unknown'],
  ])('%s is %s', async (link, wanted) => {
    expect(await outcome(imported(link), config())).toBe(wanted);
  });

  test('no other Link is read', async () => {
    const handbook = await memoryHandbook({ ...config(), 'docs/index.md': '<Link to="/c">x</Link>\n' });
    expect(handbook.page('docs/index.md')!.facts.links).toEqual([]);
    const empty = await memoryHandbook({ ...config(), 'docs/index.md': imported('<Link to="/c" /> [d](e.md)\n') });
    expect(empty.page('docs/index.md')!.facts.links.map(({ href }) => href)).toEqual(['e.md']);
  });
});

test.each([
  ["import Tabs from '@theme/Tabs';\n\n<Tabs />", 'broken'],
  ["import X from '@theme/IdealImage';\n\n<X />", 'broken'],
  ["import X from '@docusaurus/BrowserOnly';\n\n<X />", 'broken'],
  // As themes for references of interfaces bring them.
  ["import X from '@theme/API';\n\n<X />", 'unknown'],
  ["```mdx-code-block\nimport X from '@theme/API'\n\n<X />\n```", 'unknown'],
  ['```mdx-code-block\n## D\n```', 'found'],
])('ids on a page with %j', async (text, wanted) => {
  expect(await outcome('[x](a/b.md#d)', { ...config(), 'docs/a/b.md': `# B\n\n${text}\n` })).toBe(wanted);
});

test.each([
  ['#operation/getCrew', 'unknown'],
  ['#tag/crew/operation/getCrew', 'unknown'],
  ['#/crew/getCrew', 'unknown'],
  ['#ci/cd', 'broken'],
  ['#operation/', 'broken'],
])('%s, as scripts on pages of references read it, is %s', async (fragment, wanted) => {
  expect(await outcome(`[x](a/b.md${fragment})`, config())).toBe(wanted);
  const plain = { 'handbook.yaml': 'site: github\n', 'docs/a/b.md': '# B\n' };
  expect(await outcome(`[x](a/b.md${fragment})`, plain)).toBe('broken');
});

test('a full URL is to be replaced by the file or the route of a page, not by the name of the built file', async () => {
  const files = {
    'docs/index.md': '[x](https://hb.example.org/docs/a/b)\n',
    'docs/a/b.md': '# B\n',
    ...config('', 'trailingSlash: false,'),
  };
  const found = lint(await memoryHandbook(files), { rules }).findings.filter(
    ({ rule }) => rule === 'handbook-link-self-host',
  );
  expect(found.map(({ message }) => message.split('. ')[1])).toEqual(['Please link to a/b.md.']);
});

describe('the slug of a doc', () => {
  test.each([
    ['a.md', {}, '/a'],
    ['index.md', {}, '/'],
    ['README.mdx', {}, '/'],
    ['01-guide/02 - Setup.md', {}, '/guide/Setup'],
    ['guide/guide.md', {}, '/guide/'],
    ['01-guide/guide.md', {}, '/guide/guide'],
    ['01-guide/01-guide.md', {}, '/guide/'],
    ['2024-05-01-log.md', {}, '/2024-05-01-log'],
    ['7.0-notes.md', {}, '/7.0-notes'],
    ['01-a.md', { numberPrefixes: false }, '/01-a'],
    ['a/b.md', { id: 'c' }, '/a/c'],
    ['a/b.md', { slug: 'c' }, '/a/c'],
    ['a/b.md', { slug: '/c' }, '/c'],
    ['a/b.md', { slug: '../c' }, '/c'],
    ['a/index.md', { slug: './' }, '/a/'],
  ])('%s %j is %s', (path, doc, expected) => {
    expect(docSlug(path, { slug: undefined, id: undefined, numberPrefixes: true, ...doc })).toBe(expected);
  });
});

describe('what a configuration computes cannot be checked', () => {
  test.each([
    ['an address', '[x](/docs/gone)', config(), 'broken'],
    ['an address with other routes', '[x](/handbook/a/b)', config("docs: { routeBasePath: 'handbook' }"), 'found'],
    ['an address, where the route is computed', '[x](/docs/gone)', config('docs: { routeBasePath: r() }'), 'unknown'],
    ['a page, where docs lie in a computed folder', '[x](gone.md)', config('docs: { path: r() }'), 'unknown'],
    ['a page, where a plugin may make some', '[x](/gone)', config('', "plugins: ['./made'],"), 'unknown'],
    [
      'a page, beside a plugin that makes none',
      '[x](/gone)',
      config('', "plugins: ['docusaurus-plugin-sass'],"),
      'broken',
    ],
    [
      'a page of another language',
      '[x](/de/docs)',
      config('', "i18n: { defaultLocale: 'en', locales: ['en', 'de'] },"),
      'unknown',
    ],
    ['an address of docs in versions', '[x](/docs/gone)', { ...config(), 'versions.json': '["1.0"]' }, 'unknown'],
    ['what git leaves out', '[x](/docs/api/gone)', { ...config(), '.gitignore': '/docs/api\n' }, 'unknown'],
    ['what git does not leave out', '[x](/docs/gone)', { ...config(), '.gitignore': '/docs/api\n' }, 'broken'],
    ['an id of docs in versions', '[x](/docs/a/b#gone)', { ...config(), 'versions.json': '["1.0"]' }, 'unknown'],
    ['an id of a file in versions', '[x](a/b.md#gone)', { ...config(), 'versions.json': '["1.0"]' }, 'broken'],
    [
      'a file of an older version',
      '[x](../versioned_docs/version-1.0/a.md)',
      { ...config(), 'versions.json': '["1.0"]' },
      'unknown',
    ],
    ['a file of docs in versions', '[x](a/b.md)', { ...config(), 'versions.json': '["1.0"]' }, 'found'],
    ['a page of a component', '[x](/help)', { ...config(), 'src/pages/help.tsx': '' }, 'found'],
    ['a list of a category', '[x](/docs/category/x)', config(), 'unknown'],
    [
      'a list with a slug of its own',
      '[x](/docs/all)',
      { ...config(), 'sidebars.js': "module.exports = { a: [{ link: { type: 'generated-index', slug: '/all' } }] };" },
      'unknown',
    ],
    [
      'an old address',
      '[x](/old)',
      config('', "plugins: [['@docusaurus/plugin-client-redirects', { redirects: [{ from: '/old', to: '/docs' }] }]],"),
      'found',
    ],
    ['an id', '[x](a/b.md#gone)', config(), 'broken'],
    ['an id of h1', '[x](a/b.md#b)', config(), 'broken'],
    ['an id, where a plugin may change them', '[x](a/b.md#gone)', config('docs: { remarkPlugins: [own] }'), 'unknown'],
    [
      'an id, beside a plugin for formulas',
      '[x](a/b.md#gone)',
      config("docs: { remarkPlugins: [require('remark-math')] }"),
      'broken',
    ],
  ])('%s', async (_, link, files, expected) => {
    expect(await outcome(link, files)).toBe(expected);
  });
});

// Built by Docusaurus 3.10.2 with `baseUrl: '/x/'`.
describe('HTML of CommonMark is rendered by the theme, which adds the base and final slashes', () => {
  const based = (keys: string) => ({
    'docusaurus.config.js': `module.exports = { baseUrl: '/x/', ${keys} presets: ['classic'] };\n`,
    'static/f.pdf': '',
  });
  const detect = based("markdown: { format: 'detect' },");
  const raw = '<a href="/docs/a/b">x</a>';
  const own = (format: string) => `---\nmdx: {format: ${format}}\n---\n\n${raw}`;
  test.each([
    ['MDX, as usual', raw, based(''), 'broken'],
    ['MDX, with the base', '<a href="/x/docs/a/b">x</a>', based(''), 'found'],
    ['CommonMark by the ending', raw, detect, 'found'],
    ['CommonMark, with the base', '<a href="/x/docs/a/b">x</a>', detect, 'found'],
    ['CommonMark everywhere', raw, based("markdown: { format: 'md' },"), 'found'],
    ['CommonMark by the page', own('md'), based(''), 'found'],
    ['MDX by the page', own('mdx'), detect, 'broken'],
    ['CommonMark, to no page', '<a href="/docs/a/c">x</a>', detect, 'broken'],
    ['CommonMark, from the route', '<a href="a/b">x</a>', detect, 'found'],
    ['CommonMark, by a file', '<a href="a/b.md">x</a>', detect, 'broken'],
    ['a file', '<a href="/x/f.pdf">x</a>', based("markdown: { format: 'md' },"), 'found'],
    [
      'a file with a final slash',
      '<a href="/x/f.pdf">x</a>',
      based("markdown: { format: 'md' }, trailingSlash: true,"),
      'broken',
    ],
    ['a format that is computed', raw, based('markdown: { format: f() },'), 'unknown'],
    ['a dead link whatever the format', '<a href="/docs/c">x</a>', based('markdown: { format: f() },'), 'broken'],
  ])('%s', async (_, link, files, expected) => {
    expect(await outcome(link, files)).toBe(expected);
  });
});

// Built by Docusaurus 3.10.2 with `onBrokenMarkdownImages: 'warn'`, which leaves the path as it is.
test.each([
  ['/x/i.png', 'unknown'],
  ['/i.png', 'found'],
  ['/gone.png', 'broken'],
  ['/x/gone.png', 'broken'],
])('an image by %s, on a site below /x/', async (path, expected) => {
  const files = { ...config('', "baseUrl: '/x/',"), 'static/i.png': '' };
  expect(await outcome(`![x](${path})`, files)).toBe(expected);
});

describe('a link', () => {
  const hb = { 'docusaurus.config.js': config()['docusaurus.config.js'].replace("'/'", "'/hb/'") };
  const unknownBase = { 'docusaurus.config.js': config()['docusaurus.config.js'].replace("'/'", 'base()') };
  const slash = (is: boolean) => ({ ...config('', `trailingSlash: ${is},`), 'src/pages/index.tsx': '' });
  const own = '## Own\n\n[x](#own)';
  test.each<[string, Files, string]>([
    ['[x](/hb)', { ...hb, 'src/pages/index.tsx': '' }, 'found'],
    ['[x](/hb/docs/a/b)', hb, 'found'],
    ['[x](/hbx)', hb, 'broken'],
    ['[x](https://hb.example.org/docs/gone)', unknownBase, 'unknown'],
    ['[x](https://hb.example.org/docs/gone)', config(), 'broken'],
    ['<a href="/docs/gone">x</a>', unknownBase, 'unknown'],
    ['<a href="/docs/a/b">x</a>', config(), 'found'],
    ['<a href="gone">x</a>', config(), 'broken'],
    ['![x](a.png)', { ...config(), 'docs/a.png': '' }, 'found'],
    ['![x][r]\n\n[r]: a.png', { ...config(), 'docs/a.png': '' }, 'broken'],
    ['![x](gone.png)', config(), 'broken'],
    ['![x](/gone.png)', config('', "plugins: ['./made'],"), 'broken'],
    ['[x](/help#gone)', { ...config(), 'src/pages/help.tsx': '' }, 'unknown'],
    [own, config(), 'found'],
    [own, slash(true), 'found'],
    ['[x](#gone)', slash(true), 'broken'],
    ['[x](/)', slash(true), 'found'],
    ['[x](/)', slash(false), 'found'],
    ['[x](/docs/a/b/)', slash(false), 'found'],
    ['[x](/docs/a/b)', slash(true), 'found'],
    ['[x](/docs/tagsx#gone)', { ...config(), 'docs/tagsx.md': '' }, 'broken'],
    ['[x](/docs/tagsy#gone)', { ...config(), 'docs/tagsx.md': '' }, 'unknown'],
    ['[x](/abcdeapi/gone)', { ...config(), '.gitignore': '/docs/api\n' }, 'broken'],
    ['[x](/docs/n/p)', { ...config("docs: { path: '.' }"), 'n/p.md': '' }, 'found'],
    ['[x](/n/p)', { ...config("docs: { path: '.' }"), 'n/p.md': '' }, 'broken'],
  ])('%s with %j is %s', async (link, files, expected) => {
    expect(await outcome(link, files)).toBe(expected);
  });

  test('to a file by @site that is not there names the file', async () => {
    const handbook = await memoryHandbook({
      ...config(),
      'docs/a.md': '[x](@site/docs/gone.md) [x](@site/docs/a.md)\n',
    });
    const [gone, there] = judgeLinks(handbook.page('docs/a.md')!, handbook).map(({ resolution }) => resolution);
    expect(gone).toMatchObject({ outcome: 'broken', reason: 'missing-page', address: '/docs/gone.md' });
    expect(there?.outcome).toBe('found');
  });

  test.each([
    ['function p() { return { configureWebpack() {} }; }', 'broken'],
    ['function sitemap() { return { contentLoaded() {} }; }', 'broken'],
    ['function p() { return { contentLoaded() {} }; }', 'unknown'],
    ['false', 'broken'],
    ["['docusaurus-plugin-sass', {}]", 'broken'],
    ['own', 'unknown'],
  ])('beside the plugin %s to a page that is not there is %s', async (plugin, expected) => {
    expect(await outcome('[x](/gone)', config('', `plugins: [${plugin}],`))).toBe(expected);
  });

  test.each([
    ['own', 'unknown'],
    ["require('remark-math')", 'broken'],
    ["[[require('remark-math'), {}]]", 'broken'],
    ['[[own, {}]]', 'unknown'],
    ["['remark-math']", 'broken'],
    ['[]', 'broken'],
  ])('to an id beside remark plugins %s is %s', async (plugins, expected) => {
    expect(await outcome('[x](a/b.md#gone)', config(`docs: { remarkPlugins: ${plugins} }`))).toBe(expected);
  });
});

test('versions are told where there are any', async () => {
  const told = async (files: Files) =>
    describeTakenFor((await memoryHandbook({ ...config(), 'docs/a.md': '', ...files })).config);
  expect(await told({})).not.toContain('several versions');
  expect(await told({ 'versions.json': '["1.0"]' })).toContain('several versions');
});

test('what could not be read is said with the key that handbook.yaml may have for it', async () => {
  const files = { 'docs/index.md': '[x](/hb/b)\n', 'docs/b.md': '', ...config('docs: { routeBasePath: route() }') };
  const open = await memoryHandbook(files);
  expect(describeTakenFor(open.config)).toContain(
    'docs.routeBasePath is computed in docusaurus.config.js line 1 and could not be read',
  );
  const said = await memoryHandbook({ ...files, 'handbook.yaml': 'generator: {docs.routeBasePath: hb}\n' });
  expect(judgeLinks(said.page('docs/index.md')!, said)[0]!.resolution.outcome).toBe('found');
});

describe('MDX is set aside', () => {
  const page = async (text: string) =>
    (await memoryHandbook({ ...config(), 'docs/index.mdx': text })).page('docs/index.mdx')!.facts;

  test.each([
    ['ESM', "import A from './a.mdx';\nexport const links = [\n\n  '[x](gone.md)',\n];\n\n[y](b.md)\n", ['b.md']],
    ['expressions', '{[1].map((x) => `[x](gone.md)`)}\n\n[y](b.md)\n', ['b.md']],
    ['comments', '{/* [x](gone.md) */}\n\n[y](b.md)\n', ['b.md']],
    ['components around Markdown', '<Tabs>\n<TabItem value="a>b">\n[y](b.md)\n</TabItem>\n</Tabs>\n', ['b.md']],
    ['tags around Markdown', '<div className="x">\n[y](b.md)\n</div>\n', ['b.md']],
    ['attributes of components', '<Card to="[x](gone.md)" href={"/gone"} />\n\n[y](b.md)\n', ['b.md']],
    ['code', '`<Tabs>{` [y](b.md) `}`\n\n```jsx\n<Tabs>{\n```\n\n[z](c.md)\n', ['b.md', 'c.md']],
    ['what only looks like it', 'a < b and [y](<b c.md>) and <https://x.example>, \\{ [z](c.md)\n', ['b c.md', 'c.md']],
    ['a bracket that does not end', 'Words { and [y](b.md)\n', ['b.md']],
  ])('%s', async (_, text, expected) => {
    expect((await page(text)).links.map(({ href }) => href)).toEqual(expected);
  });

  test('ids behind headings are read in both ways', async () => {
    const { headings } = await page('## A {#b}\n\n## C {/* #d */}\n\n## E {f}\n\n## G <b>h</b>\n');
    expect(headings.map(({ id, slug }) => id ?? slug)).toEqual(['b', 'd', 'e-f', 'g-h']);
  });

  // Built by Docusaurus 3.10.2.
  test('tags and expressions in underlined headings count as in others', async () => {
    const { headings } = await page('A <b>b</b>\n---\n\nC {1 + 1} d\n===\n\nE {"f"}\n---\n');
    expect(headings.map(({ slug }) => slug)).toEqual(['a-b', 'c-1--1-d', 'e-f']);
  });

  test('a link with a computed destination cannot be checked', async () => {
    expect(await outcome('<a href={useBaseUrl("/gone")}>x</a>', config())).toBe('unknown');
  });

  test('offsets stay', async () => {
    const text = "import A from 'a';\n\n<Tabs>\n\n[y](b.md)\n\n</Tabs>\n";
    const [link] = (await page(text)).links;
    expect(text.slice(...link!.target)).toBe('b.md');
  });

  test.each([
    ['brackets', '{'.repeat(20_000)],
    ['tags', '<a '.repeat(20_000)],
    ['backticks', '` '.repeat(20_000)],
    ['quotes', '<a b="'.repeat(20_000)],
  ])('many %s are read', async (_, text) => {
    expect((await page(`${text}\n\n[y](b.md)\n`)).headings).toEqual([]);
  });
});

describe('ids that a page may get from elsewhere', () => {
  test.each([
    ['a part', "import Part from './_part.mdx';\n\n<Part />\n", 'broken'],
    ['a part by the alias', "import Part from '@site/docs/_part.mdx';\n\n<Part />\n", 'broken'],
    ['a part that is not there', "import Part from './_gone.mdx';\n\n<Part />\n", 'unknown'],
    ['components of the theme', "import Tabs from '@theme/Tabs';\n\n<Tabs>\n\nx\n\n</Tabs>\n", 'broken'],
    ['another component', '<Team />\n', 'unknown'],
    ['code', '<h2 id={x}>y</h2>\n', 'unknown'],
  ])('%s', async (_, text, expected) => {
    const files = { ...config(), 'docs/c.mdx': `## Own\n\n${text}`, 'docs/_part.mdx': '## Of the part\n' };
    expect(await outcome('[x](c.mdx#gone)', files)).toBe(expected);
    expect(await outcome('[x](c.mdx#own)', files)).toBe('found');
  });

  test('a part that is there has its own', async () => {
    const files = { 'docs/c.mdx': "import P from './_part.mdx';\n\n<P />\n", 'docs/_part.mdx': '## Of the part\n' };
    expect(await outcome('[x](c.mdx#of-the-part)', { ...config(), ...files })).toBe('found');
  });
});

describe('a mend', () => {
  test.each([
    ['[x](crew/rules.md#wach)', '[x](crew/rules.md#watch)'],
    ['[x](crew/Rules.md)', '[x](crew/rules.md)'],
    ['[x](/docs/crew/Rules)', '[x](crew/rules.md)'],
    ['<a href="/docs/crew/rules">x</a>', '<a href="/ship/docs/crew/rules">x</a>'],
    ['![x](img/Chart.png)', '![x](./img/chart.png)'],
    ['[x](/Charts.pdf)', '[x](/charts.pdf)'],
  ])('of %s is %s', async (before, after) => {
    const files = { 'docs/crew/rules.md': '## Watch\n', 'docs/img/chart.png': '', 'static/charts.pdf': '' };
    const own = { 'docusaurus.config.js': "module.exports = { baseUrl: '/ship/', presets: ['classic'] };\n" };
    const handbook = await memoryHandbook({ 'docs/index.md': `${before}\n`, ...files, ...own });
    const { start, end, suggestions } = lint(handbook, { rules }).findings[0]!;
    expect(before.slice(0, start.offset) + suggestions[0]?.text + before.slice(end.offset)).toBe(after);
  });
});

test('a site in a folder of its own is found by its name, whatever else lies at the top', async () => {
  const files = {
    'website/docusaurus.config.js': "module.exports = { presets: [['classic', { docs: { path: '../docs' } }]] };\n",
  };
  const more = {
    'docs/index.md': '[x](b.md)\n',
    'docs/b.md': '',
    '.gitbook.yaml': '',
    'handbook.yaml': 'site: docusaurus\n',
  };
  const handbook = await memoryHandbook({ ...files, ...more });
  expect(judgeLinks(handbook.page('docs/index.md')!, handbook)[0]!.resolution).toMatchObject({ address: '/docs/b/' });
});

test('redirects are judged by what the site serves', async () => {
  const lines = '/a /docs/b\n/c /blog/rss.xml\n/d /docs/gone\n';
  const handbook = await memoryHandbook({ ...config(), 'docs/b.md': '', 'static/_redirects': lines });
  const found = lint(handbook, { rules }).findings.filter(({ rule }) => rule === 'handbook-redirect');
  expect(found.map(({ start }) => start.line)).toEqual([3]);
});
