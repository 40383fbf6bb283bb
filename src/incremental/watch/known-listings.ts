import type { FileTree, KnownListing } from '../../files/file-tree.ts';

/** What a tree of files on disk has listed, as JSON, where all folders are among the `watched` ones: then their times tell of a change. */
export function writeListings({ listings, plain }: FileTree, watched: ReadonlySet<string>): Uint8Array {
  const rows: Record<string, KnownListing> = {};
  for (const [folder, { files, folders, hasLinks }] of listings ?? []) {
    if (!folders.every((each) => watched.has(each))) continue;
    rows[folder] = { files, folders, hasLinks, links: files.filter((path) => !plain?.has(path)) };
  }
  return Buffer.from(JSON.stringify(rows));
}

/** What `writeListings` wrote, by folder. */
export function readListings(written: Uint8Array | null): ReadonlyMap<string, KnownListing> {
  if (written === null) return new Map();
  return new Map(
    Object.entries(JSON.parse(Buffer.from(written.buffer, written.byteOffset, written.byteLength).toString())),
  );
}
