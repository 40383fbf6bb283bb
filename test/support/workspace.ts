import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** The repository, with a slash at the end. */
export const repository = new URL('../../', import.meta.url).pathname;

/** A `.remarkrc.mjs` that lists the preset as it is in this tree. */
export const presetRc = `export { default } from '${pathToFileURL(`${repository}src/preset.ts`)}';\n`;

/** A folder on disk with these files, gone after the test. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, content: string | Uint8Array) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return { root, write, path: (path) => join(root, path), uri: (path) => pathToFileURL(join(root, path)).href };
}

export interface Workspace {
  readonly root: string;
  write(path: string, content: string | Uint8Array): void;
  path(path: string): string;
  uri(path: string): string;
}
