import fc from 'fast-check';
import { stringify as toToml } from 'smol-toml';
import { stringify as toYaml } from 'yaml';
import { mutation } from './hostile-pages.ts';
import type { Files } from './promises.ts';

/** Keys of configuration files, some of them in a place of another one's. */
const KEYS = [
  ...'site content static assets layouts includes redirects hugo generator hosts unknown ignore shortcodes pageTypes frameworks rules'.split(
    ' ',
  ),
  ...'folders root shortcodes anchors generating silent version name pages departments levels shared sections required match'.split(
    ' ',
  ),
  ...'baseURL title theme permalinks uglyURLs disablePathToLower languages defaultContentLanguage contentDir module mounts source target'.split(
    ' ',
  ),
  ...'markup goldmark parser autoHeadingIDType taxonomies cascade build outputs disableKinds ignoreFiles min lang page section'.split(
    ' ',
  ),
  ...'docs_dir use_directory_urls site_url nav plugins markdown_extensions toc slugify theme permalink exclude_docs redirect_maps'.split(
    ' ',
  ),
  ...'collections defaults scope values path type baseurl url exclude include kramdown auto_ids relative_links destination'.split(
    ' ',
  ),
  ...'presets plugins routeBasePath trailingSlash baseUrl onBrokenLinks srcDir srcExclude rewrites cleanUrls base locales markdown'.split(
    ' ',
  ),
  ...'handbook-link-page link-page __proto__ constructor toString 0 <<'.split(' '),
];

const TEXTS = [
  ...[
    '',
    '.',
    '..',
    '../..',
    '/',
    '//',
    '/etc/passwd',
    'content',
    'content/',
    './content',
    'docs',
    'static',
    'C:\\x',
    'a\\b',
    '\0',
  ],
  ...[
    '**',
    '*',
    '!**',
    '**/*.md',
    '{a,b}',
    '[!a]',
    '[',
    '{',
    '{a,{b,c}}',
    'content/**',
    '(a+)+$',
    '^(.*)*$',
    '.*\\.md$',
    '+(a|b)',
  ],
  ...[
    ':slug',
    '/:year/:month/:title/',
    ':sections[1:]',
    ':filename/:unknown',
    '{department}',
    '{level}',
    '{x}',
    '/x/{department}/{level}.md',
  ],
  ...[
    'hugo',
    'plain',
    'unknown',
    'mkdocs',
    'jekyll',
    'docusaurus',
    'vitepress',
    'starlight',
    'github',
    'classic',
    'search',
    'toc',
    'include-markdown',
  ],
  ...[
    'error',
    'warn',
    'off',
    'true',
    'no',
    '0.131',
    '0.169.0',
    'v9',
    '1e999',
    'https://handbook.example.com/docs/',
    'https://',
    'http:///x',
  ],
  ...[
    'handbook.example.com',
    'é',
    '日本',
    '\u202e',
    '\ud83c',
    '\x1b[31m',
    '#',
    '?',
    '%2e%2e/',
    '%',
    'x'.repeat(3000),
    '/'.repeat(500),
    '{'.repeat(60),
  ],
];

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(true, false, null, 0, -1, 1, 1.5, 2 ** 31, new Date(0)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }) },
  ),
})).value;

const table = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6, noNullPrototype: true });

