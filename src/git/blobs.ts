import { randomBytes } from 'node:crypto';
import { join, posix, relative, sep } from 'node:path';
import { groupBy } from '../collections/groups.ts';
import { openRepository, type Repository } from './repository.ts';
import { expect, run } from './run-git.ts';

/** Where git holds a file's content: in the repository, or in that of a submodule. */
export interface BlobPlace {
  readonly id: string;
  /** The file's path below the repository's `folder`: filters go by it. */
  readonly path: string;
  /** The submodule's path below `folder`, with a final `/`; `''` for none. */
  readonly within: string;
}

/** The repository that a place lies in. */
export function repositoryOf(repository: Repository, within: string): Repository {
  return within === '' ? repository : openRepository(join(repository.folder, within));
}

/**
 * The bytes of blobs by path, in one call; what git does not hold is absent. Those that are filtered are as they would lie on disk.
 * A clone without blobs fetches all that it lacks in one call before.
 */
export function readBlobs(
  repository: Repository,
  places: readonly BlobPlace[],
  isFiltered: (place: BlobPlace) => boolean = () => false,
): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (const [within, own] of groupBy(places, (place) => place.within)) {
    const holder = repositoryOf(repository, within);
    fetchLacking(holder, own);
    const filtered = own.filter(isFiltered);
    const read = filtered.length === 0 ? null : readFiltered(holder, filtered);
    const plain = read === null ? own : own.filter((place) => !isFiltered(place));
    for (const [path, bytes] of [...(read ?? []), ...readPlain(holder, plain)]) blobs.set(path, bytes);
  }
  return blobs;
}

/**
 * Tells of places in one repository whether the file on disk is another text than git holds: by a filter, or with `lineEnds` by how
 * lines end there. `places` are asked for when there are filters.
 */
export function filterOf(
  holder: Repository,
  places: () => readonly BlobPlace[],
  lineEnds: boolean,
): (place: BlobPlace) => boolean {
  if (lineEnds && holder.convertsLineEnds) return () => true;
  return holder.filters === '' ? () => false : namedFilterOf(holder, places());
}

/** Whether .gitattributes names a filter for a file. */
function namedFilterOf(holder: Repository, places: readonly BlobPlace[]): (place: BlobPlace) => boolean {
  const names = places.map(({ path, within }) => path.slice(within.length));
  const fields = expect(holder.folder, ['check-attr', '-z', '--stdin', 'filter'], `${names.join('\0')}\0`)
    .toString('utf8')
    .split('\0');
  const named = new Set<string>();
  for (let at = 0; at + 2 < fields.length; at += 3)
    if (!/^(?:unspecified|unset)$/.test(fields[at + 2]!)) named.add(fields[at]!);
  return ({ path, within }) => named.has(path.slice(within.length));
}

/** The ids of the blobs that the clone does not hold. Git is kept from asking a remote for them. */
export function lacking(repository: Repository, places: readonly BlobPlace[]): ReadonlySet<string> {
  const ids = [...new Set(places.map(({ id }) => id))];
  if (ids.length === 0) return new Set();
  // What is not allowed fails, where git is too old to know the variable.
  const args = ['-c', 'protocol.allow=never', 'cat-file', '--batch-check'];
  const { stdout } = run(repository.folder, args, `${ids.join('\n')}\n`, { GIT_NO_LAZY_FETCH: '1' });
  const lines = stdout.toString('latin1').split('\n');
  const held = new Set(lines.flatMap((line) => /^([0-9a-f]+) blob \d+$/.exec(line)?.[1] ?? []));
  return new Set(ids.filter((id) => !held.has(id)));
}

function fetchLacking(repository: Repository, places: readonly BlobPlace[]): void {
  const { promisor } = repository;
  if (promisor === null) return;
  const missing = lacking(repository, places);
  if (missing.size < 2) return;
  // As git does it for one object. What cannot be fetched is asked for once more when it is read.
  const options = ['--no-tags', '--no-write-fetch-head', '--recurse-submodules=no', '--filter=blob:none', '--quiet'];
  const args = ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', promisor, ...options, '--stdin'];
  run(repository.folder, args, `${[...missing].join('\n')}\n`);
}

function readPlain(repository: Repository, places: readonly BlobPlace[]): ReadonlyMap<string, Buffer> {
  if (places.length === 0) return new Map();
  const byId = new Map<string, Buffer>();
  const ids = [...new Set(places.map(({ id }) => id))];
  const out = expect(repository.folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < out.length; ) {
    const lineEnd = out.indexOf(10, at);
    const [id = '', type = '', size = ''] = out.toString('latin1', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (type === 'missing' || size === '') continue;
    byId.set(id, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  const found = new Map<string, Buffer>();
  for (const { id, path } of places) {
    const bytes = byId.get(id);
    if (bytes !== undefined) found.set(path, bytes);
  }
  return found;
}

/**
 * Reads blobs through the filters of a checkout. git (2.39) tells the size before the filter, so each blob ends where the line of the next
 * one begins. `null` where a filter fails, or where a name cannot stand in a line.
 */
function readFiltered(repository: Repository, places: readonly BlobPlace[]): ReadonlyMap<string, Buffer> | null {
  const missing = lacking(repository, places);
  const held = places.filter(({ id }) => !missing.has(id));
  if (held.some(({ path }) => path.includes('\n'))) return null;
  const mark = randomBytes(16).toString('hex');
  const prefix = relative(repository.top, repository.folder).split(sep).join('/');
  const inRepository = ({ path, within }: BlobPlace) => posix.join(prefix, path.slice(within.length));
  const input = held.map((place) => `${place.id} ${inRepository(place)}\n`).join('');
  const format = `--batch=%(objectname) %(objecttype) ${mark}`;
  const { status, stdout } = run(repository.folder, ['cat-file', format, '--filters'], input);
  if (status !== 0) return null;
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const { id, path } of held) {
    const head = `${id} blob ${mark}\n`;
    if (stdout.toString('latin1', at, at + head.length) !== head) return null;
    const start = at + head.length;
    const next = stdout.indexOf(mark, start);
    at = next < 0 ? stdout.length : stdout.lastIndexOf('\n', next) + 1;
    found.set(path, stdout.subarray(start, at - 1));
  }
  return found;
}
