import { diskTree } from '../../files/disk-tree.ts';
import { effectsOf, indexOf, viewsOf } from '../../model/assemble.ts';
import { HandbookState } from '../../model/state.ts';
import { siteOf } from '../../sites/index.ts';
import { needsOf } from '../../sites/reading-needs.ts';
import { FactsFile, PageOnFile } from '../pages/facts-file.ts';
import { LazyReader } from '../pages/lazy-reader.ts';
import { PageStore, StoredPage } from '../pages/page-store.ts';
import type { ReadingNeeds } from '../pages/read-files.ts';
import { StoredFacts } from '../pages/stored-facts.ts';
import { StoredHandbook } from '../stored-handbook.ts';
import type { SharedFiles, SharedHandbook } from './shared-handbook.ts';

/** A handbook that another thread shares. */
export interface Opened {
  readonly handbook: StoredHandbook;
  /** In the order in which they are shared. */
  readonly stored: readonly StoredPage[];
  readonly needs: ReadingNeeds;
}

/** Opens a handbook as it was read in another thread. */
export async function openShared({ config, tracks, files: text, bodies, descriptor }: SharedHandbook): Promise<Opened> {
  const { root, plain, pages, served, assets, ...paths } = JSON.parse(text) as SharedFiles;
  const own = textsOf(pages);
  const tree = diskTree(root, plain.map(own));
  const reader = new LazyReader();
  await reader.load();
  const needs = needsOf(config);
  const store = new PageStore(reader, needs, config.data);
  const file = descriptor === null ? null : new FactsFile(descriptor);
  const blocks = bodies.map((body) => Buffer.from(body));
  const stored = new Map<string, StoredPage>();
  for (const [path, reading, key, summary, body, start, end] of pages) {
    const known =
      body === null
        ? new PageOnFile({ path, key, summary }, file!, start, end)
        : { path, key, summary, facts: new StoredFacts(blocks[body]!, start, end) };
    stored.set(path, new StoredPage({ path, reading, known, stamp: null, readAt: 0, tree, store }));
  }
  const content = paths.content.map(own);
  const files = { ...paths, content, assets: new Set(assets), served: () => served };
  const site = siteOf(config);
  const index = indexOf(site, config, files, stored);
  const views = viewsOf(stored, index);
  const effects = effectsOf(tree, config, site);
  const state = new HandbookState({ tree, config, site, files, index, views, effects, tracks });
  const reading = { given: '', paths: [] };
  const kept = { stored, index, files, listed: files, tree, isShared: true, cache: null };
  const handbook = new StoredHandbook({ ...kept, handbook: state, config: reading });
  return { handbook, stored: [...stored.values()], needs };
}

/** Gives the text of a path that a page has, so that there is one of each. Apart, since what is made in `openShared` would keep all of them. */
function textsOf(pages: SharedFiles['pages']): (path: string) => string {
  const texts = new Map(pages.map(([path]) => [path, path]));
  return (path) => texts.get(path) ?? path;
}
