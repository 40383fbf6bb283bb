import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes out the sites that lie in archives of a folder, `NAME.sites.txt`: `=== site`, then `--- path` before the text of each file. */
export function unpackSites(folder: string, target: string): void {
  for (const archive of readdirSync(folder).filter((name) => name.endsWith('.sites.txt')))
    for (const site of readFileSync(join(folder, archive), 'utf8').split(/^=== /m).slice(1)) {
      const [name = '', ...files] = site.split(/^--- (?=\S+.*$)/m);
      for (const file of files) {
        const end = file.indexOf('\n');
        const path = join(target, 'sites', name.trim(), file.slice(0, end));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.slice(end + 1));
      }
    }
}
