import type { FileTree } from '../../files/file-tree.ts';
import { decode } from '../../markdown/decode.ts';
import type { Page } from '../../model/handbook.ts';
import { type DataWord, wordsIn } from '../configuration/data-words.ts';
import type { NamedPage } from '../configuration/named-page.ts';
import { docIdOf } from './addresses.ts';
import type { DocusaurusSettings } from './config.ts';
import type { DocusaurusPlugin } from './plugins.ts';

/** The docs that sidebars name by their ids. In JSON these are items of lists and each `id` (Docusaurus 3.10, `normalizeItem`). */
export function namedPages(
  { plugins }: DocusaurusSettings,
  pages: readonly Page[],
  tree: FileTree,
): readonly NamedPage[] {
  return plugins.flatMap((plugin) => namedIn(plugin, pages, tree));
}

function namedIn(plugin: DocusaurusPlugin, pages: readonly Page[], tree: FileTree): readonly NamedPage[] {
  const { sidebars } = plugin;
  if (sidebars === null || !tree.exists(sidebars)) return [];
  const { text } = decode(tree.read(sidebars));
  const isData = sidebars.endsWith('.json');
  const isId = ({ keys }: DataWord) => ['', 'id'].includes(keys.at(-1) ?? '');
  const words = isData ? wordsIn(text).filter(isId) : quotedIn(text);
  const nameOf = (page: Page) => docIdOf(page, plugin);
  const ids = new Map(pages.map((page) => [nameOf(page), page.path]));
  return words.flatMap(({ word, range }): NamedPage[] => {
    const page = ids.get(word);
    return page === undefined ? [] : [{ path: sidebars, range, page, isData, nameOf }];
  });
}

/** The words between quotes in a script. */
function quotedIn(text: string): readonly Pick<DataWord, 'word' | 'range'>[] {
  return [...text.matchAll(/(["'`])([^"'`\n]*)\1/g)].map(({ index, 2: word = '' }) => ({
    word,
    range: [index + 1, index + 1 + word.length],
  }));
}
