import { folderOf } from '../files/paths.ts';
import type { Place, Placement, Unbuilt } from '../model/place.ts';

/** `docs/b/x.md` as `/b/x.md`: the path below the folder of content that it lies in. */
export function belowContent(path: string, folders: readonly string[]): string {
  const folder = folders.find((name) => name !== '' && path.startsWith(`${name}/`));
  return folder === undefined ? `/${path}` : path.slice(folder.length);
}

/** `x.md` as `docs/x.md`: the file at a path below the folder of content. */
export function inContent(below: string, [folder = '']: readonly string[]): string {
  return folder === '' ? below : `${folder}/${below}`;
}

/**
 * What stands for the address of a file beside pages that a build takes along only where a page shows it, and under another name:
 * `./docs/x.png`. No address starts so.
 */
export function sourceFile(path: string): string {
  return `./${path}`;
}

/**
 * Where a page stands that others find by `logical`, its path from the top: `/a/b.md`. `why` says why it is not built, where it has no
 * address.
 */
export function placeAt(logical: string, { isFolder, address, why = 'unrendered', files = null }: PlacedFile): Place {
  return {
    kind: isFolder ? 'section' : 'regular',
    address,
    unbuilt: address === null ? why : null,
    logical,
    folder: folderOf(logical) || '/',
    files,
  };
}

interface PlacedFile {
  /** It is the page of its folder. */
  readonly isFolder: boolean;
  readonly address: string | null;
  readonly why?: Unbuilt;
  readonly files?: string | null;
}

/** Where pages of a generator stand that makes nothing besides; `published` says where other files do. */
export function placement(
  places: Map<string, Place>,
  published: Placement['published'],
  automatic: ReadonlySet<string> = new Set(),
): Placement {
  return {
    places,
    published,
    automatic,
    automaticPaths: new Map(),
    made: new Set(),
    unknownPrefixes: [],
    adapters: [],
  };
}
