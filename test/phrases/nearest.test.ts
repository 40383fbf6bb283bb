import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/phrases/nearest.ts';

test('the nearest word is the one that was meant, when every third letter differs at most', () => {
  expect(nearest('rol', ['role', 'job-family', 'none'])).toBe('role');
  expect(nearest('Job-Familly', ['role', 'job-family', 'none'])).toBe('job-family');
  expect(nearest('policy', ['role', 'job-family', 'none'])).toBeNull();
  expect(nearest('stat', ['start', 'statistics'])).toBe('start');
  expect(nearest('anything', [])).toBeNull();
});

test('nothing is offered where no word is near', () => {
  expect(didYouMean('formt', ['format'], (near) => `--${near}`)).toBe(' Did you mean --format?');
  expect(didYouMean('formt', ['output'])).toBe('');
});
