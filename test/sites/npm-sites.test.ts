/**
 * Builds the fixtures of generators that npm brings, before and after `--fix`. A variable names a folder with the generator
 * installed in it: `VITEPRESS=/tmp/v`, after `npm install vitepress@1.6.4` there; `DOCUSAURUS=/tmp/d`, after
 * `npm install @docusaurus/core@3.10.2 @docusaurus/preset-classic@3.10.2 react@19.3.1 react-dom@19.3.1`; `STARLIGHT=/tmp/s`, after
 * `npm install astro@7.3.5 @astrojs/starlight@0.42.4 node@24`, since Astro needs Node 22.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { recordLinks } from '../../scripts/oracle/record-links.ts';
import { readArguments } from '../../src/cli/arguments.ts';
import { findFixes } from '../../src/cli/commands/fix-command.ts';
import { writeTexts } from '../../src/edits/originals.ts';
import { fixtures } from '../support/fixtures.ts';

const sites = [
  {
    name: 'vitepress',
    command: 'vitepress',
    installed: process.env.VITEPRESS,
    pages: 'pages',
    built: '.vitepress/dist',
  },
  { name: 'docusaurus', command: 'docusaurus', installed: process.env.DOCUSAURUS, pages: '.', built: 'build' },
  { name: 'starlight', command: 'astro', installed: process.env.STARLIGHT, pages: 'src/content/docs', built: 'dist' },
];
const base = '/ship/';
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A copy of a fixture, in which its generator can be run. */
function copyOf(name: string, installed: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  temporary.push(folder);
  cpSync(`${fixtures}sites/${name}`, folder, { recursive: true });
  symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function works(lines: readonly string[]): ReadonlyMap<string, string> {
  const cells = lines.filter((line) => !/^(?:#|page\t|$)/.test(line)).map((line) => line.split('\t'));
  return new Map(cells.map((row) => [`${row[0]} ${row[2]}`, row[6] ?? '']));
}

describe.each(sites)('$name', ({ name, command, installed, pages, built }) => {
  const buildIn = (folder: string) => {
    const programs = join(folder, 'node_modules/.bin');
    const quiet = { DOCUSAURUS_NO_PERSISTENT_CACHE: 'true', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    // Vitest says by these that this is no build for production.
    const usual = { ...process.env, DEV: undefined, PROD: undefined, MODE: undefined, SSR: undefined };
    const env = { ...usual, ...quiet, PATH: `${programs}${delimiter}${process.env.PATH}` };
    execFileSync(join(programs, command), ['build'], { cwd: folder, stdio: 'ignore', env });
    return works(recordLinks(join(`${fixtures}sites`, name, pages), join(folder, built), base));
  };
  const recorded = works(readFileSync(`${fixtures}sites/${name}.links.tsv`, 'utf8').split('\n'));

  test.skipIf(!installed)('builds what was recorded', { timeout: 600_000 }, () => {
    expect(buildIn(copyOf(name, installed!))).toEqual(recorded);
  });

  test.skipIf(!installed)(
    'has no broken link after a fix that it did not have before',
    { timeout: 600_000 },
    async () => {
      const folder = copyOf(name, installed!);
      const { fixed, originals } = await findFixes(folder, null, readArguments(['--root', folder, '--fix']));
      expect(fixed.texts.size).toBeGreaterThan(0);
      writeTexts(fixed.texts, originals);
      const after = buildIn(folder);
      expect([...recorded].filter(([link, was]) => was === 'yes' && after.get(link) !== 'yes')).toEqual([]);
      expect([...after.values()].filter((is) => is === 'yes').length).toBeGreaterThan(
        [...recorded.values()].filter((is) => is === 'yes').length,
      );
    },
  );
});
