import { expect, test } from 'vitest';
import { siteOf } from '../../src/sites/index.ts';
import { fixedSites, generators, siteNames } from '../../src/sites/registry.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('every kind of site has one name, by which handbook.yaml can ask for it', async () => {
  expect(new Set(siteNames).size).toBe(siteNames.length);
  for (const name of fixedSites.keys()) {
    const { config } = await memoryHandbook({ 'a.md': '', 'handbook.yaml': `site: ${name}\n` });
    expect(siteOf(config)).toBe(fixedSites.get(name));
  }
  expect(generators.length).toBeGreaterThan(0);
});

test('a generator that handbook.yaml names and whose configuration is missing is of unknown kind', async () => {
  const { config } = await memoryHandbook({ 'a.md': '', 'handbook.yaml': 'site: mkdocs\n' });
  expect(siteOf(config).kind).toBe('unknown');
});
