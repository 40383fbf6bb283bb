import { existsSync, lstatSync } from 'node:fs';
import { type KnownFiles, type Listing, UnreadableFile } from './file-tree.ts';
import { cleanRelative } from './paths.ts';
import { explained, type RootFolder } from './root-folder.ts';
import { listAgain, listingOf, type Visit, walk } from './walk.ts';

/** What lies in folders on disk, as a walk finds it, or as an earlier run has found it where nothing has changed since. */
export class DiskListings {
  /** Files that are no links, and do not lie below one. */
  readonly plain: Set<string>;
  /** By folder, as it was asked for. */
  readonly listings = new Map<string, Listing>();
  readonly unread = new Map<string, UnreadableFile>();
  readonly #root: RootFolder;
  readonly #known: KnownFiles | undefined;

  constructor(root: RootFolder, seen: Iterable<string>, known: KnownFiles | undefined) {
    this.#root = root;
    this.plain = new Set(seen);
    this.#known = known;
  }

  /** The files below a folder. Throws `UnreadableFile` when it leads out of the root. */
  list(path: string): readonly string[] {
    const inside = cleanRelative(path);
    if (inside === null) throw new UnreadableFile(path, 'outside', 'lies outside of the handbook');
    const listing =
      this.#recalled(path, inside) ??
      (this.#isFolder(inside) ? this.#found(inside) : { files: [], folders: [inside], hasLinks: false });
    this.listings.set(path, listing);
    return listing.files;
  }

  #recalled(path: string, inside: string): Listing | undefined {
    const before = this.#known?.listing(path);
    const listing = before && this.#known && listAgain(this.#root, inside, before, this.#known.hasChanged);
    if (listing == null) return undefined;
    const links = new Set(listing.links);
    for (const file of listing.files) if (!links.has(file)) this.plain.add(file);
    return listing;
  }

  #isFolder(path: string): boolean {
    if (!existsSync(`${this.#root.path}/${path}`)) return false;
    try {
      return lstatSync(this.#root.real(path)).isDirectory();
    } catch (error) {
      const problem = explained(path, error);
      if (problem.why === 'outside') throw problem;
      return false;
    }
  }

  #found(path: string): Listing {
    // What was a plain file may be a link, or lie below one, by now.
    for (const file of this.plain) if (path === '' || file.startsWith(`${path}/`)) this.plain.delete(file);
    return listingOf(this.#noted(walk(this.#root, path)));
  }

  /** Notes which files are plain, and which folders cannot be read. */
  *#noted(visits: Iterable<Visit>): Generator<Visit> {
    for (const visit of visits) {
      this.unread.delete(visit.folder);
      // A folder may vanish meanwhile; then nothing is there.
      if (visit.problem !== null && visit.problem.why !== 'missing') this.unread.set(visit.folder, visit.problem);
      for (const file of visit.files) this.plain.add(file);
      yield visit;
    }
  }
}
