import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/loading/load.ts';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { describeHugo } from '../../../src/sites/hugo/describe.ts';
import { describeTakenFor } from '../../../src/sites/taken-for.ts';

async function said(toml: string): Promise<readonly string[]> {
  const tree = memoryTree({ 'hugo.toml': toml, 'content/a.md': '' });
  const config = await loadConfig(tree, null);
  const { hugo } = config;
  expect(describeHugo(hugo)).toEqual(expect.arrayContaining([...hugo.contradictions]));
  expect(describeTakenFor(config)).toBe(
    ['Taken for a Hugo site, by hugo.toml', ...hugo.contradictions, ''].join('. ').trim(),
  );
  return hugo.contradictions;
}

test.each([
  [
    '0.122.0',
    ' It is built by Hugo 0.122.0 (pinned in .hvm line 1). What is known here begins with 0.123.0, so that some findings may be wrong.',
  ],
  ['0.123.0', ''],
])('a site that Hugo %s builds', async (version, limits) => {
  const config = await loadConfig(memoryTree({ 'hugo.toml': '', '.hvm': `v${version}\n`, 'content/a.md': '' }), null);
  expect(describeTakenFor(config)).toBe(`Taken for a Hugo site, by hugo.toml.${limits}`);
});

test.each([
  [
    "[markup.goldmark.renderHooks.link]\nenableDefault = true\nuseEmbedded = 'never'\n",
    'renderHooks.link.enableDefault is true and useEmbedded is never: enableDefault counts',
  ],
  [
    "[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'\nautoIDType = 'github'\n",
    'autoHeadingIDType is blackfriday and autoIDType is github: autoHeadingIDType counts',
  ],
  ['relativeURLs = true\ncanonifyURLs = true\n', 'relativeURLs and canonifyURLs are both true: relativeURLs counts'],
  [
    "defaultContentLanguage = 'fr'\n[languages.en]\nweight = 1\n",
    'defaultContentLanguage is fr, which languages does not name: Hugo builds no such site',
  ],
])('two settings that contradict each other are told once: %s', async (toml, sentence) => {
  expect(await said(toml)).toEqual([sentence]);
});

test.each([
  '',
  '[markup.goldmark.renderHooks.link]\nenableDefault = true\n',
  "[markup.goldmark.renderHooks.link]\nenableDefault = true\nuseEmbedded = 'auto'\n",
  "[markup.goldmark.renderHooks.link]\nuseEmbedded = 'never'\n",
  "[markup.goldmark.parser]\nautoHeadingIDType = 'github'\n",
  'relativeURLs = true\n',
  "[markup.goldmark.renderHooks.link]\nenableDefault = true\nuseEmbedded = 'always'\n",
  "defaultContentLanguage = 'ja'\n",
  "defaultContentLanguage = 'EN'\n[languages.en]\nweight = 1\n",
])('settings that agree are not told: %s', async (toml) => {
  expect(await said(toml)).toEqual([]);
});
