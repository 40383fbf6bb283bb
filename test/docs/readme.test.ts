import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/loading/parse.ts';
import { handbookRepository } from '../changes/judge.ts';
import { commandFolder, type Outcome, runIn } from '../support/command.ts';

const root = new URL('../../', import.meta.url).pathname;
const docs = readdirSync(`${root}docs`).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];

interface Block {
  /** The page and the heading it stands below: `docs/hooks.md, husky`. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

const blocks = pages.flatMap((page): Block[] => {
  let heading = '';
  const parts = readFileSync(root + page, 'utf8').matchAll(/^#+ ([^\n]+)$|^```(\w*)\n(.*?)^```$/gms);
  return [...parts].flatMap(([, title, language = '', text = '']) => {
    if (title !== undefined) heading = title;
    return title === undefined ? [{ place: `${page}, ${heading}`, language, text }] : [];
  });
});
const inLanguage = (language: string) => blocks.filter((block) => block.language === language);
const textAt = (place: string) => blocks.filter((block) => block.place === place).map(({ text }) => text);

let bin: string;
beforeAll(() => {
  bin = commandFolder();
});

/** Runs a block in a repository whose next commit deletes a page that others link to. */
function runBlock(text: string): Outcome & { readonly folder: string } {
  const work = handbookRepository();
  work.git('rm', '--quiet', 'content/leave.md');
  return { ...runIn(work.folder, bin, 'sh', ['-ec', text]), folder: work.folder };
}

describe('a command block', () => {
  const runs: Readonly<Record<string, (text: string) => void>> = {
    'docs/ci.md, A file instead: the baseline': (text) => {
      const { code, out, folder } = runBlock(text);
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('No findings.') });
      expect(existsSync(join(folder, 'handbook-lint-baseline.json'))).toBe(true);
    },
    'docs/report.md, The health report': (text) => {
      const { code, out, folder } = runBlock(text);
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('report.html shows ') });
      expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('/nowhere/');
    },
    'docs/formats.md, Report formats': (text) => {
      const { code, out, folder } = runBlock(text);
      expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('/nowhere/') });
      expect(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8')).toContain('/nowhere/');
    },
  };
  const elsewhere = {
    'README.md, Try it': 'test/package/package.test.ts',
    'README.md, Add it to your handbook': 'test/package/package.test.ts',
    'docs/index.md, handbook-lint': 'test/package/package.test.ts',
    'docs/hooks.md, husky': 'test/hooks/npx.test.ts',
    'docs/hooks.md, husky with lint-staged': 'test/hooks/npx.test.ts',
    'docs/hooks.md, No hook manager': 'test/hooks/npx.test.ts',
  };

  test('is run by a test, whatever page it is on', () => {
    const places = inLanguage('sh').map(({ place }) => place);
    expect(places.sort()).toEqual([...Object.keys(runs), ...Object.keys(elsewhere)].sort());
    for (const [place, file] of Object.entries(elsewhere))
      expect(readFileSync(root + file, 'utf8')).toContain(place.split(', ')[1]);
  });

  test.each(Object.keys(runs))('%s', (place) => {
    const [text = ''] = textAt(place);
    runs[place]?.(text);
  });
});

describe('a piece of handbook.yaml', () => {
  // .remarkrc.yaml is run by test/package/package.test.ts, pipelines and hooks by test/hooks.
  const others = /^(?:README\.md, With remark|docs\/(?:ci|hooks)\.md, .*)$/;
  const pieces = inLanguage('yaml').filter(({ place }) => !others.test(place));

  test.each(pieces.map(({ place, text }, at) => [`${place} (${at})`, text]))('%s', (place, text) => {
    expect(() => parseConfig({ path: place, text })).not.toThrow();
  });
});

test('the scripts that the pages name are there', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
  const named = pages.flatMap((page) => [...readFileSync(root + page, 'utf8').matchAll(/npm run ([\w:-]+)/g)]);
  expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(4);
});

test('what a lint-staged configuration calls takes no file names', async () => {
  const [code = ''] = inLanguage('js').map(({ text }) => text);
  const { default: config } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(runBlock(config['*'](['content/a.md']))).toMatchObject({ code: 1 });
});

test('the lines for Helix are TOML that starts the server', () => {
  const page = readFileSync(`${root}docs/editors.md`, 'utf8');
  const lines = /^## Helix\n.*?^```toml\n(.*?)^```/ms.exec(page)?.[1] ?? '';
  expect(parseToml(lines)).toMatchObject({
    'language-server': { 'handbook-lint': { command: 'npx', args: ['handbook-lint', '--stdio'] } },
    language: [{ name: 'markdown', 'auto-format': false }],
  });
});
