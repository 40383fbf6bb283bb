import { expect, test } from 'vitest';
import { mostWanted, type Surroundings } from '../../src/report/wanted.ts';
import { finding } from '../reporters/samples.ts';

const pages = new Set(['/', '/a/', '/a/here/']);
const around: Surroundings = {
  exists: (address) => pages.has(address),
  keep: (target, suggestion) => ({ file: `content${suggestion}_index.md`, line: `aliases: [${target}]` }),
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

test('no finding counts for two mends', () => {
  const findings = ['/a/x/1/', '/a/x/2/', '/a/gone/', '/b/'].map((target) => broken(target));
  const ids = mostWanted(findings, around).flatMap(({ findings: cleared }) => cleared);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(4);
});
