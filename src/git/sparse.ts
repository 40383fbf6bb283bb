import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { hashOf } from '../files/checksum.ts';
import { type FileTree, UnreadableFile } from '../files/file-tree.ts';
import { type BlobPlace, lacking } from './blobs.ts';
import { gitFolderAbove } from './git-folder.ts';
import { HeldFiles } from './held-files.ts';
import { overlay } from './overlay.ts';
import { openRepository, type Repository } from './repository.ts';
import { expect, GitProblem } from './run-git.ts';

/** The files of a checkout, with those that a sparse one leaves out. */
interface Checkout {
  readonly tree: FileTree;
  /** Names what was laid over the disk; `''` for nothing. */
  readonly name: string;
}

/**
 * The files on disk, and those that the index marks as left out by a sparse checkout: they exist for whoever clones it all. Git is
 * asked only where its own folder says that a checkout is sparse, and never asks a remote. Folders of pages that a clone without
 * blobs does not hold are unread: what is in them is unknown.
 */
export function wholeCheckout(disk: FileTree): Checkout {
  if (sparseIndex(disk.root) === null) return { tree: disk, name: '' };
  try {
    const repository = openRepository(disk.root);
    const left = leftOut(repository, disk);
    if (left.size === 0) return { tree: disk, name: '' };
    const lost = pagesNotHeld(repository, left.values());
    const name = hashOf(JSON.stringify([...left.values(), ...lost]));
    const held = new Map([...left].filter(([path]) => !lost.has(path)));
    return { tree: withUnread(overlay(disk, [], new HeldFiles(repository, held, false)), lost), name };
  } catch (error) {
    // Without git, or in a repository that it does not trust, there is the disk alone.
    if (error instanceof GitProblem) return { tree: disk, name: '' };
    throw error;
  }
}

/** The file that tells of a change of what a sparse checkout leaves out; `null` where all is checked out. */
export function sparseIndex(root: string): string | null {
  const folder = gitFolderAbove(root)?.own ?? null;
  if (folder === null || !existsSync(join(folder, 'info/sparse-checkout'))) return null;
  return join(folder, 'index');
}

/** Tells a program that goes on when a sparse checkout leaves out other files. */
export class SparseWatch {
  readonly #root: string;
  #last: { readonly file: string | null; readonly state: string } | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  /** Whether git's index, which says what is left out, is another than at the last look. `isSame`: no file has come or gone. */
  hasChanged(isSame = false): boolean {
    const last = this.#last;
    const file = last === null || !isSame ? sparseIndex(this.#root) : last.file;
    const stat = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
    this.#last = { file, state: stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}` };
    return this.#last.state !== last?.state;
  }
}

function leftOut(repository: Repository, disk: FileTree): ReadonlyMap<string, BlobPlace> {
  const left = new Map<string, BlobPlace>();
  for (const line of expect(repository.folder, ['ls-files', '-t', '-s', '-z']).toString('utf8').split('\0')) {
    const [, id = '', path = ''] = /^S 100\d{3} ([0-9a-f]+) 0\t(.*)$/s.exec(line) ?? [];
    if (path !== '' && !disk.exists(path)) left.set(path, { id, path, within: '' });
  }
  return left;
}

/** Pages of which a sparse checkout of a clone without blobs has only the names. */
export function pagesNotHeld(repository: Repository, files: Iterable<BlobPlace>): ReadonlySet<string> {
  if (repository.promisor === null || sparseIndex(repository.folder) === null) return new Set();
  const pages = [...files].filter(
    ({ path }) => /\.(?:md|markdown)$/i.test(path) && !existsSync(join(repository.folder, path)),
  );
  const missing = lacking(repository, pages);
  return new Set(pages.filter(({ id }) => missing.has(id)).map(({ path }) => path));
}

/** The tree, which says that the folders of these pages cannot be read. */
export function withUnread(tree: FileTree, lost: ReadonlySet<string>): FileTree {
  if (lost.size === 0) return tree;
  const unread = new Map(tree.unread);
  for (const folder of new Set([...lost].map((path) => posix.dirname(path)))) {
    const why = 'is left out of this sparse checkout, and git would have to fetch its pages';
    unread.set(folder, new UnreadableFile(folder, 'other', why));
  }
  return { ...tree, unread };
}
