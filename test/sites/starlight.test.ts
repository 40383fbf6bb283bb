import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../src/files/file-tree.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { routeOf } from '../../src/sites/starlight/addresses.ts';
import { readStarlight, type StarlightSettings } from '../../src/sites/starlight/config.ts';
import { describeTakenFor } from '../../src/sites/taken-for.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Readonly<Record<string, string>>;

/** A configuration with these keys, options of Starlight and integrations besides. */
function config(keys = '', options = '', others = ''): string {
  return `import starlight from '@astrojs/starlight';
import sitemap from '@astrojs/sitemap';
import blog from 'starlight-blog';
import actions from 'starlight-page-actions';
import zoom from 'starlight-image-zoom';
import pages from 'astro-pages';
import links from 'remark-links';
import math from 'remark-math';
import slug from 'rehype-slug';
import external from 'rehype-external-links';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
export default defineConfig({ ${keys} integrations: [${others} starlight({ title: 'Crew', ${options} })] });
`;
}

function read(script: string, files: Files = {}): StarlightSettings {
  return readStarlight('astro.config.mjs', memoryTree({ 'astro.config.mjs': script, ...files }), {});
}

describe('settings', () => {
  test.each<[script: string, settings: Partial<StarlightSettings>]>([
    [
      config(),
      {
        content: ['src/content/docs'],
        static: ['public', 'src/assets'],
        base: '/',
        host: null,
        unsurePages: null,
        unsureIds: null,
        unsureAddresses: null,
        unread: [],
        isBaseKnown: true,
        areFiles: false,
        mayLackSlash: false,
        hasDashes: true,
        languages: { main: '', others: [] },
      },
    ],
    [config("base: 'ship', site: 'https://Crew.example.org',"), { base: '/ship/', host: 'crew.example.org' }],
    [config('base: f(),'), { isBaseKnown: false }],
    [
      config("srcDir: './app', publicDir: 'files',"),
      { content: ['app/content/docs'], static: ['files', 'app/assets'] },
    ],
    [config('srcDir: f(),'), { unsureAddresses: 'srcDir is not known' }],
    [config("build: { format: 'file' }, trailingSlash: 'never',"), { areFiles: true, mayLackSlash: false }],
    [config("trailingSlash: 'never',"), { areFiles: false, mayLackSlash: true }],
    [config('build: { format: f() },'), { unsureAddresses: 'build.format is not known' }],
    [config('markdown: { smartypants: false },'), { hasDashes: false, unsureIds: null }],
    [config('markdown: { remarkPlugins: [math], shikiConfig: {} },'), { unsureIds: null, unsureAddresses: null }],
    [
      config('markdown: { remarkPlugins: [links] },'),
      {
        unsureIds: 'remarkPlugins of the configuration may change them',
        unsureAddresses: 'remarkPlugins of the configuration may change links',
      },
    ],
    [
      config('markdown: { processor: f() },'),
      { unsureAddresses: 'markdown.processor of the configuration may change links' },
    ],
    [
      config('markdown: { processor: unified({ rehypePlugins: [math] }), gfm: true },'),
      { unsureIds: 'markdown.processor of the configuration may change them', unsureAddresses: null },
    ],
    [
      config('markdown: { processor: unified({ remarkPlugins: [links] }) },'),
      { unsureAddresses: 'remarkPlugins of the configuration may change links' },
    ],
    [
      config('markdown: { processor: unified(f()) },'),
      { unsureAddresses: 'remarkPlugins of the configuration may change links' },
    ],
    [
      config('markdown: { rehypePlugins: [slug, [external, { rel: [] }]] },'),
      { unsureIds: 'rehypePlugins of the configuration may change them', unsureAddresses: null },
    ],
    [
      config('markdown: { gfm: true, other: 1 },'),
      { unsureAddresses: 'markdown.other of the configuration may change links' },
    ],
    [config('markdown: f(),'), { unsureIds: 'markdown of the configuration is computed' }],
    [config('', '', 'sitemap(),'), { unsurePages: null, unsureIds: null }],
    [config('', 'plugins: [zoom()]'), { unsurePages: null }],
    [config('', 'plugins: [blog()]'), { unsurePages: 'starlight-blog in plugins may make some' }],
    // starlight-page-actions 0.5.0 publishes each page as Markdown as well.
    [config('', 'plugins: [actions()]'), { unsurePages: 'starlight-page-actions in plugins may make some' }],
    [config('', 'plugins: isLocal ? [] : [zoom()]'), { unsurePages: null, unsureIds: null }],
    [
      config('', 'plugins: isLocal ? [zoom(), blog()] : []'),
      { unsurePages: 'starlight-blog in plugins may make some' },
    ],
    [config('', 'plugins: isLocal ? [] : f()'), { unsurePages: 'a computed list of plugins may make some' }],
    [config('', '', 'isLocal && sitemap(),'), { unsurePages: null }],
    [config('', 'plugins: f()'), { unsurePages: 'a computed list of plugins may make some' }],
    [config('', '', 'pages({ a: 1 }),'), { unsurePages: 'astro-pages in integrations may make some' }],
    [config('', '', '{ name: "own" },'), { unsurePages: 'code in integrations of the configuration may make some' }],
    [config('', '', '...more,'), { unsurePages: 'a computed list of integrations may make some' }],
    [config('', 'locales: { root: {}, de: {} }'), { languages: { main: '', others: ['de'] } }],
    [config('', "defaultLocale: 'en', locales: { en: {}, de: {} }"), { languages: { main: 'en', others: ['de'] } }],
    [config('', 'locales: f()'), { unsurePages: 'locales are computed' }],
    [config('redirects: f(),'), { unsurePages: 'redirects are computed' }],
  ])('of configuration %#', (script, settings) => {
    expect(read(script)).toMatchObject(settings);
  });

  test.each([
    ['docs: defineCollection({ loader: docsLoader(), schema: docsSchema() })', null],
    ['docs: defineCollection({ schema: docsSchema() })', null],
    [
      'docs: defineCollection({ loader: docsLoader({ generateId: f }) })',
      'src/content.config.ts may put pages elsewhere',
    ],
    ["docs: defineCollection({ loader: glob({ base: 'docs' }) })", 'src/content.config.ts may put pages elsewhere'],
  ])('a collection with %s', (text, wanted) => {
    expect(read(config(), { 'src/content.config.ts': text }).unsureAddresses).toBe(wanted);
  });

  test('pages that only some versions of Astro know may be some', () => {
    const { unsurePages } = read(config(), { 'src/content/docs/a.markdown': '' });
    expect(unsurePages).toBe('src/content/docs/a.markdown may be one');
  });
});

