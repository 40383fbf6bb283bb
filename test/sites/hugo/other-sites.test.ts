import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const languages = '[languages.en]\n[languages.fr]\n[languages.de]\n[languages.de-at]\n';
const mount = (source: string, sites: string) =>
  `[[module.mounts]]\nsource = 'content/${source}'\ntarget = 'content'\n[module.mounts.sites]\n${sites}\n`;
const french = mount('fr', "matrix = {languages = ['fr']}");

/** What links come to, on a page of French where another one has the same path in English. */
async function outcomes(config: string, links: string): Promise<string> {
  const handbook = await memoryHandbook({
    'hugo.toml': languages + config,
    'content/en/_index.md': '---\ntitle: A\n---\n',
    'content/en/crew/watch.md': '---\ntitle: A\n---\n## Deck\n',
    'content/fr/_index.md': `---\ntitle: A\n---\n${links}\n`,
  });
  return judgeLinks(handbook.page('content/fr/_index.md')!, handbook)
    .map(({ resolution }) => resolution.outcome)
    .join(' ');
}

// By Hugo 0.167 and 0.169.
test.each([
  ["matrix = {languages = ['en', 'fr']}", 'unknown unknown found broken'],
  ["matrix = {languages = ['{en,fr}']}", 'unknown unknown found broken'],
  ["matrix = {languages = ['**']}", 'unknown unknown found broken'],
  ["matrix = {languages = ['en']}\ncomplements = {languages = ['fr']}", 'unknown unknown found broken'],
  ["matrix = {languages = ['en']}", 'broken broken found broken'],
])('pages of a mount with %s stand in other languages as well', async (sites, wanted) => {
  const links = '[x](/fr/crew/watch/) [x](crew/watch.md) [x](/crew/watch/#deck) [x](/crew/gone/)';
  expect(await outcomes(french + mount('en', sites), links)).toBe(wanted);
});

test.each([
  ['[versions."v1.0.0"]\n[versions."v2.0.0"]\n', 'unknown broken found'],
  ['[roles.guest]\n[roles."v1.0.0"]\n', 'unknown broken found'],
  ['', 'broken broken found'],
])('pages of versions and roles with %j', async (config, wanted) => {
  const links = '[x](/v1.0.0/fr/crew/) [x](/v3.0.0/fr/crew/) [x](/crew/watch/)';
  expect(await outcomes(config + french + mount('en', "matrix = {languages = ['en']}"), links)).toBe(wanted);
});

test('where all pages stand below a version, no address is known to be missing', async () => {
  const handbook = await memoryHandbook({
    'hugo.toml': 'defaultContentVersionInSubdir = true\n',
    'content/_index.md': '[x](/v1.0.0/crew/)\n',
  });
  expect(judgeLinks(handbook.page('content/_index.md')!, handbook)[0]?.resolution.outcome).toBe('unknown');
});
