import { countOne } from '../collections/groups.ts';
import { diskTree } from '../files/disk-tree.ts';
import { listInside } from '../files/file-tree.ts';
import type { Handbook } from '../model/handbook.ts';
import { Failure } from './failure.ts';

const MARKDOWN = /\.(?:md|mdx|markdown)$/;

/** Throws a Failure for a handbook without pages, which says where its Markdown lies instead. */
export function demandPages(root: string, { pages, config: { content } }: Pick<Handbook, 'pages' | 'config'>): void {
  if (pages.some(({ kind }) => kind !== 'data' && kind !== 'redirects')) return;
  const nothing = `There are no Markdown pages in ${root}`;
  if (content.length === 0 || content.includes('')) throw new Failure(`${nothing}.`);
  const looked = `${nothing}, where pages are looked for in ${content.join(', ')}.`;
  const folder = folderOfMost(listInside(diskTree(root), '').filter((path) => MARKDOWN.test(path)));
  const advice = ` Most Markdown lies in ${folder}: run handbook-lint --root on it, or write "content: [${folder}]" into handbook.yaml.`;
  throw new Failure(looked + (folder === '' ? '' : advice));
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
