import { extname } from 'node:path/posix';
import { getOrInsert } from '../collections/get-or-insert.ts';
import { hashOf } from '../files/checksum.ts';
import { type FileTree, isListed, UnreadableFile } from '../files/file-tree.ts';
import { type BlobPlace, readBlobs, repositoryOf } from './blobs.ts';
import type { Repository } from './repository.ts';

/** A tree with some files, and all below folders of these names, taken away and others laid over it. */
export function overlay(
  repository: Repository,
  below: FileTree,
  gone: readonly string[],
  blobs: ReadonlyMap<string, BlobPlace>,
  onLack: () => void = () => undefined,
): FileTree {
  if (gone.length === 0 && blobs.size === 0) return below;
  const names = new Set(gone.map((path) => path.replace(/\/$/, '')));
  const isGone = (path: string) =>
    names.size > 0 && !blobs.has(path) && (names.has('.') || ancestors(path).some((each) => names.has(each)));
  const contents = new Map<string, Uint8Array>();

  function readBlob(path: string): Uint8Array {
    if (!contents.has(path)) {
      // Whoever asks for one page of a change asks for the others too; images are never asked for.
      const alike = [...blobs].filter(([other]) => extname(other) === extname(path)).map(([, blob]) => blob);
      for (const [other, bytes] of readBlobs(repository, alike)) contents.set(other, bytes);
    }
    const bytes = contents.get(path);
    if (bytes !== undefined) return bytes;
    onLack();
    throw new UnreadableFile(path, 'missing', 'is not in this clone of the repository');
  }

  // The same blob is another text when another filter writes it.
  const filtersOf = new Map<string, string>();
  function keyOf({ id, within }: BlobPlace): string {
    const known = getOrInsert(filtersOf, within, () => repositoryOf(repository, within).filters);
    return known === '' ? id : `${id} ${hashOf(known)}`;
  }

  const paths = [...blobs.keys()];
  return {
    root: below.root,
    ...ofDisk(below),
    ...(gone.length === 0 && { differs: { from: below, paths } }),
    list(folder) {
      const kept = below.list(folder).filter((path) => !isGone(path) && !blobs.has(path));
      const laid = paths.filter((path) => isListed(path, folder));
      return [...kept, ...laid];
    },
    exists: (path) => blobs.has(path) || (!isGone(path) && below.exists(path)),
    read(path) {
      if (blobs.has(path)) return readBlob(path);
      if (isGone(path)) throw new UnreadableFile(path, 'missing', 'is not there');
      return below.read(path);
    },
    stamp(path) {
      const blob = blobs.get(path);
      if (blob !== undefined) return { key: keyOf(blob), mtime: 0 };
      return isGone(path) ? null : below.stamp(path);
    },
  };
}

/** What a tree over another one knows of the disk by that one. */
export function ofDisk({ listings, unread }: FileTree): Pick<FileTree, 'listings' | 'unread'> {
  return { ...(listings && { listings }), ...(unread && { unread }) };
}

/** `a`, `a/b` and `a/b/c.md` of the last. */
function ancestors(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