test('astro.config is one of Starlight where it names that', async () => {
  const line = async (files: Files) => describeTakenFor((await memoryHandbook(files)).config);
  expect(await line({ 'astro.config.mjs': config() })).toBe('Taken for a Starlight site, by astro.config.mjs.');
  expect(await line({ 'astro.config.mjs': 'export default {};' })).toContain('Taken for an Astro site');
});

test.each([
  ['Deck plan/v1.2.md', undefined, 'deck-plan/v12'],
  ['index.md', undefined, ''],
  ['crew/index.mdx', undefined, 'crew'],
  ['crew/README.md', undefined, 'crew/readme'],
  ['_parts/Über uns.md', undefined, '_parts/über-uns'],
  ['crew/a.md', 'Own/Place', 'Own/Place'],
  ['crew/a.md', 'index', ''],
])('%s with the slug %s is %s', (below, slug, wanted) => {
  expect(routeOf(below, slug === undefined ? {} : { values: { slug } })).toBe(wanted);
});

const page = (text: string, more = '') => `---\ntitle: A\n${more}---\n\n${text}\n`;

/** What links on a page come to. */
async function outcomes(links: string, files: Files = {}, script = config()): Promise<string> {
  const path = 'src/content/docs/crew/a.md';
  const handbook = await memoryHandbook({ 'astro.config.mjs': script, [path]: page(links), ...files });
  return judgeLinks(handbook.page(path)!, handbook)
    .map(({ resolution }) => resolution.outcome)
    .join(' ');
}

const day = { 'src/content/docs/crew/day.md': page('## Sun -- moon\n\n## Tide[^1]\n\n[^1]: Low.') };

