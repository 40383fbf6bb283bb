/** YAML names keys as it likes, after methods of objects as well: a value that cannot be turned into words ends no run. */
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const VALUE = '{toString: 1, valueOf: 1, constructor: 1}';
const KEYS = [
  ...['build', 'cascade', 'title', 'slug', 'url', 'date', 'draft', 'aliases', 'outputs', 'type', 'tags', 'headless'],
  ...['permalink', 'redirect_from', 'redirect_to', 'layout', 'published', 'categories', 'collection', 'id', 'level'],
];
const FRONTS = [
  ...KEYS.flatMap((key) => [`${key}: ${VALUE}`, `${key}: [${VALUE}]`]),
  ...['render', 'publishResources', 'list'].map((key) => `build: {${key}: ${VALUE}}`),
];

test.each([
  ['hugo.toml', "baseURL = 'https://crew.example/'\n", 'content/'],
  ['_config.yml', 'plugins: [jekyll-redirect-from]\n', ''],
  ['docusaurus.config.js', 'export default {};\n', 'docs/'],
  ['.vitepress/config.mts', 'export default {};\n', ''],
  ['mkdocs.yml', 'site_name: Crew\n', 'docs/'],
])('a site with %s', async (name, config, folder) => {
  for (const front of FRONTS) {
    const page = `---\n${front}\n---\n\n# Deck\n\n[x](gone.md)\n`;
    const handbook = await memoryHandbook({ [name]: config, [`${folder}deck.md`]: page, [`${folder}_index.md`]: '' });
    expect(() => lint(handbook, { rules }), front).not.toThrow();
  }
});
