import { expect, test } from 'vitest';
import { alignHeadings } from '../../src/lint/changes/cause.ts';
import type { Heading } from '../../src/markdown/facts.ts';
import { factsOf, useParsers } from '../markdown/both-parsers.ts';

useParsers();

function headings(names: string): readonly Heading[] {
  return factsOf(
    names
      .split(', ')
      .map((name) => `## ${name}\n\n`)
      .join(''),
  ).headings;
}

test.each([
  ['Deck, Hold, Mast', 'Deck, Mast', [0, null, 1]],
  ['Deck, Mast', 'Deck, Hold, Mast', [0, 2]],
  ['Deck, Mast', 'Bridge, Mast', [0, 1]],
  ['Deck, Hold, Mast, Galley', 'Deck, Something else entirely', [0, null, null, null]],
  ['Deck, Watch rules', 'Deck, Something else entirely, Watch rule', [0, 2]],
  ['Deck, Watch rules', 'Deck, Watch rule, Something else entirely', [0, 1]],
  ['Deck, Watch, Mast', 'Mast, Deck', [null, null, 0]],
  ['Deck, Pay', 'Deck, Something else entirely, How all of us get our pay at sea', [0, 2]],
  ['Deck, How all of us get our pay at sea', 'Deck, Something else entirely, Pay', [0, 2]],
  ['Deck, Pay', 'Deck, Some, Thing', [0, null]],
])('%s becomes %s', (before, after, became) => {
  expect(alignHeadings(headings(before), headings(after))).toEqual(became);
});