// By Starlight 0.42.4 with Astro 7.3.5.
test.each([
  [config(), '[x](../day/) [x](../day) [x](day/) [x](/crew/day.html)', 'found found broken broken'],
  [config("build: { format: 'file' },"), '[x](day) [x](day.html) [x](../day/)', 'found found broken'],
  [config("trailingSlash: 'never',"), '[x](../day) [x](day) [x](/crew/day)', 'unknown unknown found'],
  [config("base: '/ship',"), '[x](/ship/crew/day/) [x](/crew/day/)', 'found broken'],
  [config('base: f(),'), '[x](/ship/crew/day/) [x](../day/) [x](../gone/)', 'unknown found broken'],
  [config("redirects: { '/old': '/crew/day' },"), '[x](/old/) [x](/older/)', 'found broken'],
  [config("redirects: { '/old/[...x]': '/crew/day' },"), '[x](/old/x/) [x](/older/)', 'unknown broken'],
  [
    config('', 'locales: { root: {}, de: {} }'),
    '[x](/de/crew/day/) [x](/de/crew/gone/) [x](/fr/)',
    'found broken broken',
  ],
  [config('', 'locales: f()'), '[x](/de/crew/day/) [x](../day/)', 'unknown found'],
  [config('', '', 'pages(),'), '[x](/gone/) [x](../day/#gone) [x](../day/)', 'unknown unknown found'],
])('by configuration %#', async (script, links, wanted) => {
  expect(await outcomes(links, day, script)).toBe(wanted);
});

test.each([
  ['directory', 'found found found broken'],
  ['file', 'found broken found found'],
  ['preserve', 'found found found found'],
])('pages of the site’s own with the format %s', async (format, wanted) => {
  const files = { 'src/pages/tool.astro': '', 'src/pages/deck/index.astro': '' };
  expect(
    await outcomes(
      '[x](/tool) [x](/deck/) [x](/deck) [x](/tool.html)',
      files,
      config(`build: { format: '${format}' },`),
    ),
  ).toBe(wanted);
});

test.each([
  ['../day/#sun--moon', 'found'],
  ['../day/#sun----moon', 'broken'],
  // Which number a footnote has is part of such an id.
  ['../day/#tide', 'unknown'],
  ['../day/#tide1', 'unknown'],
])('%s is %s', async (href, wanted) => {
  const files = href.includes('tide') ? day : { 'src/content/docs/crew/day.md': page('## Sun -- moon') };
  expect(await outcomes(`[x](${href})`, files)).toBe(wanted);
});

const tabs = `import { Tabs, TabItem } from '@astrojs/starlight/components';

<Tabs syncKey="ship">
  <TabItem label="Sea">
    <Tabs><TabItem label="Low">a</TabItem></Tabs>
  </TabItem>
  <TabItem label="Land">b</TabItem>
</Tabs>

<Tabs>
  <TabItem label="Air">c</TabItem>
</Tabs>
`;

test.each([
  ["import C from './c.astro';\n\n## Deck\n\n<C />", '#hold', 'unknown'],
  ["import { Card } from '@astrojs/starlight/components';\n\n<Card>\n## Deck\n</Card>", '#deck', 'found'],
  ["import { Card } from '@astrojs/starlight/components';\n\n<Card>\n## Deck\n</Card>", '#hold', 'broken'],
  ['<div>\n## Deck\n</div>', '#deck', 'unknown'],
  // By Starlight 0.42.4 with Astro 7.3.5: of one in another, the inner one comes first.
  [tabs, '#tab-panel-1-1', 'found'],
  [tabs, '#tab-2-0', 'found'],
  [tabs, '#tab-panel-0-1', 'broken'],
  [tabs, '#tab-panel-3-0', 'broken'],
  ['## Deck', '#hold', 'broken'],
])('of a page of MDX with %j, %s is %s', async (text, fragment, wanted) => {
  expect(await outcomes(`[x](../b/${fragment})`, { 'src/content/docs/crew/b.mdx': page(text) })).toBe(wanted);
});

const shown = "import { CardGrid, LinkCard, LinkButton } from '@astrojs/starlight/components';\n\n";

