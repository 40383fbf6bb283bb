import type { HandbookConfig } from '../../config/config.ts';
import { endingOf, isLeftover, nameOf } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placeAt, placement } from '../content-paths.ts';

const folderNames = new Set(['index.md', 'readme.md']);

export function isPage(path: string): boolean {
  const ending = endingOf(path);
  return !isLeftover(path) && (ending === 'md' || ending === 'markdown');
}

/** An address is the file's own: `/docs/a.md`. */
export function place(
  { content }: SiteFiles,
  _summaries: ReadonlyMap<string, PageSummary>,
  { static: folders }: HandbookConfig,
): Placement {
  const places = content.map((path): [string, Place] => {
    const isFolder = folderNames.has(nameOf(path).toLowerCase());
    return [path, placeAt(`/${path}`, { isFolder, address: `/${path}` })];
  });
  // Files count from the folder of `static` that they lie in, those in dot folders from the top.
  const counting = folders.filter((name) => !name.startsWith('.'));
  return placement(new Map(places), (path) => belowContent(path, counting));
}
