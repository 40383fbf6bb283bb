import { expect, test } from 'vitest';
import { withoutContainerMarks } from '../../src/sections/outline/containers.ts';

test.each([
  ['[!NOTE] TBD', '[!NOTE]\nTBD', 'TBD'],
  [':::note TBD :::', ':::note\nTBD\n:::', 'TBD'],
  [':::note TBD ::', ':::note\nTBD ::', 'TBD ::'],
  [':::: note TBD ::::', ':::: note\nTBD\n::::', 'TBD'],
  [':::note[Tip] Ann', ':::note[*Tip*]\nAnn', '[Tip] Ann'],
  ['!!! note TBD', '!!! note\n    TBD', 'TBD'],
  ['::: note', '::: note', ''],
  ['TBD soon', 'TBD soon', 'TBD soon'],
  ['TBD\nsoon', 'TBD\nsoon', 'TBD\nsoon'],
])('without its mark %j is the text', (text, written, rest) => {
  expect(withoutContainerMarks(text, written)).toBe(rest);
});
