import { expect, test } from 'vitest';
import { differingWords } from '../../src/competencies/compare/word-diff.ts';

test.each([
  ['Owns, the plan.', 'owns the Plan', '', ''],
  ['Owns the plan.', 'Owns the budget.', 'plan', 'budget'],
  ['Owns the plan of a team', 'Owns the plan', 'of a team', ''],
  ['Writes & reads', 'Writes | reads', '&', '|'],
])('%j and %j differ in %j and %j', (left, right, ours, theirs) => {
  expect(differingWords(left, right)).toEqual({ left: ours, right: theirs });
});
