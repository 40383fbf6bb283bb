import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handbookRepository } from '../changes/judge.ts';
import { builtCommand, runBundle } from '../support/command.ts';

const bundle = builtCommand();
// A file younger than this is not known by its times.
const settled = () => new Promise((resolve) => setTimeout(resolve, 3000));

test('a change that was judged is not judged again, unless it is asked for in another way', async () => {
  const work = handbookRepository();
  // The cache lies in here, where git would not find it worth a word.
  mkdirSync(join(work.folder, 'node_modules'));
  work.write({
    '.gitignore': 'node_modules/\n',
    'content/pay.md': '---\ntitle: Pay\n---\n\n## Salary\n\n## Premium\n',
  });
  work.git('add', '--all');
  const run = (...args: string[]) => {
    const cache = ['--cache-location', join(work.folder, 'node_modules/cache')];
    const { code, stdout, stderr } = runBundle(bundle, [...cache, '--stats', ...args], work.folder);
    const judged = /pages judged +(\d+) of/.exec(stderr)?.[1];
    return { code, report: stdout.replace(/in [\d.]+ s\n/, ''), isKnown: judged === '0' };
  };
  await settled();
  for (const kind of [['--staged'], ['--since', 'main']]) {
    const first = run(...kind);
    expect(first).toMatchObject({ code: 1, isKnown: false });
    expect(first.report).toContain('This change renames "Bonus" to "Premium"');
    expect(run(...kind)).toEqual({ ...first, isKnown: true });
    const silent = run(...kind, '--rule', 'link-anchor=off');
    expect(silent).toMatchObject({ code: 0, isKnown: false });
    expect(silent.report).toContain('This change breaks nothing.');
    expect(run(...kind)).toEqual(first);
  }
  const { report } = run('--since', 'main', 'content/leave.md');
  expect(report).not.toContain('content/_index.md');
  expect(run('--since', 'main', 'content/_index.md').report).not.toContain('content/leave.md');
  expect(run('--since', 'main').report).toContain('content/_index.md');
});
