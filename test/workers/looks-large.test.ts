import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { looksLarge } from '../../src/workers/looks-large.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const pages = (folder: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/p${index}.md`, '']));

test('two hundred pages are many, wherever they lie', () => {
  expect(looksLarge(temporaryFolder({ ...pages('content/a', 150), ...pages('docs', 50) }))).toBe(true);
  expect(looksLarge(temporaryFolder({ ...pages('content/a', 150), ...pages('docs', 49) }))).toBe(false);
});

test("tools' folders are not counted", () => {
  expect(looksLarge(temporaryFolder({ ...pages('node_modules/a', 300), ...pages('.cache', 300) }))).toBe(false);
});

test('it does not look for long, nor fail where it cannot look', () => {
  const root = temporaryFolder(pages('z/z', 300));
  for (let index = 0; index < 300; index++) mkdirSync(join(root, `a${index}`));
  expect(looksLarge(root)).toBe(false);
  expect(looksLarge(join(root, 'gone'))).toBe(false);
});
