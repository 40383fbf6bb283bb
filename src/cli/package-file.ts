import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of this package, from the sources and from the built bundles alike: `docs/rules/link-page.md`. `null` when it is not there. */
export function readPackageFile(path: string): string | null {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    if (existsSync(fileURLToPath(new URL('package.json', folder)))) {
      const file = fileURLToPath(new URL(path, folder));
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    }
    if (folder.pathname === '/') return null;
  }
}
