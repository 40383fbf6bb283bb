import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix, type Judge, safeEdits, withoutOverlaps } from '../../src/edits/fix.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { replaced } from '../../src/markdown/ranges.ts';

interface Place {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly replacement: string | null;
}

const point = (offset: number) => ({ line: 1, column: offset + 1, offset });

function finding({ path, offset, length, message, replacement }: Place): Finding {
  return {
    rule: 'handbook-sample',
    severity: 'warn',
    path,
    start: point(offset),
    end: point(offset + length),
    message,
    suggestions: replacement === null ? [] : [{ title: message, text: replacement, safe: true }],
    url: '',
    related: [],
    data: {},
    key: `${path} ${offset}`,
  };
}

/** Judges texts by a list of words and what to write instead; `null` when there is no certain mend. */
function judgeBy(words: Readonly<Record<string, string | null>>, files: Readonly<Record<string, string>>) {
  let runs = 0;
  const findings = (texts: ReadonlyMap<string, string>) => {
    runs++;
    return Object.keys(files).flatMap((path) => {
      const text = texts.get(path) ?? files[path]!;
      return Object.entries(words).flatMap(([word, replacement]) =>
        [...text.matchAll(new RegExp(word, 'g'))].map((match) =>
          finding({ path, offset: match.index, length: word.length, message: `Not ${word}`, replacement }),
        ),
      );
    });
  };
  // As in a handbook, where links and headings stay as many as they were.
  const shape = (texts: ReadonlyMap<string, string>) => (path: string) =>
    String((texts.get(path) ?? files[path]!).split('|').length);
  const judge: Judge = {
    judge: async (texts) => ({ findings: findings(texts), shape: shape(texts) }),
    text: (path) => files[path]!,
    mayEdit: () => true,
  };
  return { judge, runs: () => runs, findings };
}

describe('fix', () => {
  it('replaces what is certain and leaves the rest', async () => {
    const { judge } = judgeBy({ teh: 'the', foo: null }, { 'a.md': 'teh foo teh', 'b.md': 'fine' });
    const fixed = await fix(judge);
    expect([...fixed.texts]).toEqual([['a.md', 'the foo the']]);
    expect(fixed.findings.map((left) => left.message)).toEqual(['Not foo']);
    expect(fixed.edits).toHaveLength(2);
  });

  it('leaves an overlapping edit for the next round', async () => {
    const { judge } = judgeBy({ abc: 'xc', cd: 'y' }, { 'a.md': 'abcd' });
    const fixed = await fix(judge);
    expect(fixed.texts.get('a.md')).toBe('xy');
    expect(fixed.edits.map(({ text }) => text)).toEqual(['xc', 'y']);
  });

  it('takes back an edit that brings another finding, and keeps the others', async () => {
    const { judge } = judgeBy({ old: 'bad', bad: null, teh: 'the' }, { 'a.md': 'teh old teh', 'b.md': 'teh' });
    const fixed = await fix(judge);
    expect(Object.fromEntries(fixed.texts)).toEqual({ 'a.md': 'the old the', 'b.md': 'the' });
    expect(fixed.findings.map((left) => left.message)).toEqual(['Not old']);
  });

  it('takes back an edit that makes a finding on another page', async () => {
    const files = { 'a.md': 'teh Heading', 'b.md': 'link to Heading' };
    const base = judgeBy({ teh: 'the', Heading: null }, files).judge;
    const judge: Judge = {
      ...base,
      async judge(texts) {
        const heading = (texts.get('a.md') ?? files['a.md']).includes('Headline');
        const broken = { path: 'b.md', offset: 0, length: 4, message: 'No such heading', replacement: null };
        const rename = { path: 'a.md', offset: 4, length: 7, message: 'Not Heading', replacement: 'Headline' };
        const { findings, shape } = await base.judge(texts);
        const words = findings.filter((one) => one.message === 'Not teh');
        return { findings: [...words, finding(heading ? broken : rename)], shape };
      },
    };
    const fixed = await fix(judge);
    expect(Object.fromEntries(fixed.texts)).toEqual({ 'a.md': 'the Heading' });
  });

  it('takes back an edit after which the file consists of something else', async () => {
    const { judge } = judgeBy({ teh: 'the', old: 'a|b' }, { 'a.md': 'old teh old teh' });
    const fixed = await fix(judge);
    expect(fixed.texts.get('a.md')).toBe('old the old the');
  });

  it('ends when replacements chase each other', async () => {
    const { judge } = judgeBy({ ping: 'pong', pong: 'ping' }, { 'a.md': 'ping pong' });
    expect((await fix(judge)).texts.size).toBe(0);
  });

  it('needs few runs for many edits', async () => {
    const { judge, runs } = judgeBy({ teh: 'the', old: 'bad', bad: null }, { 'a.md': 'teh old '.repeat(200) });
    const fixed = await fix(judge);
    expect(fixed.texts.get('a.md')).toBe('the old '.repeat(200));
    expect(runs()).toBeLessThan(8);
  });

  it('asks before it edits a file', async () => {
    const { judge } = judgeBy({ teh: 'the' }, { 'a.md': 'teh', 'b.md': 'teh' });
    const fixed = await fix({ ...judge, mayEdit: (path) => path === 'b.md' });
    expect([...fixed.texts.keys()]).toEqual(['b.md']);
  });

  const word = fc.constantFrom('aa', 'ab', 'ba', 'c', 'é', '\r\n', '\ufeff', ' ', '💡');
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));
  const words = fc.dictionary(fc.constantFrom('aa', 'ab', 'ba', 'c', 'bc'), fc.option(word), { noNullPrototype: true });

  it('changes nothing the second time, never adds a finding, and removes one per edit', async () => {
    await fc.assert(
      fc.asyncProperty(words, text, text, async (dictionary, a, b) => {
        const files = { 'a.md': a, 'b.md': b };
        const first = await fix(judgeBy(dictionary, files).judge);
        const before = judgeBy(dictionary, files).findings(new Map());
        expect(first.findings.length).toBeLessThanOrEqual(before.length - first.edits.length);
        const second = await fix(judgeBy(dictionary, { ...files, ...Object.fromEntries(first.texts) }).judge);
        expect(second.edits).toEqual([]);
      }),
    );
  });
});

describe('edits', () => {
  const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.constantFrom('', 'x', 'yy', '\n')), { maxLength: 8 });

  it('keep every character outside the replaced ranges', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 36, unit: 'binary' }), spans, (source, places) => {
        const findings = places.map(([offset, length, replacement]) =>
          finding({ path: 'a.md', offset, length, message: 'm', replacement }),
        );
        const edits = withoutOverlaps(safeEdits(findings));
        const result = replaced(source, edits);
        let at = 0;
        let from = 0;
        for (const edit of edits) {
          const kept = source.slice(from, edit.start);
          expect(result.slice(at, at + kept.length)).toBe(kept);
          at += kept.length;
          expect(result.slice(at, at + edit.text.length)).toBe(edit.text);
          at += edit.text.length;
          from = edit.end;
        }
        expect(result.slice(at)).toBe(source.slice(from));
      }),
    );
  });

  it('are not made where a finding has two safe replacements', () => {
    const one = finding({ path: 'a.md', offset: 0, length: 1, message: 'm', replacement: 'x' });
    const two = { ...one, suggestions: [...one.suggestions, { title: 'y', text: 'y', safe: true }] };
    expect(safeEdits([two])).toEqual([]);
  });
});
