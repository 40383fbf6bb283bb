import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const root = new URL('../../', import.meta.url).pathname;

test('every link in our own pages leads somewhere', async () => {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.stdout.split('\0').filter((path) => path !== '' && !/^(?:fixtures|test)\//.test(path));
  const texts = files
    .filter((path) => existsSync(root + path))
    .map((path) => [path, readFileSync(root + path, 'utf8')]);
  const handbook = await memoryHandbook(Object.fromEntries(texts), { config: 'site: plain\n' });
  const { findings } = lint(handbook, { rules });
  expect(findings.map(({ path, start, message }) => `${path}:${start.line} ${message}`)).toEqual([]);
  const links = handbook.pages.flatMap((page) => judgeLinks(page, handbook));
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter(({ resolution }) => resolution.outcome !== 'found')).toEqual([]);
});
