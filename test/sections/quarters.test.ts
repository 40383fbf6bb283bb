import { describe, expect, test } from 'vitest';
import { nameOfQuarter, ordinal, quarterOf, quartersIn } from '../../src/sections/quarters.ts';

const config = { pattern: 'FY{yy}Q{q}', starts: 2, named: 'end' } as const;
const calendar = { pattern: '{yyyy} Q{q}', starts: 1, named: 'end' } as const;

describe('the quarter of a day', () => {
  test.each([
    ['2025-01-31', config, 'FY25Q4'],
    ['2025-02-01', config, 'FY26Q1'],
    ['2025-12-31', config, 'FY26Q4'],
    ['2025-02-01', { ...config, named: 'start' }, 'FY25Q1'],
    ['2025-03-31', calendar, '2025 Q1'],
    ['2025-10-01', calendar, '2025 Q4'],
    ['2025-06-30', { ...config, starts: 7 }, 'FY25Q4'],
    ['2025-07-01', { ...config, starts: 7 }, 'FY26Q1'],
  ] as const)('%s', (day, config, name) => expect(nameOfQuarter(quarterOf(new Date(day), config), config)).toBe(name));
});

test('quarters follow each other', () => {
  const all = [2023, 2024].flatMap((year) => [1, 2, 3, 4].map((quarter) => ordinal({ year, quarter })));
  expect(all.map((each) => each - all[0]!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

describe('quarters in a text', () => {
  test.each([
    ['FY24Q3', config, [[2024, 3]]],
    [
      'Our OKRs for FY24-Q3 and fy24 q4',
      config,
      [
        [2024, 3],
        [2024, 4],
      ],
    ],
    ['FY2024 Q3', config, [[2024, 3]]],
    ['FY24Q5, XFY24Q1, FY24Q11', config, []],
    ['2024-Q2', calendar, [[2024, 2]]],
  ] as const)('%s', (text, config, found) =>
    expect(quartersIn(text, config).map(({ year, quarter }) => [year, quarter])).toEqual(found),
  );
});
