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
  readonly text: string;
}

/**
 * Reads files when asked for them. A file whose bytes are not UTF-8 is left alone, since writing its text
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
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { target, bytes, text } : null;
}

/**
 * Writes all texts, or none when something is in the way. Each file is written beside its place and then renamed, so
 * that nobody ever reads half a file.
 */
export function writeTexts(texts: ReadonlyMap<string, string>, originals: Originals): void {
  const ready: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const [path, text] of texts) {
      const original = originals.get(path);
      if (original === null) throw new Error(`${path} cannot be changed`);
      const { target, bytes } = original;
      accessSync(target, constants.W_OK);
      if (!readFileSync(target).equals(bytes)) throw new Error(`${path} changed meanwhile. Please run --fix again`);
      const temporary = join(dirname(target), `.handbook-lint-${randomBytes(6).toString('hex')}.tmp`);
      ready.push({ temporary, target });
      writeFileSync(temporary, text, { flag: 'wx' });
      // The mode given to writeFileSync is cut by the umask.
      chmodSync(temporary, statSync(target).mode);
    }
    for (const { temporary, target } of ready) renameSync(temporary, target);
  } finally {
    for (const { temporary } of ready) rmSync(temporary, { force: true });
  }
}

/** The change as a patch that `git apply` takes, files in order of their paths. */
export function diffOf(texts: ReadonlyMap<string, string>, originals: Originals): string {
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      const before = originals.get(path)?.text ?? '';
      const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, text, undefined, undefined, { context: 3 });
      // Its first line is a ruler that git does not know.
      return patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}
