import type { Place, Placement } from '../model/place.ts';

/** `docs/b/x.md` as `/b/x.md`: the path below the folder of content that it lies in. */
export function belowContent(path: string, folders: readonly string[]): string {
  const folder = folders.find((name) => name !== '' && path.startsWith(`${name}/`));
  return folder === undefined ? `/${path}` : path.slice(folder.length);
}

/** Where pages of a generator stand that makes nothing besides; `published` says where other files do. */
export function placement(
  places: ReadonlyMap<string, Place>,
  published: Placement['published'],
  automatic: ReadonlySet<string> = new Set(),
): Placement {
  return { places, published, automatic, automaticPaths: new Map(), made: new Set(), elsewhere: [], adapters: [] };
}
