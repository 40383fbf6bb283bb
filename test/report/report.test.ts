import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReport } from '../../src/report/data.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { fixtures } from '../support/fixtures.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';

const example = `${fixtures}example-handbook`;
const run = (args: readonly string[], cwd: string, env = {}) => runBundle(builtCommand(), args, cwd, env);

test('every figure is what the plain report says', () => {
  const report = readReport(run(['report', '--json', example], temporaryFolder('report')).stdout);
  const plain = JSON.parse(run(['--format', 'json', example], temporaryFolder('plain')).stdout);
  expect(report.figures.links).toEqual(plain.summary.links);
  expect(report.figures).toMatchObject({ errors: plain.summary.errors, warnings: plain.summary.warnings });
  const byRule = Object.fromEntries(report.rules.map(({ name, errors, warnings }) => [name, errors + warnings]));
  expect(byRule).toEqual(plain.summary.rules);
  const ids = (all: readonly { fingerprint: string }[]) => all.map(({ fingerprint }) => fingerprint);
  expect(ids(report.findings)).toEqual(ids(plain.findings));
  const sum = (all: readonly { errors: number; warnings: number }[]) =>
    all.reduce((total, { errors, warnings }) => total + errors + warnings, 0);
  expect(sum(report.folders)).toBe(plain.findings.length);
  const unknown = Object.values(report.figures.unknown).reduce((total, count) => total + count, 0);
  expect(unknown).toBe(plain.summary.links.unknown);
  expect(report.roles).toHaveLength(report.figures.roles.pages);
  const [framework] = report.frameworks;
  expect(framework?.cells.filter(({ page }) => page !== null)).toHaveLength(report.figures.competencies.pages);
});

test('the same handbook gives the same bytes, and a stored report gives the same page', () => {
  const folder = temporaryFolder('report');
  const env = { SOURCE_DATE_EPOCH: '1700000000' };
  run(['report', '--output', 'a.html', example], folder, env);
  run(['report', '--json', '--output', 'stored.json', example], folder, env);
  run(['report', '--from', 'stored.json', '--output', 'b.html'], folder);
  const page = readFileSync(join(folder, 'a.html'), 'utf8');
  expect(page).toContain('2023-11-14');
  expect(readFileSync(join(folder, 'b.html'), 'utf8')).toBe(page);
});

test('earlier reports show how it went, oldest first', () => {
  const folder = temporaryFolder('trend');
  for (const [name, epoch] of [
    ['new', '1800000000'],
    ['old', '1600000000'],
  ])
    run(['report', '--format', 'json', '--output', `${name}.json`, example], folder, { SOURCE_DATE_EPOCH: epoch });
  const { stdout } = run(['report', '--json', '--trend', 'new.json', '--trend', 'old.json', example], folder);
  expect(readReport(stdout).trend.map(({ date }) => date.slice(0, 4))).toEqual(['2020', '2027']);
});

test('--since says what became worse and better', () => {
  const repository = gitRepository({ 'a.md': '# A\n\n[one](gone.md)\n', 'b.md': '# B\n' });
  repository.commit();
  repository.write({ 'a.md': '# A\n\n[b](b.md)\n', 'b.md': '# B\n\n[x](lost.md) [y](lost-too.md)\n' });
  const { change } = readReport(run(['report', '--json', '--since', 'HEAD', '.'], repository.folder).stdout);
  expect(change).toMatchObject({ against: 'HEAD', added: 2, gone: 1 });
  expect(change?.fresh).toHaveLength(2);
});

test('--since judges the old state as the new handbook.yaml says, whatever the old one said', () => {
  const repository = gitRepository({ 'handbook.yaml': 'site: plain\n', 'a.md': '# A\n\n[one](gone.md)\n' });
  writeFileSync(join(repository.folder, 'handbook.yaml'), Buffer.from('site: plain # caf\xe9\n', 'latin1'));
  repository.commit();
  repository.write({ 'handbook.yaml': 'site: plain\n', 'a.md': '# A\n\n[one](gone.md) [two](lost.md)\n' });
  const { stdout, stderr } = run(['report', '--json', '--since', 'HEAD', '.'], repository.folder);
  expect(stderr).toBe('');
  expect(readReport(stdout).change).toMatchObject({ added: 1, gone: 0 });
});

test('what is no stored report is one clear line', () => {
  const folder = temporaryFolder('stored');
  for (const [text, why] of [
    ['nonsense', 'it is no JSON'],
    ['{"version":99}', 'it is no report of format 1'],
    ['{"version":1}', 'does not fit'],
  ] as const) {
    writeFileSync(join(folder, 'x.json'), text);
    const { code, stderr } = run(['report', '--from', 'x.json'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain(`x.json cannot be read`);
    expect(stderr).toContain(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
  expect(run(['report', '--from', 'gone.json'], folder).stderr).toBe('handbook-lint: gone.json does not exist.\n');
});
