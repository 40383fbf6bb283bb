import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { StoredPage } from '../incremental/page-store.ts';
import { readShortcodeTemplates } from '../sites/hugo/shortcode-templates.ts';
import type { Page } from './handbook.ts';
import { parseRedirects } from './redirects.ts';
import { ShortcodeEffects } from './shortcodes.ts';
import { type SiteFiles, SiteIndex } from './site-index.ts';
import { HandbookState } from './state.ts';
import { StoredPageView } from './stored-page-view.ts';

/** Where these files are on the site. */
export function indexOf(config: HandbookConfig, files: SiteFiles, stored: ReadonlyMap<string, StoredPage>): SiteIndex {
  const digests = new Map([...stored].map(([path, page]) => [path, page.digest]));
  const redirects = files.redirects.flatMap((path) => parseRedirects(path, stored.get(path)!.text()));
  return new SiteIndex(config, files, digests, redirects);
}

/** The pages at their places, by path and in its order; those that are as they were in the `last` state are the same objects. */
export function viewsOf(
  stored: ReadonlyMap<string, StoredPage>,
  { places }: SiteIndex,
  last?: ReadonlyMap<string, Page>,
): Map<string, Page> {
  const views = new Map<string, Page>();
  for (const path of [...stored.keys()].filter((key) => places.has(key)).sort()) {
    const page = stored.get(path)!;
    const place = places.get(path)!;
    const view = last?.get(path);
    const isSame = view instanceof StoredPageView && view.shows(page, place);
    views.set(path, isSame ? view : new StoredPageView(page, place));
  }
  return views;
}

/** One state of a handbook, of its parts. */
export function stateOf(parts: {
  readonly tree: FileTree;
  readonly config: HandbookConfig;
  readonly files: SiteFiles;
  readonly index: SiteIndex;
  readonly views: ReadonlyMap<string, Page>;
  readonly isShared: boolean;
}): HandbookState {
  const { tree, config, files, index, views, isShared } = parts;
  const effects = new ShortcodeEffects(config, readShortcodeTemplates(tree, config.layouts));
  return new HandbookState({ root: tree.root, config, index, effects, pages: views, files, tree, isShared });
}
