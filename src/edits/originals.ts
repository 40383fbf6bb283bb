import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { decode } from '../markdown/decode.ts';

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
  /** As findings count it: without a byte order mark. */
  readonly text: string;
  readonly mark: string;
}

/**
 * Reads files when asked for them. A file whose bytes are not clean UTF-8 is left alone, since writing its text
 * back would change bytes that no edit touches. So is a file that a link brings in from outside the root.
 */
export function readOriginals(root: string): Originals {
  const inside = realpathSync(root) + sep;
  const known = new Map<string, Original | null>();
  return {
    root,
    get(path) {
      let original = known.get(path);
      if (original === undefined) {
        original = read(join(root, path), inside);
        known.set(path, original);
      }
      return original;
    },
  };
}

function read(path: string, inside: string): Original | null {
  let target: string;
  try {
    target = realpathSync(path);
  } catch {
    return null;
  }
  if (!target.startsWith(inside)) return null;
  const bytes = readFileSync(target);
  const whole = bytes.toString('utf8');
  const mark = whole.startsWith('\ufeff') ? '\ufeff' : '';
  const { text } = decode(bytes);
  return Buffer.from(mark + text, 'utf8').equals(bytes) ? { target, bytes, text, mark } : null;
}

/**
 * Writes all texts, or none when something is in the way. Each file is written beside its place and then renamed, so
 * that nobody ever reads half a file.
 */
export function writeTexts(texts: ReadonlyMap<string, string>, originals: Originals): void {
  const ready: { readonly temporary: string; readonly target: string; readonly bytes: Buffer }[] = [];
  const done: { readonly target: string; readonly bytes: Buffer }[] = [];
  try {
    for (const [path, text] of texts) {
      const original = originals.get(path);
      if (original === null) throw new Error(`${path} cannot be changed`);
      const { target, bytes, mark } = original;
      accessSync(target, constants.W_OK);
      if (!readFileSync(target).equals(bytes)) throw new Error(`${path} changed meanwhile. Please try again`);
      const temporary = join(dirname(target), `.handbook-lint-${randomBytes(6).toString('hex')}.tmp`);
      ready.push({ temporary, target, bytes });
      writeFileSync(temporary, mark + text, { flag: 'wx' });
      // The mode given to writeFileSync is cut by the umask.
      chmodSync(temporary, statSync(target).mode);
    }
    for (const { temporary, target, bytes } of ready) {
      renameSync(temporary, target);
      done.push({ target, bytes });
    }
  } catch (error) {
    for (const { target, bytes } of done) writeFileSync(target, bytes);
    throw error;
  } finally {
    for (const { temporary } of ready) rmSync(temporary, { force: true });
  }
}

/** The change as a patch that `git apply` takes, files in order of their paths before it. */
export function diffOf(
  texts: ReadonlyMap<string, string>,
  originals: Originals,
  moves: readonly { readonly from: string; readonly to: string }[] = [],
): string {
  const newPaths = new Map(moves.map(({ from, to }) => [from, to]));
  return [...new Set([...texts.keys(), ...newPaths.keys()])]
    .sort()
    .map((path) => {
      const { mark = '', text: before = '' } = originals.get(path) ?? {};
      const to = newPaths.get(path) ?? path;
      const header = to === path ? '' : `diff --git a/${path} b/${to}\nrename from ${path}\nrename to ${to}\n`;
      const text = texts.get(path);
      if (text === undefined) return header;
      const names = [`a/${path}`, `b/${to}`] as const;
      const patch = createTwoFilesPatch(...names, mark + before, mark + text, undefined, undefined, { context: 3 });
      // Its first line is a ruler that git does not know.
      return header + patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}
