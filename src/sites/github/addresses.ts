import type { HandbookConfig } from '../../config/config.ts';
import { endingOf, isLeftover } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';

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
  const places = new Map(content.map((path) => [path, placeOf(`/${path}`)]));
  return {
    places,
    automatic: new Set(),
    automaticPaths: new Map(),
    made: new Set(),
    unknownPrefixes: [],
    adapters: [],
    // Files count from the folder of `static` that they lie in, those in dot folders from the top.
    published: (path) => {
      const folder = folders.find((name) => name !== '' && !name.startsWith('.') && path.startsWith(`${name}/`));
      return folder === undefined ? `/${path}` : path.slice(folder.length);
    },
  };
}

function placeOf(address: string): Place {
  const slash = address.lastIndexOf('/');
  const kind = folderNames.has(address.slice(slash + 1).toLowerCase()) ? 'section' : 'regular';
  return { kind, address, unbuilt: null, logical: address, folder: address.slice(0, slash) || '/', files: null };
}
