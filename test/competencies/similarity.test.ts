import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isContained, similarity, similarPairs } from '../../src/competencies/compare/similarity.ts';
import { areSame, differInPerson, evenSpelling, nounsOf, readWording, stem } from '../../src/competencies/wording.ts';

const words = fc.constantFrom(
  ...'owns plans mends review team harbour watch tests value risk clear early small'.split(' '),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));

test.each([
  ['Writes tests.', 'writes  tests'],
  ["Doesn't wait", 'Doesn’t wait.'],
  ['Uses “quiet” words – always', 'uses "quiet" words - always!'],
])('%j says the same as %j', (left, right) => {
  expect(readWording(left).key).toBe(readWording(right).key);
});

test('a noun of the own department makes no difference, nor does its article', () => {
  const left = readWording('Leads an innovation team to success.', nounsOf(['Innovation']));
  const right = readWording('Leads a transformation team to success.', nounsOf(['Transformation']));
  expect(areSame(left, right)).toBe(true);
  expect(areSame(left, readWording('Leads a transformation team to success.'))).toBe(false);
});

test.each([
  ['You set your own goals', 'Sets their own goals', true],
  ['You are able to raise doubts', 'Is able to raise doubts', true],
  ['I own my work', 'You own your work', true],
  ['You raise doubts', 'Raises doubts', true],
  ['Set their own goals', 'Sets their own goals', false],
  ['You set your own goals', 'Sets own aims', false],
  ['You work on your own', 'Works in own', false],
])('%j and %j differ in nothing but the person: %s', (left, right, wanted) => {
  expect(differInPerson(readWording(left), readWording(right))).toBe(wanted);
});

test.each([
  ['Participates in working groups as the need arises', 'Participates on working groups as the need arises', 1],
  ['Recognises good work', 'Recognizes good work', 1],
  ['Improves tooling and processes', 'Improve tooling and processes', 1],
  ['Able to debug issues', 'Debug issues', 1],
])('%j and %j differ in nothing that matters', (left, right, wanted) => {
  expect(readWording(left).stems).toEqual(readWording(right).stems);
  expect(similarity(readWording(left), readWording(right))).toBeCloseTo(wanted);
});

test.each([
  [
    'Works with outside services when good documentation is there',
    'Works with third-party libraries when good documentation is there',
  ],
  ['Lives the honesty values', 'Lives the courage values'],
])('%j and %j are two things', (left, right) => {
  expect(similarity(readWording(left), readWording(right))).toBeLessThan(0.8);
});

test.each([
  ['recognises', 'recognizes'],
  ['organisation', 'organization'],
  ['analysed', 'analyzed'],
  ['behaviour', 'behavior'],
  ['four', 'four'],
  ['your', 'your'],
  ['raise', 'raise'],
])('%s is evened to %s', (word, even) => {
  expect(evenSpelling(word)).toBe(even);
});

test('endings go', () => {
  expect(['competencies', 'processes', 'teams', 'focus', 'helps', 'less'].map(stem)).toEqual(
    'competency process team focus help less'.split(' '),
  );
});

test.each([
  ['Design', 'designers', true],
  ['Design', 'designation', false],
  ['Boats', 'boats', true],
  ['Boats', 'boater', false],
  ['Sail and rope', 'rope', true],
  ['Sail and rope', 'and', false],
  ['Painting', 'painters', true],
  ['Deck crew', 'crews', false],
  ['Development', 'developers', true],
  ['Development', 'develops', false],
  ['Engineering', 'engineers', true],
])('of %s the word %s is a noun: %s', (name, word, wanted) => {
  expect(nounsOf([name])(word, 1)).toBe(wanted);
});

test('similarity is symmetric, between 0 and 1, and 1 for the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      (a, b) => {
        const [left, right] = [readWording(a), readWording(b)];
        const score = similarity(left, right);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(right, left)).toBeCloseTo(score);
        expect(similarity(left, left)).toBe(1);
      },
    ),
  );
});

test('case and punctuation never matter', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      expect(readWording(`  ${text.toUpperCase().replaceAll(' ', ', ')}!`).key).toBe(readWording(text).key);
    }),
  );
});

test('no pair that is alike is missed by the index', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 30 }), (texts) => {
      const items = texts.map((text) => ({ wording: readWording(text) }));
      const met = new Set(
        [...similarPairs(items)].map(([left, right]) => [items.indexOf(left), items.indexOf(right)].join()),
      );
      for (const [at, left] of items.entries()) {
        for (const [other, right] of items.slice(0, at).entries()) {
          const isAlike = similarity(left.wording, right.wording) >= 0.8;
          const isMore = isContained(right.wording, left.wording) && similarity(left.wording, right.wording) >= 0.65;
          if (isAlike || isMore) expect(met).toContain([other, at].join());
        }
      }
    }),
  );
});
