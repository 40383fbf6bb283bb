import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithBaseline, type RunScope, readBaseline, writeBaseline } from '../../src/lint/results/baseline.ts';
import { findingsOn } from './findings.ts';

const all: RunScope = { isJudged: () => true, exists: () => true };
const text = '[a](/x/) and [b](/x/) and [c](/y/)';
const old = [...findingsOn('b.md', text, ['/x/', '/x/', '/y/']), ...findingsOn('a.md', text, ['/y/'])];
const baseline = readBaseline(writeBaseline(old), 'baseline.json');

describe('a baseline', () => {
  it('silences what it was made of, and nothing more', () => {
    expect(compareWithBaseline(old, baseline, all)).toEqual({ fresh: [], vanished: [] });
    const more = [
      ...findingsOn('b.md', text, ['/x/', '/x/', '/y/']),
      ...findingsOn('a.md', `${text} [d](/z/)`, ['/y/', '/z/']),
    ];
    expect(compareWithBaseline(more, baseline, all).fresh.map(({ key }) => key)).toEqual([more[4]?.key]);
  });

  it('holds when lines above are added', () => {
    const moved = old.map((finding) => ({
      ...finding,
      start: { ...finding.start, line: 99, offset: finding.start.offset + 500 },
    }));
    expect(compareWithBaseline(moved, baseline, all).fresh).toEqual([]);
  });

  it('tells what no longer occurs, and how often', () => {
    const { vanished, fresh } = compareWithBaseline(findingsOn('b.md', text, ['/x/']), baseline, all);
    expect(fresh).toEqual([]);
    expect(vanished.map(({ path, count }) => [path, count])).toEqual([
      ['a.md', 1],
      ['b.md', 1],
      ['b.md', 1],
    ]);
  });

  it('leaves out what the run did not look at', () => {
    const onlyB: RunScope = { isJudged: (path) => path === 'b.md', exists: () => true };
    expect(compareWithBaseline([], baseline, onlyB).vanished.map(({ path }) => path)).toEqual(['b.md', 'b.md']);
  });

  it('follows a renamed page', () => {
    const run: RunScope = { isJudged: () => true, exists: (path) => path !== 'a.md' };
    const renamed = [...old.slice(0, 3), ...findingsOn('new.md', text, ['/y/'])];
    expect(compareWithBaseline(renamed, baseline, run)).toEqual({ fresh: [], vanished: [] });
  });

  it('is the same text whatever the order of findings', () => {
    expect(writeBaseline(old.toReversed())).toBe(writeBaseline(old));
    expect(writeBaseline([])).toBe('{\n"version": 1,\n"findings": [\n\n]\n}\n');
  });

  it('is refused in one line when it is something else', () => {
    const complaint = (content: string) => {
      try {
        readBaseline(content, 'old.json');
      } catch (error) {
        return String(error);
      }
      return 'none';
    };
    expect(complaint('{')).toContain('old.json is no baseline, since it is not JSON');
    expect(complaint('[]')).toMatch(/old\.json is no baseline \(at the top, .*\)\. Write a new one/);
    expect(complaint('{"version":1,"findings":[{"path":"a"}]}')).toContain('findings.0.rule');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(complaint(JSON.stringify(value))).not.toContain('\n');
      }),
    );
  });
});
