import { countOne } from '../collections/groups.ts';
import type { HandbookConfig } from '../config/config.ts';
import { diskTree } from '../files/disk-tree.ts';
import { listInside } from '../files/file-tree.ts';
import type { Handbook } from '../model/handbook.ts';
import { Failure } from './failure.ts';

const MARKDOWN = /\.(?:md|mdx|markdown)$/;

/** Throws a Failure for a handbook without pages, which says where its Markdown lies instead. */
export function demandPages(root: string, { pages, config }: Pick<Handbook, 'pages' | 'config'>): void {
  if (pages.every(({ kind }) => kind === 'data' || kind === 'redirects')) throw noPages(root, config);
}

/** `config` says where pages were looked for. */
function noPages(root: string, config: HandbookConfig): Failure {
  const nothing = `There are no Markdown pages in ${root}`;
  const looked =
    config.content.length === 0 || config.content.includes('')
      ? ''
      : `, where pages are looked for in ${config.content.join(', ')}`;
  const folder = folderOfMost(listInside(diskTree(root), '').filter((path) => MARKDOWN.test(path)));
  if (folder === '' || looked === '') return new Failure(`${nothing}${looked}.`);
  return new Failure(
    `${nothing}${looked}. Most Markdown lies in ${folder}: run handbook-lint --root on it, or write "content: [${folder}]" into handbook.yaml.`,
  );
}

/** The folder furthest down that holds at least four fifths of these files; `''` when only the root does. */
function folderOfMost(paths: readonly string[]): string {
  let folder = '';
  for (;;) {
    const counts = new Map<string, number>();
    for (const path of paths.filter((each) => each.startsWith(folder))) {
      const end = path.indexOf('/', folder.length);
      if (end >= 0) countOne(counts, path.slice(0, end + 1));
    }
    const [next] = [...counts].filter(([, count]) => count >= paths.length * 0.8);
    if (next === undefined) return folder.slice(0, -1);
    [folder] = next;
  }
}
