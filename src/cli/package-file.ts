import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of this package, from the sources and from the built bundles alike: `docs/rules/link-page.md`. `null` when it is not there. */
export function readPackageFile(path: string): string | null {
  const file = find(path);
  return file !== null && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Where a file of this package lies, from the current folder: `node_modules/…/docs/ci.md`. */
export function packagePath(path: string): string {
  return fromHere(find(path) ?? path);
}

/** A path from the current folder; one that lies outside of it stays absolute. */
export function fromHere(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

function find(path: string): string | null {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    // What is built has a package.json in `dist/cli` as well.
    const isPackage = ['package.json', 'docs'].every((each) => existsSync(new URL(each, folder)));
    if (isPackage) return fileURLToPath(new URL(path, folder));
    if (folder.pathname === '/') return null;
  }
}
