import { once } from '../collections/once.ts';
import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { SiteModel } from './handbook.ts';
import type { PageSource } from './page-source.ts';
import type { PageSummary } from './page-summary.ts';
import { PageView } from './page-view.ts';
import type { Placement, SiteFiles } from './place.ts';
import { parseRedirects, uncertainRedirects } from './redirects.ts';
import { ShortcodeEffects } from './shortcodes.ts';
import { SiteIndex } from './site-index.ts';

/** Builds the index of the site: which address each of these files has. `recall` gives a placement that is known already. */
export function indexOf(
  site: SiteModel,
  config: HandbookConfig,
  files: SiteFiles,
  sources: ReadonlyMap<string, PageSource>,
  recall: (place: () => Placement) => Placement | undefined = () => undefined,
): SiteIndex {
  const all = once(() => summariesOf(sources.keys(), sources));
  const texts = files.redirects.map((path) => [path, sources.get(path)!.text()] as const);
  const redirects = texts.flatMap(([path, text]) => parseRedirects(path, text));
  const uncertain = texts.flatMap(([, text]) => uncertainRedirects(text));
  const place = () => site.place(files, all(), config);
  const placement = recall(place) ?? place();
  const { telling } = placement;
  const summaries = telling === undefined ? all() : summariesOf([...telling, ...files.includes], sources);
  return new SiteIndex(site, config, files, summaries, redirects, uncertain, placement);
}

function summariesOf(
  paths: Iterable<string>,
  sources: ReadonlyMap<string, PageSource>,
): ReadonlyMap<string, PageSummary> {
  const summaries = new Map<string, PageSummary>();
  for (const path of paths) summaries.set(path, sources.get(path)!.summary);
  return summaries;
}

/** The pages at their places, sorted by path. A page that did not change since the `last` state stays the same object. */
export function viewsOf(
  sources: ReadonlyMap<string, PageSource>,
  { places }: SiteIndex,
  last?: ReadonlyMap<string, PageView>,
): Map<string, PageView> {
  const views = new Map<string, PageView>();
  for (const path of [...sources.keys()].filter((key) => places.has(key)).sort()) {
    const source = sources.get(path)!;
    const place = places.get(path)!;
    const view = last?.get(path);
    views.set(path, view?.shows(source, place) ? view : new PageView(source, place));
  }
  return views;
}

/** What each shortcode prints, by the templates among these files. */
export function effectsOf(tree: FileTree, config: HandbookConfig, site: SiteModel): ShortcodeEffects {
  return new ShortcodeEffects(config, site.shortcodeTemplates(tree, config));
}
