import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { getOrInsert } from '../collections/get-or-insert.ts';
import { addToGroup } from '../collections/groups.ts';
import { attempt } from '../files/attempt.ts';
import { replaceFiles } from '../files/replace-files.ts';
import { type RootFolder, rootFolder } from '../files/root-folder.ts';
import { decode } from '../markdown/decode.ts';
import type { Move } from './plan.ts';

/** The files that `--fix` may change, as they were when it first read them. */
export interface Originals {
  readonly root: string;
  /** `null` when the file must be left alone. */
  get(path: string): Original | null;
}

interface Original {
  /** Where the bytes are, links followed. */
  readonly target: string;
  readonly bytes: Buffer;
  /** Without a byte order mark: offsets of findings count from behind it. */
  readonly text: string;
  readonly mark: string;
}

/**
 * Reads files when asked for them. A file whose bytes are not clean UTF-8 is left alone, since writing its text
 * back would change bytes that no edit touches. So is a file that a link brings in from outside the root.
 */
export function readOriginals(root: string): Originals {
  const folder = rootFolder(root);
  const known = new Map<string, Original | null>();
  return {
    root,
    get(path) {
      return getOrInsert(known, path, () => read(folder, path));
    },
  };
}

function read(folder: RootFolder, path: string): Original | null {
  const target = attempt(() => folder.real(path), null);
  if (target === null) return null;
  const bytes = readFileSync(target);
  const whole = bytes.toString('utf8');
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
  const { text } = decode(bytes);
  return Buffer.from(mark + text, 'utf8').equals(bytes) ? { target, bytes, text, mark } : null;
}

/**
 * The names of each file that has several, by links or hard links, among these paths: its own first, if it is there. Files that
 * are known by one name are absent.
 */
export function namesOfFiles(root: string, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folder = rootFolder(root);
  const byFile = new Map<string, string[]>();
  const linked = new Set<string>();
  for (const path of paths) {
    try {
      const real = folder.real(path);
      const { dev, ino } = lstatSync(real, { bigint: true });
      const key = `${dev} ${ino}`;
      addToGroup(byFile, key, path);
      if (real !== join(folder.path, path)) linked.add(path);
    } catch {
      // What cannot be looked at is not going to be changed.
    }
  }
  const isLinked = (path: string) => Number(linked.has(path));
  const several = [...byFile.values()].filter(({ length }) => length > 1);
  return new Map(
    several.flatMap((names) => {
      const sorted = names.toSorted((a, b) => isLinked(a) - isLinked(b) || (a < b ? -1 : 1));
      return names.map((name) => [name, sorted] as const);
    }),
  );
}

/** Writes all texts, or none when something is in the way. */
export function writeTexts(texts: ReadonlyMap<string, string>, originals: Originals): void {
  replaceFiles(
    [...texts].map(([path, text]) => {
      const original = originals.get(path);
      if (original === null) throw new Error(`${path} cannot be changed`);
      const { target, bytes, mark } = original;
      return { name: path, target, before: bytes, after: Buffer.from(mark + text) };
    }),
  );
}

/** The change as a patch that `git apply` takes, files in order of their paths before it. */
export function diffOf(texts: ReadonlyMap<string, string>, originals: Originals, moves: readonly Move[] = []): string {
  const newPaths = new Map(moves.map(({ from, to }) => [from, to]));
  return [...new Set([...texts.keys(), ...newPaths.keys()])]
    .sort()
    .map((path) => {
      const { mark = '', text: before = '' } = originals.get(path) ?? {};
      const to = newPaths.get(path) ?? path;
      const names = [`a/${path}`, `b/${to}`] as const;
      const [oldName, newName, from, onto] = [...names, path, to].map(inPatch);
      const header = to === path ? '' : `diff --git ${oldName} ${newName}\nrename from ${from}\nrename to ${onto}\n`;
      const text = texts.get(path);
      if (text === undefined) return header;
      const patch = createTwoFilesPatch(...names, mark + before, mark + text, undefined, undefined, { context: 3 });
      // Its first line is a ruler that git does not know.
      return header + patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}

/** A path as git writes it in a patch: in quotes where it holds a quote, a backslash or a control character. */
function inPatch(path: string): string {
  if (!/["\\\p{Cc}]/u.test(path)) return path;
  const octal = (byte: number) => `\\${byte.toString(8).padStart(3, '0')}`;
  const escaped = path
    .replace(/["\\]/g, '\\$&')
    .replace(/\p{Cc}/gu, (sign) => [...Buffer.from(sign)].map(octal).join(''));
  return `"${escaped}"`;
}
