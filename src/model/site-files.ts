import { getOrInsert } from '../collections/get-or-insert.ts';
import { once } from '../collections/once.ts';
import type { HandbookConfig } from '../config/config.ts';
import { compilePath } from '../config/path-match.ts';
import { type FileTree, listInside } from '../files/file-tree.ts';
import type { SiteModel } from './handbook.ts';
import { isIncludable } from './include-graph.ts';
import type { SiteFiles } from './place.ts';

/** Which files of the tree are pages, includes, redirects, assets and files that the site serves. */
export function listSite(tree: FileTree, config: HandbookConfig, site: SiteModel): SiteFiles {
  const listed = new Map<string, readonly string[]>();
  const list = (folder: string) =>
    getOrInsert(listed, folder, () => {
      const paths = tree.list(folder);
      // A mount may name a single file.
      return paths.length === 0 && folder !== '' && tree.exists(folder) ? [folder] : paths;
    });
  const redirects = config.redirects.filter((path) => tree.exists(path));
  const isRedirects = new Set(redirects);
  const assets = new Set(config.assets.flatMap(list));
  for (const path of list(config.includes.root)) assets.add(path);
  if (Object.values(config.includes.by).some(({ from }) => from === 'root'))
    for (const path of list('')) assets.add(path);
  const includes = new Set(config.includes.folders.flatMap(list).filter(isIncludable));
  const content = new Set<string>();
  const adapters: string[] = [];
  const inContent: { folder: string; paths: string[] }[] = [];
  for (const folder of config.content) {
    const files: string[] = [];
    for (const path of list(folder)) {
      if (site.isPage(path)) {
        if (!includes.has(path)) content.add(path);
      } else if (path.endsWith('/_content.gotmpl')) adapters.push(path);
      else files.push(path);
    }
    if (site.servesContent) inContent.push({ folder, paths: files });
  }
  for (const path of isRedirects) content.delete(path);
  const data = config.data.config === null ? [] : [config.data.config];
  for (const { folder, pattern } of config.data.patterns) {
    const match = compilePath(pattern);
    data.push(...listInside({ list }, folder).filter((path) => match(path) !== null));
  }
  const served = once(() => [
    ...config.static.map((folder) => {
      const paths = listInside({ list }, folder).filter((path) => !isRedirects.has(path));
      return { folder, paths: paths.sort(), isContent: false };
    }),
    ...inContent.map(({ folder, paths }) => ({ folder, paths: paths.sort(), isContent: true })),
  ]);
  return {
    content: [...content].sort(),
    adapters,
    includes: [...includes].sort(),
    redirects,
    data: [...new Set(data)].sort(),
    served,
    assets,
  };
}
