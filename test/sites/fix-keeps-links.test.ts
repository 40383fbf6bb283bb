import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordLinks } from '../../scripts/oracle/record-links.ts';
import { readArguments } from '../../src/cli/arguments.ts';
import { findFixes } from '../../src/cli/commands/fix-command.ts';
import { writeTexts } from '../../src/edits/originals.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A generator that may be on this machine: `MKDOCS` and `JEKYLL` name its command where it is not on the PATH. */
interface RealGenerator {
  readonly command: string;
  readonly files: Readonly<Record<string, string>>;
  /** The folder of pages. */
  readonly content: string;
  readonly options: readonly string[];
}

const generators: readonly RealGenerator[] = [
  {
    command: 'mkdocs',
    files: {
      'mkdocs.yml': 'site_name: Ship\nsite_url: https://crew.example.com/base/\nmarkdown_extensions: [attr_list]\n',
    },
    content: 'docs',
    options: ['build', '-q', '-d'],
  },
  {
    command: 'mkdocs',
    files: { 'mkdocs.yml': 'site_name: Ship\nsite_url: https://crew.example.com/base/\nuse_directory_urls: false\n' },
    content: 'docs',
    options: ['build', '-q', '-d'],
  },
  { command: 'jekyll', files: { '_config.yml': 'baseurl: /base\n' }, content: '', options: ['build', '-q', '-d'] },
  {
    command: 'jekyll',
    files: { '_config.yml': 'baseurl: /base\npermalink: pretty\nplugins: [jekyll-relative-links]\n' },
    content: '',
    options: ['build', '-q', '-d'],
  },
];

const paths = ['crew/watch.md', 'crew/watch', 'crew/watch/', 'crew/watch.html', 'crew/', 'stores/README.md', 'stores/'];
const misspelt = [
  'crew/wach.md',
  'crew/Watch.md',
  'crew/wacth/',
  'store/README.md',
  'crew/watch.mdx',
  'gone.md',
  'watch.md',
];
const fragments = [
  '',
  '',
  '#night',
  '#Night',
  '#nigth',
  '#night-1',
  '#night_1',
  '#uber-bord',
  '#%C3%BCber-bord',
  '#own',
];
const href = fc
  .tuple(
    fc.constantFrom('', './', '../', '/', '/base/'),
    fc.constantFrom(...paths, ...misspelt, ''),
    fc.constantFrom(...fragments),
  )
  .map((parts) => parts.join(''))
  .filter((each) => each !== '');

const headings = '## Night\n\nWords.\n\n## Night\n\nWords.\n\n## Über Bord\n\nWords.\n\n## Its own {#own}\n\nWords.\n';

/** Destinations that Liquid computes, in Jekyll's pages. */
const liquid = fc
  .tuple(
    fc.constantFrom(
      '{{ site.baseurl }}/@',
      '{{site.baseurl}}/@',
      '{{ "/@" | relative_url }}',
      "{{ '@' | relative_url }}",
    ),
    fc.constantFrom(
      'crew/watch.html',
      'crew/watch',
      'crew/watch/',
      'crew/wach.html',
      'crew/',
      'gone.html',
      'crew/Watch.html',
    ),
    fc.constantFrom(...fragments),
  )
  .map(([form, path, fragment]) => form.replace('@', path) + fragment);

/** Pages with these links, each with words of its own. */
function pagesWith(hrefs: readonly string[], folder: string): Readonly<Record<string, string>> {
  const label = (at: number) => `${'abcdefghij'[Math.floor(at / 100)]}${String(at % 100).padStart(2, '0')}`;
  const links = hrefs.map((each, at) =>
    at % 5 === 4 ? `<a href="${each.replaceAll('"', "'")}">${label(at)}</a>\n` : `[${label(at)}](${each})\n`,
  );
  const half = Math.ceil(links.length / 2);
  const page = (title: string, ...more: string[]) =>
    `---\ntitle: ${title}\n---\n# ${title}\n\n${more.join('\n')}\n${headings}`;
  const pages = {
    'index.md': page('Home', ...links.slice(0, half)),
    'crew/watch.md': page('Watch', ...links.slice(half)),
    'crew/index.md': page('Crew'),
    'stores/README.md': page('Stores'),
  };
  return Object.fromEntries(Object.entries(pages).map(([path, text]) => [join(folder, path), text]));
}

