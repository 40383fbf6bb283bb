import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/loading/load.ts';
import type { ConfigMemory } from '../../src/config/loading/memory.ts';
import { memoryTree } from '../../src/files/file-tree.ts';
import { describeTakenFor } from '../../src/sites/taken-for.ts';

/** A memory that counts what it was told. */
function countingMemory(): ConfigMemory & { readonly told: () => number } {
  const said = new Map<string, string>();
  let told = 0;
  return {
    told: () => told,
    recall: <T>(text: string) => (said.has(text) ? (JSON.parse(said.get(text)!) as T) : null),
    remember: (text, value) => {
      told += 1;
      said.set(text, JSON.stringify(value));
    },
  };
}

test('a generator’s configuration is read again when a file that it was read from changed, and only then', async () => {
  const memory = countingMemory();
  const read = (files: Readonly<Record<string, string>>) => loadConfig(memoryTree(files), null, memory);
  const site = { 'mkdocs.yml': 'docs_dir: pages\n', 'pages/a.md': '' };
  const first = await read(site);
  expect(first.configFiles).toEqual(['mkdocs.yml', '.gitignore', 'pages/.gitignore']);
  expect(await read({ ...site, 'pages/b.md': '' })).toEqual(first);
  expect(memory.told()).toBe(1);
  expect((await read({ ...site, 'mkdocs.yml': 'docs_dir: docs\n' })).content).toEqual(['docs']);
  expect(memory.told()).toBe(2);
});

test('what is made of files that are not there is made again when they come', async () => {
  const memory = countingMemory();
  const read = (files: Readonly<Record<string, string>>) => loadConfig(memoryTree(files), null, memory);
  const site = { '_config.yml': '', 'a.md': '' };
  const before = await read(site);
  const after = await read({ ...site, Gemfile: 'gem "github-pages"\n' });
  expect([before.generator, after.generator]).toMatchObject([{ readmeIndex: false }, { readmeIndex: true }]);
});

test.each([
  ['mkdocs.yml', 'site_name: x\nplugins: [search\n', 'an MkDocs site, by mkdocs.yml line 3, which cannot be read.'],
  ['mkdocs.yml', '- x\n', 'an MkDocs site, by mkdocs.yml line 1, which cannot be read.'],
  ['_config.yml', 'a: 1\nb: "\n', 'a Jekyll site, by _config.yml line 3, which cannot be read.'],
])('a %s that cannot be read leaves a site of which little is certain', async (path, text, expected) => {
  const config = await loadConfig(memoryTree({ [path]: text, 'a.md': '' }), null);
  expect(config.site).toBe('unknown');
  expect(describeTakenFor(config)).toContain(`Taken for ${expected}`);
});