// By Starlight 0.42.4 with Astro 7.3.5.
test.each([
  [`${shown}<LinkCard title="Day" href="../day/" />`, 'found'],
  [`${shown}<LinkCard\n\ttitle="Day"\n\thref="/gone/"\n/>\n## Deck\n[x](#deck)`, 'broken found'],
  [
    `${shown}<CardGrid>\n\t<LinkCard title="a" href="/a/" />\n\t<LinkCard\n\t\thref="/b/"\n\t/>\n</CardGrid>`,
    'broken broken',
  ],
  [`${shown}<LinkButton href="/gone/">\n  Day\n</LinkButton>\n## Deck\n[x](#deck)`, 'broken found'],
  [`${shown}Go <LinkButton href="/gone/" icon="x">on</LinkButton> or [x](/gone/)`, 'broken broken'],
  [`${shown}<LinkCard href={there} />`, 'unknown'],
  ["import LinkCard from './own.astro';\n\n<LinkCard href='/gone/' />", ''],
  [`${shown}\`\`\`mdx\n<LinkCard href="/gone/" />\n\`\`\``, ''],
])('links of components in %j are %s', async (text, wanted) => {
  const path = 'src/content/docs/crew/b.mdx';
  const handbook = await memoryHandbook({ 'astro.config.mjs': config(), [path]: page(text), ...day });
  const found = judgeLinks(handbook.page(path)!, handbook);
  expect(found.map(({ resolution }) => resolution.outcome).join(' ')).toBe(wanted);
  for (const { link } of found.filter(({ link }) => link.kind === 'html'))
    expect(page(text).slice(...link.target)).toBe(link.href.includes('\uFFFC') ? 'there' : link.href);
});

test('files and pages of the site’s own', async () => {
  const files = {
    'src/pages/tool.astro': '',
    'src/pages/_part.astro': '',
    'src/pages/tag/[name].astro': '',
    'src/pages/sheet.json.ts': '',
    'src/pages/crew/index.html': '',
    'src/assets/plan.png': '',
    'src/content/docs/plan.png': '',
    'public/plan.png': '',
    'src/content/docs/crew/draft.md': page('', 'draft: true\n'),
    'src/content/docs/404.md': page('## Lost'),
  };
  expect(await outcomes('[x](/tool/) [x](/_part/) [x](/tag/a/) [x](/sheet.json) [x](/crew/)', files)).toBe(
    'found broken unknown found found',
  );
  expect(
    await outcomes('![x](../plan.png) ![x](plan.png) ![x](../../../assets/plan.png) ![x](@/plan.png)', files),
  ).toBe('found broken found unknown');
  expect(await outcomes('![x](../../../../other/plan.png) ![x](/plan.png) ![x](/docs/plan.png)', files)).toBe(
    'unknown found broken',
  );
  expect(await outcomes('<img src="../../plan.png"> [x](../draft/) [x](/_astro/x.js) [x](/404.html#lost)', files)).toBe(
    'found broken unknown found',
  );
  // Plugins make them.
  expect(await outcomes('[x](/robots.txt) [x](/llms-full.txt) [x](/else.txt)', files)).toBe('unknown unknown broken');
});

test.each([
  ['own/place', 'found'],
  ['/own/place', 'broken'],
  ['own/place/', 'broken'],
])('a page with the slug %s is %s', async (slug, wanted) => {
  const files = { 'src/content/docs/b.md': page('', `slug: ${slug}\n`) };
  expect(await outcomes('[x](/own/place/)', files)).toBe(wanted);
});

test('what git leaves out may be made before the build', async () => {
  expect(await outcomes('[x](/api/a/) [x](/apis/)', { '.gitignore': 'src/content/docs/api\n' })).toBe('unknown broken');
});

// Built by Starlight 0.42.4 with Astro 7.3.5: nothing gets the base.
test.each([
  ['/docs/crew/day/', 'found'],
  ['./crew/day/', 'found'],
  ['/crew/day/', 'broken'],
  ['crew/gone/', 'broken'],
])('an action of a splash page leads to %s: %s', async (link, wanted) => {
  const text = `---\ntitle: A\ntemplate: splash\nhero:\n  actions:\n    - text: Go\n      link: ${link}\n---\n`;
  const files = { 'src/content/docs/index.md': text, ...day, 'astro.config.mjs': config("base: '/docs',") };
  const handbook = await memoryHandbook(files);
  const [judged] = judgeLinks(handbook.page('src/content/docs/index.md')!, handbook);
  expect(judged?.resolution.outcome).toBe(wanted);
});
