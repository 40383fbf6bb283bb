import { describe, expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = {
  'handbook.yaml': 'site: hugo\nhosts: [book.acme.io]\nunknown: [/jobs/]\n',
  'content/_index.md':
    '# Home\n\n[a](/pay/#bonus) [b](/gone/#x) [c](/jobs/1/) [d](https://book.acme.io/pay/) [e](https://other.acme.io/a\\_b) <mailto:a@acme.io>\n',
  'content/pay.md': '---\naliases: [/old/]\n---\n\n# Pay\n\n## Bonus\n\n[f](/old/)\n',
};

const run = (...args: string[]) => runBundle(builtCommand(), args, temporaryFolder(files));

describe('links', () => {
  test('prints every link inside the site with its place and where it leads', () => {
    const { code, stdout, stderr } = run('links');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toEqual([
      'content/_index.md\t3\t5\tfound\t/pay/#bonus\t/pay/#bonus\t',
      'content/_index.md\t3\t22\tbroken\t/gone/#x\t/gone/#x\tmissing-page',
      'content/_index.md\t3\t36\tunknown\t/jobs/1/\t/jobs/1/\tunknown-tree',
      'content/_index.md\t3\t50\tfound\thttps://book.acme.io/pay/\t/pay/\t',
      'content/pay.md\t9\t5\tfound\t/old/\t/pay/\talias',
    ]);
  });

  test('or those to other sites, for what checks them', () => {
    expect(run('links', '--external', '--format', 'tsv').stdout).toBe(
      'content/_index.md\t3\t81\texternal\thttps://other.acme.io/a_b\thttps://other.acme.io/a_b\t\n' +
        'content/_index.md\t3\t110\texternal\tmailto:a@acme.io\tmailto:a@acme.io\t\n',
    );
  });

  test('of some pages, as JSON', () => {
    const { stdout } = run('links', '--format', 'json', 'content/pay.md');
    expect(JSON.parse(stdout)).toEqual([
      {
        path: 'content/pay.md',
        line: 9,
        column: 5,
        kind: 'inline',
        href: '/old/',
        outcome: 'found',
        target: '/pay/',
        reason: 'alias',
      },
    ]);
  });
});

test('explain tells programs all links of a page with outcome and reason', () => {
  const { code, stdout } = run('explain', 'content/_index.md', '--format', 'json');
  expect(code).toBe(0);
  const page = JSON.parse(stdout);
  expect(page).toMatchObject({ path: 'content/_index.md', address: '/', title: 'Home', linkedFrom: [] });
  expect(
    page.links.map(({ outcome, reason }: { outcome: string; reason: string | null }) => [outcome, reason]),
  ).toEqual([
    ['found', null],
    ['broken', 'missing-page'],
    ['unknown', 'unknown-tree'],
    ['found', null],
  ]);
  expect(page.findings.map(({ rule }: { rule: string }) => rule)).toContain('handbook-link-page');
});
