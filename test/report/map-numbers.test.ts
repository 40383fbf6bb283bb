/** The numbers of the map, of owners and of the trend, computed anew from the list of links and from the plain JSON report. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { readReport } from '../../src/report/data.ts';
import type { FindingsReport } from '../../src/reporters/findings-schema.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { fixtures } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/git-repository.ts';

const { findAll, textContent } = DomUtils;

interface Listed {
  readonly path: string;
  readonly outcome: 'found' | 'broken' | 'unknown';
  readonly target: string;
}

const folder = temporaryFolder('map-numbers');
const root = join(folder, 'handbook');
const people = 'content/handbook/people';
cpSync(`${fixtures}example-handbook`, root, { recursive: true });
writeFileSync(join(root, 'CODEOWNERS'), `* @all\n/${people}/ @people @more\n`);
const run = (args: readonly string[], epoch: string) =>
  runBundle(builtCommand(), args, folder, { SOURCE_DATE_EPOCH: epoch }).stdout;
run(['report', '--json', '--output', 'earlier.json', 'handbook'], '1600000000');
const earlier: FindingsReport = JSON.parse(run(['--format', 'json', 'handbook'], '1600000000'));
writeFileSync(
  join(root, people, 'new.md'),
  '---\ntitle: New\nowner: Ada Example\n---\n\n[gone](/handbook/gone/), [home](/handbook/)\n',
);
run(['report', '--json', '--trend', 'earlier.json', '--output', 'report.json', 'handbook'], '1800000000');
run(['report', '--from', 'report.json', '--output', 'report.html'], '1800000000');
const { map, owners, figures } = readReport(readFileSync(join(folder, 'report.json'), 'utf8'));
const plain: FindingsReport = JSON.parse(run(['--format', 'json', 'handbook'], '1800000000'));
const links: readonly Listed[] = JSON.parse(run(['links', '--format', 'json', 'handbook'], '1800000000'));
const page = parseDocument(readFileSync(join(folder, 'report.html'), 'utf8')).children;

/** The cells of a table of the page, row by row. */
function rowsOf(caption: string): readonly (readonly string[])[] {
  const [table] = findAll(
    ({ name, children }) =>
      name === 'table' &&
      findAll((each) => each.name === 'caption', children)
        .map(textContent)
        .join('') === caption,
    page,
  );
  const rows = findAll(({ name }) => name === 'tr', table?.children ?? []).slice(1);
  return rows.map(({ children }) => findAll(({ name }) => name === 'td' || name === 'th', children).map(textContent));
}

/** The page that an address leads to; in this handbook files are named as addresses are. */
function pageAt(address: string): string | undefined {
  const path = `content${address.replace(/[#?].*/, '').replace(/\/$/, '')}`;
  return [`${path}.md`, `${path}/_index.md`].find((each) => existsSync(join(root, each)));
}

/** The nearest page above a place of the site. */
function pageAbove(address: string): string | undefined {
  const parts = address.replace(/[#?].*/, '').split('/');
  for (; parts.length > 0; parts.pop()) {
    const above = pageAt(parts.join('/'));
    if (above !== undefined) return above;
  }
  return undefined;
}

/** The section of a page of this handbook: the folder below content/handbook, or the one above it. */
function sectionOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 3).join('/');
}

test('the edges of the map are the links between sections', () => {
  const edges = new Map<string, { links: number; broken: number }>();
  for (const { path, outcome, target } of links) {
    const goal = pageAt(target) ?? pageAbove(target);
    if (outcome === 'unknown' || !path.startsWith('content/') || goal === undefined) continue;
    const key = `${sectionOf(path)} ${sectionOf(goal)}`;
    const edge = edges.get(key) ?? { links: 0, broken: 0 };
    edges.set(key, { links: edge.links + 1, broken: edge.broken + (outcome === 'broken' ? 1 : 0) });
  }
  const told = map.edges.map(({ from, to, ...counts }) => [`${from} ${to}`, counts] as const);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(edges));
  const apart = map.edges.filter(({ from, to }) => from !== to);
  expect(rowsOf('Links between sections')).toEqual(
    apart.map(({ from, to, links: all, broken }) => [from, to, `${all}`, `${broken}`]),
  );
});

test('pages that many rely on, and those that nothing links to', () => {
  const from = new Map<string, string[]>();
  for (const { path, outcome, target } of links) {
    const goal = outcome === 'unknown' ? undefined : pageAt(target);
    if (goal !== undefined && goal !== path) from.set(goal, [...(from.get(goal) ?? []), path]);
  }
  const counted = [...from].map(([path, all]) => ({ path, links: all.length, from: new Set(all).size }));
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  expect(map.relied.map(({ title: _, ...rest }) => rest).sort(byPath)).toEqual(counted.sort(byPath));
  expect(rowsOf('Pages that many rely on')).toEqual(
    map.relied.map(({ title, from: pages, links: all }) => [title, `${pages}`, `${all}`]),
  );
  expect(map.unlinked.pages).toContain(`${people}/new.md`);
  for (const path of map.unlinked.pages) expect(from.has(path)).toBe(false);
  expect(map.unlinked.pages.length + from.size + 1).toBe(figures.pages);
});

test('an owner has the findings of the files that CODEOWNERS and front matter give to them', () => {
  const counts = (name: string, isOwn: (path: string) => boolean) => {
    const own = plain.findings.filter(({ path }) => isOwn(path));
    const errors = own.filter(({ severity }) => severity === 'error').length;
    return { name, errors, warnings: own.length - errors };
  };
  const isPeoples = (path: string) => path.startsWith(`${people}/`);
  const expected = [
    counts('@all', (path) => !isPeoples(path)),
    counts('@people', isPeoples),
    counts('@more', isPeoples),
    counts('Ada Example', (path) => path === `${people}/new.md`),
  ];
  expect(expected.every(({ errors, warnings }) => errors + warnings > 0)).toBe(true);
  expect(new Set(owners)).toEqual(new Set(expected));
  expect(rowsOf('Findings by owner')).toEqual(
    owners.map(({ name, ...all }) => [name, `${all.errors}`, `${all.warnings}`]),
  );
});

test('the trend has the figures of each report, oldest first', () => {
  const rows = [earlier, plain].map(({ summary: { errors, warnings, links: all } }) => [errors, warnings, all.broken]);
  expect(rows[0]).not.toEqual(rows[1]);
  const [title] = findAll(({ name }) => name === 'figcaption', page).map(textContent);
  expect(title).toBe('Findings from 2020-09-13 to 2027-01-15');
  expect(rowsOf(title ?? '').map(([, ...numbers]) => numbers.map(Number))).toEqual(rows);
});
