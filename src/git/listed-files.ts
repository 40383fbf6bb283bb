import type { BlobPlace } from './blobs.ts';
import type { Repository } from './repository.ts';
import { expect } from './run-git.ts';

/** What lies below a repository's folder. */
interface ListedFiles {
  /** The links that the index holds, by path, with the ids of the texts that say where they lead. */
  readonly links: ReadonlyMap<string, BlobPlace>;
  /** Files, and folders ending in `/` which are repositories, that the index does not hold. */
  readonly unfollowed: readonly string[];
}

/** Asks for links and for what git does not follow and .gitignore does not name. */
export function listFiles(repository: Repository): ListedFiles {
  const question = ['ls-files', '-z', '-t', '--stage', '--others', '--exclude-standard'];
  const links = new Map<string, BlobPlace>();
  const unfollowed: string[] = [];
  for (const line of expect(repository.folder, question).toString('utf8').split('\0')) {
    if (line.startsWith('? ')) unfollowed.push(line.slice(2));
    else if (line.startsWith('120000 ', 2)) {
      const [, id = '', path = ''] = /^. 120000 ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
      if (path !== '') links.set(path, { id, path, within: '' });
    }
  }
  return { links, unfollowed };
}
