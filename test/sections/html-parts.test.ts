import { expect, test } from 'vitest';
import { withoutContainerMarks } from '../../src/sections/containers.ts';
import { HtmlReading } from '../../src/sections/html-parts.ts';

test('a cell holds all its words, those of blocks in it as well', () => {
  const html = '<table><tr><th>Role</th><td>Reports <p>to</p> the <div>Mate</div></td></tr></table>';
  const [table] = new HtmlReading().read(html, 0);
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.rows.map((row) => row.map(({ text, isHeader }) => [text, isHeader]))).toEqual([
    [
      ['Role', true],
      ['Reports to the Mate', false],
    ],
  ]);
});

test.each([
  ['[!NOTE] TBD', '[!NOTE]\nTBD', 'TBD'],
  [':::note TBD :::', ':::note\nTBD\n:::', 'TBD'],
  ['TBD soon', 'TBD soon', 'TBD soon'],
  ['TBD\nsoon', 'TBD\nsoon', 'TBD\nsoon'],
])('without its mark %j is the text', (text, written, rest) => {
  expect(withoutContainerMarks(text, written)).toBe(rest);
});
