import { nameOf } from '../../files/paths.ts';

/** A collection that is published, with the pattern of its addresses. Posts are one. */
export interface Collection {
  readonly name: string;
  readonly permalink: string;
}

/** The collections of a site. */
export interface Collections {
  /** Those that are published, posts among them. */
  readonly collections: readonly Collection[];
  /** The folder that all of them lie in, with its slash; `''` for the source itself. */
  readonly collectionsFolder: string;
}

export interface CollectionFile {
  readonly collection: Collection;
  /** The folder that makes it one, by its place in the path: 1 for `news/_posts/a.md`. */
  readonly depth: number;
  /** The path without that folder and the ending: `/sub/bob` for `_staff/sub/bob.md`. */
  readonly path: string;
  /** Folders above `_posts`, which are categories. */
  readonly above: readonly string[];
}

/** Names of posts begin with a date (`DATE_FILENAME_MATCHER` of Jekyll 4.4). */
const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/;

/** What a file is in its collection, by its path below the source; `null` for pages and files of their own. */
export function collectionFileAt(path: string, { collections, collectionsFolder }: Collections): CollectionFile | null {
  if (!path.startsWith(collectionsFolder)) return null;
  const segments = path.split('/');
  const first = collectionsFolder.split('/').length - 1;
  const depth = Math.max(segments.indexOf('_posts', first), first);
  const collection = collections.find(({ name }) => segments[depth] === `_${name}`);
  if (!collection || depth === segments.length - 1) return null;
  if (collection.name === 'posts' && !DATED.test(nameOf(path))) return null;
  const above = segments.slice(first, depth);
  const bare = segments.slice(depth + 1).join('/');
  return { collection, depth, path: `/${[...above, withoutLastEnding(bare)].join('/')}`, above };
}

/** A file's name without its ending, nor points before that. */
export function bareName(path: string): string {
  return withoutLastEnding(nameOf(path));
}

/** The day in the name of a file, and the rest of the name without its ending. */
export function nameParts(path: string): { readonly date: string | null; readonly slug: string } {
  const name = bareName(path);
  const dated = DATED.exec(name);
  return { date: dated?.[1] ?? null, slug: (dated?.[2] ?? name).replace(/(?<!\.)\.+$/, '') };
}

function withoutLastEnding(path: string): string {
  return path.replace(/\.[^./]*$/, '').replace(/(?<!\.)\.+$/, '');
}
