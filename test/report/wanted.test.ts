import { expect, test } from 'vitest';
import type { SiteContext } from '../../src/report/start/candidates.ts';
import { mostWanted } from '../../src/report/start/most-wanted.ts';
import { finding } from '../reporters/samples.ts';

const pages = new Set(['/', '/a/', '/a/here/']);
const around: SiteContext = {
  exists: (address) => pages.has(address),
  hidden: (address) => (address === '/a/draft/' ? 'content/a/draft.md' : null),
  elsewhere: (address) => (address.startsWith('/shop/') ? { folder: '/shop/', line: 'unknown: [/shop/]' } : null),
  keep: (targets, suggestion) => ({ file: `content${suggestion}_index.md`, line: `aliases: [${targets.join(', ')}]` }),
  redirect: (folder, to) => ({ file: '_redirects', line: `${folder}* ${to} 301` }),
};
let line = 0;
const broken = (target: string, more: Parameters<typeof finding>[0] = {}) => {
  line++;
  return finding({ data: { target, outcome: 'broken' }, key: `key-${line}`, ...more });
};
const suggest = (text: string, safe = false) => [{ title: `Link to ${text}`, text, safe }];

test('the page that most links want comes first, with the line that keeps its address', () => {
  const [first, second] = mostWanted(
    [broken('/a/gone/'), broken('/a/old/', { suggestions: suggest('/a/here/') }), broken('/a/gone/')],
    around,
  );
  expect(first).toMatchObject({ kind: 'page', target: '/a/gone/', line: null });
  expect(first?.findings).toHaveLength(2);
  expect(second).toMatchObject({ kind: 'page', line: 'aliases: [/a/old/]', file: 'content/a/here/_index.md' });
});

test('pages below one missing folder are one mend', () => {
  const [only, ...others] = mostWanted([broken('/a/x/one/'), broken('/a/x/two/'), broken('/a/x/')], around);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: 'section', target: '/a/x/', line: '/a/x/* /a/ 301', file: '_redirects' });
  expect(only?.findings).toHaveLength(3);
});

test('headings that one page lacks are one mend, which names them', () => {
  const anchor = { rule: 'handbook-link-anchor' };
  const [only] = mostWanted([broken('/a/#x', anchor), broken('/a/#y', anchor), broken('/a/#x', anchor)], around);
  expect(only).toMatchObject({ kind: 'anchor', target: '/a/' });
  expect(only?.mend).toContain('#x #y');
});

test('all certain mends are one, and count nowhere else', () => {
  const entries = mostWanted(
    [
      broken('/a/gone/', { suggestions: suggest('/a/here/', true) }),
      finding({ rule: 'handbook-link-case', suggestions: suggest('/a/', true), key: 'case' }),
    ],
    around,
  );
  expect(entries.map(({ kind, findings }) => [kind, findings.length])).toEqual([['fix', 2]]);
});

test('several old addresses of one page are one mend', () => {
  const [only, ...others] = mostWanted(
    ['/a/old/', '/a/older/', '/a/old/'].map((target) => broken(target, { suggestions: suggest('/a/here/#top') })),
    around,
  );
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: 'page', line: 'aliases: [/a/old/, /a/older/]' });
  expect(only?.mend).toContain('2 ways');
});

test('a folder whose pages kept their names elsewhere has moved, and one line sends its addresses on', () => {
  const [only, ...others] = mostWanted(
    ['one', 'two', 'deep/three'].map((name) => broken(`/was/${name}/`, { suggestions: suggest(`/a/is/${name}/`) })),
    around,
  );
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: 'section', target: '/was/', line: '/was/* /a/is/:splat 301' });
});

test('a page that is there but kept off the site is mended in its own file', () => {
  const [only] = mostWanted([broken('/a/draft/'), broken('/a/draft/')], around);
  expect(only).toMatchObject({ kind: 'hidden', target: '/a/draft/', file: 'content/a/draft.md' });
});

test('addresses that something else seems to serve need one line of configuration', () => {
  const [only, ...others] = mostWanted(
    ['/shop/a/', '/shop/b/c/'].map((target) => broken(target)),
    around,
  );
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: 'elsewhere', line: 'unknown: [/shop/]', file: 'handbook.yaml' });
});

test('what no heading can have as its id is not counted with the headings', () => {
  const anchor = { rule: 'handbook-link-anchor' };
  const entries = mostWanted([broken('/a/#x', anchor), broken('/a/#y', anchor), broken('/a/#b[', anchor)], around);
  expect(entries.map(({ target, findings }) => [target, findings.length])).toEqual([
    ['/a/', 2],
    ['/a/#b[', 1],
  ]);
});

test('no finding counts for two mends', () => {
  const findings = ['/a/x/1/', '/a/x/2/', '/a/gone/', '/b/'].map((target) => broken(target));
  const ids = mostWanted(findings, around).flatMap(({ findings: cleared }) => cleared);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(4);
});
