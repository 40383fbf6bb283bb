import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, unmatched } from '../../src/lint/changes/compare.ts';
import { findingsOn } from './findings.ts';

interface State {
  readonly path?: string;
  readonly text: string;
  readonly needles: readonly string[];
  readonly message?: (needle: string) => string;
}

/** Lines of what is new, when the page's findings go from one state to the other. */
function fresh(before: State, after: State): number[] {
  const read = ({ path = 'content/a.md', text, needles, message }: State) =>
    findingsOn(path, text, needles, message).map((finding) => ({
      ...identify(finding, path, () => text),
      line: finding.start.line,
    }));
  return unmatched(read(after), read(before)).map(({ line }) => line);
}

describe('a finding stays the same', () => {
  it('when lines move', () => {
    expect(fresh({ text: '[a](/x/)', needles: ['/x/'] }, { text: 'New.\n\n\n[a](/x/)', needles: ['/x/'] })).toEqual([]);
  });

  it('when the advice in its message changes', () => {
    const message = (advice: string) => (needle: string) => `This link goes to ${needle}, which is gone. ${advice}`;
    const before = { text: '[a](/x/)', needles: ['/x/'], message: message('Did you mean /y/?') };
    expect(fresh(before, { ...before, message: message('Did you mean /z/?') })).toEqual([]);
  });

  it('when the words it marks are edited and what is wrong is not', () => {
    const message = () => 'This page has no section "OKRs". Add one.';
    expect(
      fresh(
        { text: 'Old title', needles: ['Old title'], message },
        { text: 'New title', needles: ['New title'], message },
      ),
    ).toEqual([]);
  });

  it('when its passage moves to another changed page', () => {
    expect(
      fresh({ path: 'a.md', text: '[a](/x/)', needles: ['/x/'] }, { path: 'b.md', text: '[a](/x/)', needles: ['/x/'] }),
    ).toEqual([]);
  });

  it('when list items are put in another order', () => {
    const items = ['- [a](/x/)', '- [b](/y/)', '- [c](/z/)'];
    const needles = ['/x/', '/y/', '/z/'];
    expect(
      fresh(
        { text: items.join('\n'), needles },
        { text: items.toReversed().join('\n'), needles: needles.toReversed() },
      ),
    ).toEqual([]);
  });
});

describe('a finding is new', () => {
  it('when another one is mended', () => {
    expect(
      fresh({ text: '[a](/x/) [b](/ok/)', needles: ['/x/'] }, { text: '[a](/ok/) [b](/y/)', needles: ['/y/'] }),
    ).toEqual([1]);
  });

  it('when it is a copy of an old one, and the copy is what is reported', () => {
    const before = { text: 'One [a](/x/).', needles: ['/x/'] };
    expect(fresh(before, { text: 'Two [a](/x/).\n\nOne [a](/x/).', needles: ['/x/', '/x/'] })).toEqual([1]);
    expect(fresh(before, { text: 'One [a](/x/).\n\nTwo [a](/x/).', needles: ['/x/', '/x/'] })).toEqual([3]);
  });

  it('when its line differs from that of a like one, whatever the line before holds', () => {
    const before = { text: 'P\n/x/ one', needles: ['/x/'] };
    expect(fresh(before, { text: 'P\n/x/ two\nQ\n/x/ one', needles: ['/x/', '/x/'] })).toEqual([2]);
    const inLine = { text: 'A /x/', needles: ['/x/'] };
    expect(fresh(inLine, { text: 'B /x/\n\nA /x/', needles: ['/x/', '/x/'] })).toEqual([1]);
  });

  it('when other words are marked and the message names nothing', () => {
    const message = () => 'This page says nothing. Add words.';
    const state = (title: string) => ({ text: title, needles: [title], message });
    expect(fresh(state('Old title'), state('New title'))).toEqual([1]);
  });

  it('when another page loses a like one without having changed', () => {
    const [lost] = findingsOn('a.md', '[a](/x/)', ['/x/']);
    const [found] = findingsOn('b.md', '[a](/x/)', ['/x/']);
    expect(unmatched([identify(found!, 'b.md', null)], [identify(lost!, 'a.md', null)])).toHaveLength(1);
  });
});

it('reports as many new findings as there are more of a kind, whatever their order', () => {
  const lines = fc.array(fc.constantFrom('[a](/x/)', '[b](/y/)', '[c](/z/)', 'Words.'), { maxLength: 12 });
  const state = (all: readonly string[]): State => ({
    text: all.join('\n'),
    needles: all.flatMap((line) => /\((\/.\/)\)/.exec(line)?.[1] ?? []),
  });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const count = (all: readonly string[], line: string) => all.filter((each) => each === line).length;
      const more = ['[a](/x/)', '[b](/y/)', '[c](/z/)'].reduce(
        (sum, line) => sum + Math.max(0, count(after, line) - count(before, line)),
        0,
      );
      expect(fresh(state(before), state(after))).toHaveLength(more);
    }),
  );
});
