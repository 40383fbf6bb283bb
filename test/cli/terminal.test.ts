import { describe, expect, test } from 'vitest';
import { followsLinks, progressOn, wantsColor } from '../../src/cli/terminal/colours.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  const sink = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { sink, written };
}

function withEnv<T>(env: Readonly<Record<string, string>>, act: () => T): T {
  const before = process.env;
  process.env = { ...env };
  try {
    return act();
  } finally {
    process.env = before;
  }
}

describe('colour', () => {
  const wants = (env: Readonly<Record<string, string>>, isTTY: boolean, flag?: boolean) =>
    withEnv(env, () => wantsColor(flag, stream(isTTY).sink));

  test('follows the terminal, then the environment, then the flag', () => {
    expect(wants({}, true)).toBe(true);
    expect(wants({}, false)).toBe(false);
    expect(wants({ TERM: 'dumb' }, true)).toBe(false);
    expect(wants({ NO_COLOR: '1' }, true)).toBe(false);
    expect(wants({ NO_COLOR: '' }, true)).toBe(true);
    expect(wants({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(wants({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(wants({ NO_COLOR: '1' }, false, true)).toBe(true);
  });
});

test('links only where the terminal is known to follow them', () => {
  const follows = (env: Readonly<Record<string, string>>, isTTY = true) =>
    withEnv(env, () => followsLinks(stream(isTTY).sink));
  expect(follows({ TERM_PROGRAM: 'WezTerm' })).toBe(true);
  expect(follows({ TERM_PROGRAM: 'WezTerm' }, false)).toBe(false);
  expect(follows({ TERM_PROGRAM: 'Apple_Terminal' })).toBe(false);
  expect(follows({ VTE_VERSION: '4999' })).toBe(false);
  expect(follows({ VTE_VERSION: '6003' })).toBe(true);
  expect(follows({ VTE_VERSION: '6003', CI: 'true' })).toBe(false);
});

describe('progress', () => {
  test('is written to a terminal and wiped away', () => {
    const { sink, written } = stream(true);
    withEnv({}, () => {
      const progress = progressOn(sink);
      progress.report('Reading');
      progress.report('Judging', 1, 2);
      progress.clear();
      progress.clear();
    });
    // The second line comes only in a run that takes long.
    expect(written).toEqual(['\r\u001b[KReading', '\r\u001b[K']);
  });

  test('says nothing where there is no terminal, or a CI system', () => {
    for (const [isTTY, env] of [
      [false, {}],
      [true, { CI: 'true' }],
    ] as const) {
      const { sink, written } = stream(isTTY);
      withEnv(env, () => progressOn(sink).report('Reading'));
      expect(written).toEqual([]);
    }
  });
});
