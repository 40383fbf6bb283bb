/** Every number that the page shows, computed anew from the plain JSON report and from what `report --json` lists one by one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { type ReportData, readReport } from '../../src/report/data.ts';
import type { FindingsReport } from '../../src/reporters/findings-schema.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { fixtures } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/git-repository.ts';

const example = `${fixtures}example-handbook`;
const folder = temporaryFolder('numbers');
const run = (...args: readonly string[]) => runBundle(builtCommand(), args, folder);
const plain: FindingsReport = JSON.parse(run('--format', 'json', example).stdout);
run('report', '--json', '--output', 'report.json', example);
run('report', '--from', 'report.json', '--output', 'report.html');
const report: ReportData = readReport(readFileSync(join(folder, 'report.json'), 'utf8'));
const page = textsOf(readFileSync(join(folder, 'report.html'), 'utf8'));

/** The words of each element that has one of these names or classes, by name. */
function textsOf(html: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const open: { readonly names: readonly string[]; text: string }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push({ names: [name, ...(attributes.class ?? '').split(' ')], text: '' });
    },
    ontext(text) {
      for (const each of open) each.text += text;
    },
    onclosetag() {
      const { names, text } = open.pop()!;
      for (const name of names) texts.set(name, [...(texts.get(name) ?? []), text.replace(/\s+/g, ' ').trim()]);
    },
  });
  parser.end(html);
  return texts;
}

const of = (name: string) => page.get(name) ?? [];
const rows = () => of('tr');
const tally = (names: (finding: FindingsReport['findings'][number]) => readonly string[]) => {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const finding of plain.findings)
    for (const name of names(finding)) {
      const known = counts.get(name) ?? { errors: 0, warnings: 0 };
      counts.set(name, known);
      if (finding.severity === 'error') known.errors++;
      else known.warnings++;
    }
  return counts;
};

test('the cards', () => {
  const { links, errors, warnings } = plain.summary;
  const complete = report.roles.filter(({ sections }) =>
    sections.every(({ state }) => state !== 'lacks' && state !== 'empty'),
  );
  const cells = report.frameworks.flatMap((framework) => framework.cells).filter((cell) => cell.page !== null);
  const consistent = cells.filter(({ state }) => state === 'consistent');
  const cards = of('dd').slice(0, 5);
  expect(cards[0]).toMatch(new RegExp(`^${report.figures.pages} ${links.checked} links checked$`));
  expect(cards[1]).toBe(`${links.broken} ${links.unknown} could not be checked`);
  expect(cards[2]).toMatch(new RegExp(`^${plain.findings.length} ${errors} errors?, ${warnings} warnings?$`));
  expect(cards[3]).toMatch(new RegExp(`^${complete.length} of ${report.roles.length} `));
  expect(cards[4]).toMatch(new RegExp(`^${consistent.length} of ${cells.length} `));
  expect(errors + warnings).toBe(plain.findings.length);
});

test('the tables by rule and by folder', () => {
  for (const [rule, { errors, warnings }] of tally(({ rule: id }) => [id]))
    expect(rows()).toContain(`${rule.replace('handbook-', '')}${errors}${warnings}`);
  const folders = tally(({ path }) => [`${path.split('/').slice(0, -1).slice(0, 3).join('/')}/`.replace(/^\/$/, './')]);
  for (const [name, { errors, warnings }] of folders) expect(rows()).toContain(`${name}${errors}${warnings}`);
});

test('where to start: each finding counts for one mend, and all of them are there', () => {
  const known = new Set(plain.findings.map(({ fingerprint }) => fingerprint));
  const cleared = report.wanted.flatMap(({ findings }) => findings);
  expect(new Set(cleared).size).toBe(cleared.length);
  for (const id of cleared) expect(known).toContain(id);
  const counts = report.wanted.map(({ findings: { length } }) => `${length} finding${length === 1 ? '' : 's'}`);
  expect(of('count')).toEqual(counts);
  const first = report.wanted.slice(0, 10).reduce((sum, { findings }) => sum + findings.length, 0);
  const share = Math.floor((first / plain.findings.length) * 100);
  expect(of('p').join('\n')).toMatch(new RegExp(`clear ${first} of ${plain.findings.length} findings, ${share}.%`));
  expect(of('lead')[0]).toMatch(new RegExp(`clear ${share}.% of all findings`));
});

test('the matrix: a cell counts what competency rules found in its files', () => {
  const found = plain.findings.filter(({ rule }) => rule.startsWith('handbook-competency-'));
  const drifting = report.frameworks.flatMap(({ cells }) => cells).filter(({ state }) => state === 'drift');
  expect(drifting.length).toBeGreaterThan(0);
  for (const { page: path, findings } of drifting) {
    expect(found.filter((finding) => finding.path === path).map(({ fingerprint }) => fingerprint)).toEqual(
      findings.filter((id) => found.some((finding) => finding.fingerprint === id && finding.path === path)),
    );
    for (const id of findings) expect(found.map(({ fingerprint }) => fingerprint)).toContain(id);
  }
  const shown = of('button').filter((words) => words.startsWith('≠'));
  expect(shown).toEqual(drifting.map(({ findings }) => `≠ ${findings.length}`));
});

test('the map: no edge has more links than there are, and sections have all pages', () => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  expect(sum(report.map.edges.map(({ links }) => links))).toBeLessThanOrEqual(plain.summary.links.checked);
  expect(sum(report.map.edges.map(({ broken }) => broken))).toBeLessThanOrEqual(plain.summary.links.broken);
  expect(sum(report.map.sections.map(({ pages }) => pages))).toBe(report.figures.pages);
});