/** How each link fares on the built site, by its words: `yes` or `no`. */
function build(site: string, { command, content, options }: RealGenerator): ReadonlyMap<string, string> {
  const out = temporaryFolder();
  const { status, stderr } = spawnSync(commandOf(command), [...options, out], { cwd: site, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const rows = recordLinks(join(site, content), out, '/base/').map((row) => row.split('\t'));
  return new Map(rows.slice(1).map(([, , label = '', , , , works = '']) => [label, works]));
}

function commandOf(name: string): string {
  return process.env[name.toUpperCase()] ?? name;
}

function isHere(name: string): boolean {
  return spawnSync(commandOf(name), ['--version']).error === undefined;
}

describe('links are judged as on the built site, and --fix leads every link that it changes to what that has', () => {
  for (const generator of generators)
    test.skipIf(!isHere(generator.command))(
      `${generator.command} with ${Object.values(generator.files)}`,
      { timeout: 240_000 },
      async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(generator.command === 'jekyll' ? fc.oneof(href, liquid) : href, { minLength: 80, maxLength: 120 }),
            async (hrefs) => {
              const site = temporaryFolder({ ...generator.files, ...pagesWith(hrefs, generator.content) });
              const before = build(site, generator);
              const told = await verdicts(site);
              expect(told.filter(([, outcome]) => outcome !== 'unknown').length).toBeGreaterThan(hrefs.length / 2);
              expect(told.filter(([label, outcome]) => outcome === 'broken' && before.get(label) !== 'no')).toEqual([]);
              expect(told.filter(([label, outcome]) => outcome === 'found' && before.get(label) !== 'yes')).toEqual([]);
              const old = textsBelow(site);
              const { fixed, originals } = await findFixes(site, null, readArguments(['--fix', site]));
              writeTexts(fixed.texts, originals);
              const after = build(site, generator);
              const changed = changedLabels(old, textsBelow(site));
              expect([...before].filter(([label, works]) => works === 'yes' && after.get(label) !== 'yes')).toEqual([]);
              expect(changed.filter((label) => after.get(label) !== 'yes')).toEqual([]);
            },
          ),
          { numRuns: 2, endOnFailure: true },
        );
      },
    );
});

/** On a site whose rules are not known nothing is changed. */
test('--fix changes nothing on a site of unknown kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(href, { minLength: 40, maxLength: 60 }), async (hrefs) => {
      const site = temporaryFolder({ 'eleventy.config.js': '', ...pagesWith(hrefs, '') });
      const { fixed } = await findFixes(site, null, readArguments(['--fix', site]));
      expect(fixed.edits).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

function textsBelow(site: string): readonly string[] {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return files.sort().flatMap((path) => readFileSync(join(site, path), 'utf8').split('\n'));
}

/** What is said of each link, by its words. */
async function verdicts(site: string): Promise<readonly (readonly [label: string, outcome: string])[]> {
  const handbook = await openHandbook({ root: site });
  return handbook.pages.flatMap((page) =>
    judgeLinks(page, handbook).flatMap(({ link, resolution }) => {
      const line = /^.*$/m.exec(page.text.slice(page.text.lastIndexOf('\n', link.target[0]) + 1))?.[0] ?? '';
      const label = labelOf(line);
      return label === undefined ? [] : [[label, resolution.outcome] as const];
    }),
  );
}

function labelOf(line: string): string | undefined {
  const match = /\[([a-j]\d\d)\]|>([a-j]\d\d)</.exec(line);
  return match?.[1] ?? match?.[2];
}

/** The words of the links whose lines are no longer the same. */
function changedLabels(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((line, at) => line !== before[at]).map((line) => labelOf(line) ?? '?');
}
