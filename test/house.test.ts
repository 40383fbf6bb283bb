/** What keeps the source readable: no room too full, no file too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Folders of the source, each with its own files. */
function* rooms(folder: string): Generator<{ readonly folder: string; readonly files: readonly string[] }> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  yield { folder, files: entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name)) };
  for (const entry of entries) if (entry.isDirectory()) yield* rooms(join(folder, entry.name));
}

const all = ['src', 'rules'].flatMap((folder) => [...rooms(folder)]);

test('no folder holds more than 25 files', () => {
  expect(all.filter(({ files }) => files.length > 25).map(({ folder }) => folder)).toEqual([]);
});

test('no file has more than 250 lines', () => {
  const files = all.flatMap((room) => room.files).filter((path) => path.endsWith('.ts'));
  expect(files.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > 251)).toEqual([]);
});