/** Settings as people write them, to be changed at random places. */
const SETTINGS: Files = {
  'handbook.yaml':
    'site: hugo\nhosts: [handbook.example.com]\nignore: ["content/x/**"]\nincludes:\n  shortcodes: [include]\npageTypes:\n  - name: role\n    match: content/roles/**\n    sections:\n      - name: Reports to\nrules:\n  link-page: [warn, {}]\n',
  'hugo.toml':
    'baseURL = "https://handbook.example.com/docs/"\nuglyURLs = false\n[permalinks]\nhandbook = "/h/:slug/"\n[[module.mounts]]\nsource = "content"\ntarget = "content"\n[languages.en]\nweight = 1\n[languages.de]\ncontentDir = "content/de"\n[[cascade]]\n[cascade.build]\nrender = "never"\n[cascade._target]\npath = "/handbook/**"\n',
  'config/_default/params.yaml': 'a: &a [1, 2]\nb: *a\n',
  'config/_default/permalinks.toml': '[page]\nhandbook = "/:sections[1:]/:title/"\n',
  'mkdocs.yml':
    'site_name: x\nsite_url: https://handbook.example.com/docs/\ndocs_dir: content\nuse_directory_urls: true\nnav:\n  - Home: index.md\nplugins:\n  - search\n  - redirects:\n      redirect_maps:\n        old.md: handbook/values.md\nmarkdown_extensions:\n  - toc:\n      permalink: true\n  - pymdownx.snippets:\n      base_path: [assets]\n',
  '_config.yml':
    'baseurl: /docs\npermalink: /:categories/:title/\ncollections:\n  handbook:\n    output: true\n    permalink: /h/:path/\ndefaults:\n  - scope: {path: "", type: pages}\n    values: {permalink: /p/:basename/}\nexclude: [node_modules, "*.tmp"]\nkramdown: {auto_ids: true}\n',
  'docusaurus.config.js':
    "const path = require('path');\nconst base = '/docs/';\nmodule.exports = {\n  url: 'https://handbook.example.com', baseUrl: base, trailingSlash: true,\n  presets: [['classic', {docs: {path: 'content', routeBasePath: base + 'x', exclude: ['**/_*']}}]],\n  plugins: [['@docusaurus/plugin-client-redirects', {redirects: [{from: '/old', to: '/handbook/values'}]}]],\n};\n",
  '.vitepress/config.mts':
    "import { defineConfig } from 'vitepress';\nexport default defineConfig({\n  base: '/docs/', srcDir: 'content', cleanUrls: true, srcExclude: ['**/x.md'],\n  rewrites: { 'handbook/:page.md': ':page.md' },\n  markdown: { anchor: { level: [2, 3] } },\n});\n",
  'astro.config.mjs':
    "import starlight from '@astrojs/starlight';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({\n  base: '/docs/', srcDir: 'app', build: { format: 'file' }, redirects: { '/old': '/handbook/values/' },\n  integrations: [starlight({ title: 'x', locales: { root: { label: 'English' }, de: { label: 'Deutsch' } } })],\n});\n",
  Gemfile: "gem 'jekyll', '4.4.1'\ngem 'jekyll-redirect-from'\n",
  'requirements.txt': 'mkdocs==1.6.1\n',
  'package.json': '{"dependencies": {"@docusaurus/core": "3.8.0", "vitepress": "1.6.3"}}\n',
  'layouts/_markup/render-link.html': '{{ with .Page.GetPage .Destination }}{{ .RelPermalink }}{{ end }}',
  'layouts/shortcodes/include.html': '{{ readFile (.Get 0) | markdownify }}',
};

const PAGES: Files = {
  'content/_index.md':
    '# Home\n\n[values](/handbook/values/) [file](handbook/values.md) [off](/handbook/valeus/) ![x](/x.png)\n',
  'content/index.md': '# Home\n\n[values](handbook/values.md#values)\n',
  'content/handbook/_index.md': '---\ntitle: Handbook\n---\n\n{{% include "includes/a.md" %}}\n',
  'content/handbook/values.md':
    '---\ntitle: Values\naliases: [/old/]\n---\n\n## Values\n\n[a](/old/) [b](../) [c](#value) [d](/docs/handbook/values)\n',
  'content/roles/a.md': '# A role\n\n## Reports\n\nTo somebody.\n',
  'content/de/handbook/values.md': '# Werte\n\n[a](/de/handbook/values/)\n',
  'assets/includes/a.md': '## Shared\n',
  'static/x.png': '',
};

const written = (path: string, data: Readonly<Record<string, unknown>>): string => {
  try {
    if (path.endsWith('.toml')) return toToml(data);
    const json = JSON.stringify(data, null, 1);
    if (/\.[cm]?[jt]s$/.test(path)) return `export default ${json};\n`;
    return path.endsWith('.json') ? json : toYaml(data);
  } catch {
    // TOML has no null, and not every date.
    return JSON.stringify(data);
  }
};

const settings = fc.constantFrom(...Object.keys(SETTINGS)).chain((path) =>
  fc
    .oneof(
      {
        weight: 3,
        arbitrary: fc
          .array(mutation, { minLength: 1, maxLength: 4 })
          .map((all) => all.reduce((text, change) => change(text), SETTINGS[path]!)),
      },
      { weight: 3, arbitrary: table.map((data) => written(path, data)) },
      {
        weight: 2,
        arbitrary: table.map((data) => `${SETTINGS[path]}${path.endsWith('.json') ? '' : '\n'}${written(path, data)}`),
      },
      { weight: 1, arbitrary: fc.constant(SETTINGS[path]!) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    )
    .map((text) => [path, text] as const),
);

/** A small handbook beside configurations, of one generator or of several, that nobody would write. */
export const hostilelyConfigured: fc.Arbitrary<Files> = fc
  .array(settings, { minLength: 1, maxLength: 4 })
  .map((all) => ({ ...PAGES, ...Object.fromEntries(all) }));
