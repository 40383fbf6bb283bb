import { expect, test } from 'vitest';
import { skipExpression } from '../../src/markdown/set-aside/jsx.ts';

test.each([
  ['{a} b', '{a}'],
  ['{`a\n}`} b', '{`a\n}`}'],
  ['{"}"} b', '{"}"}'],
  ["{it's {b}} c", "{it's {b}}"],
  ['{"a\n}" b', '{"a\n}'],
  ['{a /* } */} b', '{a /* } */}'],
])('the expression at the start of %j is %j', (text, expression) => {
  expect(text.slice(0, skipExpression(text, 0))).toBe(expression);
});
