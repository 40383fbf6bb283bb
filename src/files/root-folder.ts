import { lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { attempt } from './attempt.ts';
import { UnreadableFile } from './file-tree.ts';
import { cleanRelative } from './paths.ts';

/** As many links as Linux follows on the way to one file. */
const MAX_LINKS = 40;
const separator = sep === '/' ? /\// : /[\\/]/;

/** The folder of a handbook, and where the paths below it really lie. */
export interface RootFolder {
  /** An absolute path without links. */
  readonly path: string;
  /**
   * Where a path below the root lies when all links on the way are followed, as an absolute path. What lies outside of the
   * root is not even asked for. Throws an `UnreadableFile` for what is not there or leads out.
   */
  real(path: string): string;
}

export function rootFolder(folder: string): RootFolder {
  const path = realpathSync(folder);
  const root = { path, top: namesOf(path), spellings: [path, ...otherSpellings(folder, path)].map(namesOf) };
  return {
    path,
    real(wanted) {
      const inside = cleanRelative(wanted);
      if (inside === null) throw new UnreadableFile(wanted, 'outside', 'lies outside of the handbook');
      let real: string | null;
      try {
        real = follow(root, inside);
      } catch (error) {
        throw explained(wanted, error);
      }
      if (real === null) throw new UnreadableFile(wanted, 'outside', 'is a link that leads out of the handbook');
      return real;
    },
  };
}

/** What a system error says of a path. */
export function explained(path: string, error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UnreadableFile(path, 'missing', 'is not there');
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableFile(path, 'forbidden', 'may not be read');
  if (code === 'DANGLING') return new UnreadableFile(path, 'other', 'is a link to something that is not there');
  if (code === 'EISDIR') return new UnreadableFile(path, 'other', 'is a folder');
  if (code === 'ELOOP') return new UnreadableFile(path, 'other', 'is a link that leads to itself');
  if (code === 'ERR_FS_FILE_TOO_LARGE') return new UnreadableFile(path, 'other', 'is too large');
  if (code === 'ENAMETOOLONG') return new UnreadableFile(path, 'other', 'has a path that is too long for this system');
  return new UnreadableFile(path, 'other', `cannot be read (${code || 'unknown fault'})`);
}

interface Spelled {
  readonly path: string;
  readonly top: readonly string[];
  /** All ways in which a link's text may name the root. */
  readonly spellings: readonly (readonly string[])[];
}

/** Takes one name after another, as the system does; `null` as soon as the way leaves the root. */
function follow({ path, top, spellings }: Spelled, inside: string): string | null {
  const real: string[] = [];
  const ahead = inside.split('/').reverse();
  let links = 0;
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (real.pop() !== undefined) continue;
      // Above the root there are no links, so the way may come back.
      const back = stripped([...top.slice(0, -1), ...ahead.reverse()], [top]);
      if (back === null) return null;
      ahead.splice(0, ahead.length, ...[...back].reverse());
      continue;
    }
    real.push(name);
    const here = join(path, ...real);
    if (!stateOf(here, links > 0).isSymbolicLink()) continue;
    if (++links > MAX_LINKS) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
    const target = readlinkSync(here);
    real.pop();
    const names = target.split(separator);
    if (!isAbsolute(target)) ahead.push(...names.reverse());
    else {
      const below = stripped(namesOf(target), spellings);
      if (below === null) return null;
      real.length = 0;
      ahead.push(...[...below].reverse());
    }
  }
  return join(path, ...real);
}

/** A link to nowhere is another fault than a missing file: somebody meant something by it. */
function stateOf(path: string, isLinked: boolean): Stats {
  try {
    return lstatSync(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isLinked && isMissing ? Object.assign(new Error('a dangling link'), { code: 'DANGLING' }) : error;
  }
}

/** What comes behind the beginning, `.` and `..` resolved in it; `null` when the names begin otherwise. */
function stripped(names: readonly string[], beginnings: readonly (readonly string[])[]): readonly string[] | null {
  for (const beginning of beginnings) {
    const kept: string[] = [];
    for (const [index, name] of names.entries()) {
      if (kept.length === beginning.length && kept.every((each, at) => each === beginning[at]))
        return names.slice(index);
      if (name === '..') kept.pop();
      else if (name !== '' && name !== '.') kept.push(name);
    }
    if (kept.length === beginning.length && kept.every((each, at) => each === beginning[at])) return [];
  }
  return null;
}

/** `/a/b` as its root and its names. */
function namesOf(path: string): readonly string[] {
  const { root } = parse(path);
  return [root, ...path.slice(root.length).split(separator).filter(Boolean)];
}

/** Other paths to the folder, by links further up: the one that was given, and the one by which the shell knows it. */
function otherSpellings(folder: string, real: string): readonly string[] {
  const given = resolve(folder);
  const { PWD } = process.env;
  if (PWD === undefined || !isAbsolute(PWD)) return [given];
  const below = relative(process.cwd(), real);
  const isReal = isSame(PWD, process.cwd());
  return isReal ? [given, resolve(PWD, below)] : [given];
}

function isSame(path: string, real: string): boolean {
  return attempt(() => realpathSync(path) === real, false);
}
