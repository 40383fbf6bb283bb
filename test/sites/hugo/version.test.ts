import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/loading/load.ts';
import { memoryTree } from '../../../src/files/file-tree.ts';
import { newestHugo } from '../../../src/sites/hugo/version.ts';

const pages = { 'content/_index.md': '# Home\n', 'hugo.toml': "baseURL = 'https://example.org/'\n" };

/** The version that a site is taken to be built by, and why. */
async function versionOf(files: Readonly<Record<string, string>>, yaml?: string, option?: string): Promise<string> {
  const source = yaml === undefined ? null : { path: 'handbook.yaml', text: yaml };
  const { hugo } = await loadConfig(memoryTree({ ...pages, ...files }), source, undefined, option);
  return `${hugo.version}, ${hugo.versionWhy}`;
}

test.each([
  ['.gitlab-ci.yml', 'build:\n  image: registry.example.org/hugo/hugo_extended:0.131.0\n', '0.131.0', 2],
  ['.gitlab-ci.yml', 'image: "hugomods/hugo:exts-0.147.2"\n', '0.147.2', 1],
  ['.gitlab-ci.yml', '\nimage: x/hugo:0.131.0-ext\n', '0.131.0', 2],
  ['.gitlab-ci.yml', 'variables:\n  HUGO_VERSION: "0.120.4"\n', '0.120.4', 2],
  [
    '.github/workflows/site.yml',
    'steps:\n  - uses: peaceiris/actions-hugo@v3\n    with:\n      hugo-version: 0.128.0\n',
    '0.128.0',
    4,
  ],
  ['netlify.toml', '[build.environment]\nHUGO_VERSION = "0.125.1"\n', '0.125.1', 2],
  ['mise.toml', '[tools]\nnode = "24"\nhugo-extended = "0.140"\n', '0.140.0', 3],
  ['mise.toml', '[tools]\nhugo = { version = "extended_0.141.0", x = 1 }\n', '0.141.0', 2],
  ['.mise.toml', '[tools]\n"aqua:gohugoio/hugo" = "0.142.0"\n', '0.142.0', 2],
  ['mise.toml', '[tools."ubi:gohugoio/hugo"]\nversion = "0.142.1"\n', '0.142.1', 1],
  ['.tool-versions', 'nodejs 20.1.0\nhugo extended_0.133.1\n', '0.133.1', 2],
  ['.hvm', 'v0.136.5/extended\n', '0.136.5', 1],
  ['package.json', '{\n  "devDependencies": {\n    "hugo-extended": "0.143.1"\n  }\n}\n', '0.143.1', 3],
])('%s pins the version', async (path, text, version, line) => {
  expect(await versionOf({ [path]: text })).toBe(`${version}, pinned in ${path} line ${line}`);
});

test.each([
  '',
  'tools = "0.1.2"\n',
  '[tools]\nnohugo = "0.120.0"\nhugo-other = "0.120.0"\n',
  '[tools]\nhugo = "latest"\n',
  '[tools]\nhugo = ["0.120.0"]\n',
  '[tools]\nhugo = { os = "linux" }\n',
  '[tools\nhugo = "0.120.0"\n',
])('mise.toml with %j pins none', async (text) => {
  expect(await versionOf({ 'mise.toml': text })).toBe(`${newestHugo}, the newest known here, for want of an exact pin`);
});

test('what is no exact version is no pin', async () => {
  const vague = {
    'package.json': '{"devDependencies": {"hugo-bin": "^0.143.1"}}',
    '.tool-versions': 'hugo latest\n',
    '.gitlab-ci.yml': '# HUGO_VERSION: 0.1.2\nimage: hugomods/hugo:latest\n',
  };
  expect(await versionOf(vague)).toBe(`${newestHugo}, the newest known here, for want of an exact pin`);
});

test('where pins disagree, that of CI counts, and the others are named', async () => {
  const pins = { '.tool-versions': 'hugo 0.120.0\n', '.gitlab-ci.yml': 'HUGO_VERSION: 0.131.0\n' };
  expect(await versionOf(pins)).toBe(
    '0.131.0, pinned in .gitlab-ci.yml line 1; .tool-versions line 1 says 0.120.0, which CI does not build by',
  );
});

test.each([
  ['.gitlab-ci.yml', '.github/workflows/a.yml'],
  ['.github/workflows/a.yml', 'netlify.toml'],
  ['netlify.toml', '.tool-versions'],
])('a pin of %s comes before one of %s', async (first, second) => {
  const pinned = (version: string, path: string) =>
    path === '.tool-versions' ? `hugo ${version}\n` : `HUGO_VERSION: ${version}\n`;
  expect(await versionOf({ [second]: pinned('0.120.0', second), [first]: pinned('0.131.0', first) })).toBe(
    `0.131.0, pinned in ${first} line 1; ${second} line 1 says 0.120.0, which CI does not build by`,
  );
});

test('handbook.yaml comes before pins, and the command line before both', async () => {
  const pins = { '.hvm': 'v0.136.5\n' };
  expect(await versionOf(pins, 'hugo: {version: "0.131"}')).toBe('0.131.0, hugo.version in handbook.yaml');
  expect(await versionOf(pins, 'hugo: {version: "0.131"}', '0.169')).toBe('0.169.0, asked for on the command line');
  for (const version of ['newest', '0.13x'])
    await expect(versionOf(pins, `hugo: {version: ${version}}`)).rejects.toThrow(/A version is written like/);
});

test('the range of module.hugoVersion bounds what is taken for want of a pin', async () => {
  const range = { 'config/_default/module.toml': '[hugoVersion]\nmin = "0.110"\nmax = "0.125.7"\n' };
  expect(await versionOf(range)).toBe('0.125.7, the newest that module.hugoVersion allows');
  const newest = { 'config/_default/module.toml': `[hugoVersion]\nmax = "${newestHugo}"\n` };
  expect(await versionOf(newest)).toBe(`${newestHugo}, the newest known here, for want of an exact pin`);
});

// By upstream's commits 75ad9cdaa (0.140.0) and a77548830 (0.154.5).
test.each([
  ['disableDefaultLanguageRedirect', '0.139.0', true],
  ['disableDefaultLanguageRedirect', '0.140.0', false],
  ['disableDefaultSiteRedirect', '0.154.4', true],
  ['disableDefaultSiteRedirect', '0.154.5', false],
])('%s keeps the home page from sending on or not: Hugo %s', async (setting, version, sendsOn) => {
  const files = { ...pages, 'hugo.toml': `${setting} = true\n` };
  const { hugo } = await loadConfig(memoryTree(files), null, undefined, version);
  expect(hugo.redirectsHome).toBe(sendsOn);
});
