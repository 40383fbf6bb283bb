import { endingOf, isLeftover } from '../../files/paths.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';

const folderNames = new Set(['index.md', 'readme.md']);

export function isPage(path: string): boolean {
  const ending = endingOf(path);
  return !isLeftover(path) && (ending === 'md' || ending === 'markdown');
}

/** An address is the file's own: `/docs/a.md`. */
export function place({ content }: SiteFiles): Placement {
  const places = new Map(content.map((path) => [path, placeOf(`/${path}`)]));
  return { places, automatic: new Set(), folders: new Map() };
}

function placeOf(address: string): Place {
  const slash = address.lastIndexOf('/');
  const kind = folderNames.has(address.slice(slash + 1).toLowerCase()) ? 'section' : 'regular';
  return { kind, address, unbuilt: null, logical: address, folder: address.slice(0, slash) || '/', files: null };
}
