import { lstatSync } from 'node:fs';
import { extname } from 'node:path/posix';
import { getOrInsert } from '../collections/get-or-insert.ts';
import { blobName, hashOf } from '../files/checksum.ts';
import { type Stamp, UnreadableFile } from '../files/file-tree.ts';
import { readNoLink } from '../files/plain-file.ts';
import { type BlobPlace, filterOf, readBlobs, repositoryOf } from './blobs.ts';
import type { Repository } from './repository.ts';

/** Git is asked for 64 files the first time, and for twice as many each time after. */
const AT_ONCE = 64;
/** The length of git's names by SHA-1, by which the cache names what it knows as well. */
const SHA1 = 40;

/** Files of one state of the handbook, as git holds them. */
export class HeldFiles {
  readonly places: ReadonlyMap<string, BlobPlace>;
  /** Whether git has held all that was asked for so far. */
  isWhole = true;
  readonly #repository: Repository;
  readonly #isOfIndex: boolean;
  /** By the repository that a place lies in. */
  readonly #filters = new Map<string, (place: BlobPlace) => boolean>();
  readonly #filterNames = new Map<string, string>();
  readonly #contents = new Map<string, Uint8Array>();
  #atOnce = AT_ONCE;

  /** `isOfIndex`: they are those of the next commit, most of which lie on disk. Their lines end as in git, those of others as on disk. */
  constructor(repository: Repository, places: ReadonlyMap<string, BlobPlace>, isOfIndex: boolean) {
    this.places = places;
    this.#repository = repository;
    this.#isOfIndex = isOfIndex;
  }

  /** Whether one of the places is another text on disk than git holds. */
  isFiltered(place: BlobPlace): boolean {
    const isFiltered = this.#filters.get(place.within) ?? this.#filterIn(place.within);
    return isFiltered(place);
  }

  /** The bytes of one of the places. Throws `UnreadableFile`. */
  read(path: string): Uint8Array {
    const place = this.places.get(path)!;
    const isTried = this.#isOfIndex && !this.#contents.has(path) && !this.isFiltered(place);
    const onDisk = isTried ? readSame(this.#repository.folder, place) : null;
    if (onDisk !== null) return onDisk;
    if (!this.#contents.has(path)) this.#readFrom(path);
    const bytes = this.#contents.get(path);
    if (bytes !== undefined) return bytes;
    this.isWhole = false;
    throw new UnreadableFile(path, 'missing', 'is not in this clone of the repository');
  }

  stamp(place: BlobPlace): Stamp {
    const { id, within } = place;
    if (!this.isFiltered(place)) return id.length === SHA1 ? { key: id, mtime: 0, blob: id } : { key: id, mtime: 0 };
    // The same blob is another text when another filter writes it.
    const filters = getOrInsert(this.#filterNames, within, () =>
      hashOf(repositoryOf(this.#repository, within).filters),
    );
    return { key: `${id} ${filters}`, mtime: 0 };
  }

  #filterIn(within: string): (place: BlobPlace) => boolean {
    const places = () => [...this.places.values()].filter((place) => place.within === within);
    const isFiltered = filterOf(repositoryOf(this.#repository, within), places, !this.#isOfIndex);
    this.#filters.set(within, isFiltered);
    return isFiltered;
  }

  /** Reads a file of git, and some after it: whoever asks for one page asks for others too. Images are never asked for. */
  #readFrom(path: string): void {
    const alike: BlobPlace[] = [];
    for (const [other, place] of this.places) {
      const isWanted = alike.length > 0 && !this.#contents.has(other) && extname(other) === extname(path);
      if ((isWanted || other === path) && alike.push(place) === this.#atOnce) break;
    }
    this.#atOnce *= 2;
    for (const [other, bytes] of readBlobs(this.#repository, alike, (place) => this.isFiltered(place)))
      this.#contents.set(other, bytes);
  }
}

/** The bytes of a file on disk, if it is the one that git holds. */
function readSame(folder: string, { path, id }: BlobPlace): Uint8Array | null {
  try {
    const file = `${folder}/${path}`;
    // A pipe would be waited for.
    if (!lstatSync(file).isFile()) return null;
    const bytes = readNoLink(file);
    return blobName(bytes, id.length === SHA1 ? 'sha1' : 'sha256') === id ? bytes : null;
  } catch {
    return null;
  }
}
