import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FORMATS = ['json', 'sarif', 'junit', 'text', 'gitlab', 'github', 'markdown'];
const MANY = 50_000;

/** A handbook of a hundred pages with so many links to pages that are not there. */
function brokenHandbook(links: number): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'hugo.toml'), 'title = "A"\n');
  for (let page = 0; page < 100; page++) {
    const lines = Array.from({ length: links / 100 }, (_, link) => `See [it](/gone-${page}-${link}/).\n`);
    writeFileSync(join(root, `content/p${page}.md`), `---\ntitle: P\n---\n\n${lines.join('\n')}`);
  }
  return root;
}

/** Writes reports of all formats, and says how many MiB that took at most. */
function report(root: string, into: string, ...args: readonly string[]): number {
  mkdirSync(join(root, into));
  const outputs = FORMATS.flatMap((format) => ['--format', `${format}=${join(root, into, format)}`]);
  const { code, stderr } = runBundle(builtCommand(), ['--root', root, '--stats', ...outputs, ...args], root);
  expect(code, stderr).toBe(1);
  return Number(/most memory +(\d+) MiB/.exec(stderr)?.[1]);
}

test('a hundred times as many findings take no more than four times the memory, in any format', () => {
  const few = report(brokenHandbook(MANY / 100), 'out', '--no-cache');
  const root = brokenHandbook(MANY);
  const many = report(root, 'out', '--cache-location', join(root, 'cache'));
  expect(many / few).toBeLessThan(4);

  const reportOf = (into: string, format: string) =>
    readFileSync(join(root, into, format), 'utf8').replaceAll(/\d+\.\d(?:\d\d)?(?= s|" *>)/g, 'some');
  const { findings } = JSON.parse(reportOf('out', 'json'));
  expect(findings).toHaveLength(MANY);
  expect(new Set(findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(MANY);
  // What an earlier run has packed says the same.
  report(root, 'again', '--cache-location', join(root, 'cache'));
  for (const format of FORMATS) expect(reportOf('again', format) === reportOf('out', format), format).toBe(true);
}, 600_000);
