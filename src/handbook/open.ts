import { type ConfigSource, loadConfig, readConfigSource } from './config/load.ts';
import type { HandbookConfig } from './config.ts';
import { diskTree } from './disk-tree.ts';
import type { FileTree } from './file-tree.ts';
import type { Handbook, Page } from './handbook.ts';
import { isIncludable } from './include-graph.ts';
import { type Overlays, overlayTree } from './overlay-tree.ts';
import { type DigestNeeds, readStoredPage, type StoredPage } from './page-store.ts';
import type { PageReader, Reading } from './reader.ts';
import { parseRedirects } from './redirects.ts';
import { readShortcodeTemplates } from './shortcode-templates.ts';
import { ShortcodeEffects } from './shortcodes.ts';
import { listSite } from './site-files.ts';
import { SiteIndex } from './site-index.ts';
import { HandbookState, StoredPageView } from './state.ts';

export interface OpenOptions {
  /** An absolute path. */
  readonly root: string;
  /** Where the files are, when not on disk below the root. */
  readonly tree?: FileTree;
  /** A configuration instead of the root's handbook.yaml. */
  readonly config?: ConfigSource;
  /** Texts that an editor has not saved yet, by path. */
  readonly overlays?: Overlays;
}

/** Reads a handbook into one model. Throws `ConfigError` when its configuration cannot be used. */
export async function openHandbook(options: OpenOptions): Promise<Handbook> {
  return (await openSession(options)).handbook;
}

/** Opens a handbook that is going to be asked again after changes. */
export async function openSession(options: OpenOptions): Promise<HandbookSession> {
  const base = options.tree ?? diskTree(options.root);
  const tree = overlayTree(base, options.overlays ?? new Map());
  const config = await loadConfig(tree, options.config ?? readConfigSource(tree));
  const { loadReader } = await import('./load-reader.ts');
  return new HandbookSession(base, config, await loadReader(), options.overlays ?? new Map());
}

/** A handbook that can be looked at again after some of its files have changed. */
export class HandbookSession {
  handbook: Handbook;
  readonly #config: HandbookConfig;
  readonly #reader: PageReader;
  readonly #needs: DigestNeeds;

  constructor(base: FileTree, config: HandbookConfig, reader: PageReader, overlays: Overlays) {
    this.#config = config;
    this.#reader = reader;
    this.#needs = { taxonomies: config.hugo.taxonomies, inserting: new Set(config.includes.shortcodes) };
    this.handbook = this.#build(overlayTree(base, overlays));
  }

  #build(tree: FileTree): Handbook {
    const config = this.#config;
    const files = listSite(tree, config);
    const stored = new Map<string, StoredPage>();
    const read = (path: string, reading: Reading) => {
      stored.set(path, readStoredPage(path, reading, tree, this.#reader, this.#needs));
    };
    for (const path of files.content) read(path, 'page');
    for (const path of files.includes) read(path, 'include');
    for (const path of files.redirects) read(path, 'redirects');
    const redirects = files.redirects.flatMap((path) => parseRedirects(path, stored.get(path)!.text()));
    const digests = new Map([...stored].map(([path, page]) => [path, page.digest]));
    const includes = [...files.includes];
    let index = new SiteIndex(config, files, digests, redirects);
    // Includes may lie outside of the folders for includes; those that are called are pages as well.
    for (
      let more = strays(index, digests, files.assets);
      more.length > 0;
      more = strays(index, digests, files.assets)
    ) {
      for (const path of more) {
        read(path, 'include');
        digests.set(path, stored.get(path)!.digest);
        includes.push(path);
      }
      index = new SiteIndex(config, { ...files, includes }, digests, redirects);
    }
    const pages = new Map<string, Page>();
    for (const path of [...stored.keys()].sort()) {
      pages.set(path, new StoredPageView(stored.get(path)!, index.places.get(path)!));
    }
    const effects = new ShortcodeEffects(config, readShortcodeTemplates(tree, config.layouts));
    return new HandbookState({ root: tree.root, config, index, effects, pages, assets: files.assets });
  }
}

function strays(
  index: SiteIndex,
  digests: ReadonlyMap<string, { readonly calls?: readonly (readonly [string, string])[] }>,
  assets: ReadonlySet<string>,
): string[] {
  const found = new Set<string>();
  for (const { calls } of digests.values()) {
    for (const [, argument] of calls ?? []) {
      const target = index.includes.resolve(argument);
      if (target.kind === 'not-markdown' && isIncludable(target.path) && assets.has(target.path))
        found.add(target.path);
    }
  }
  return [...found].sort();
}
