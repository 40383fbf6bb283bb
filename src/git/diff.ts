import type { Repository } from './repository.ts';
import { expect, GitProblem } from './run-git.ts';

/** One file that differs. Paths are relative to the repository's `folder`; ids are git's, empty when there is no such blob. */
export interface FileChange {
  readonly kind: 'added' | 'deleted' | 'changed' | 'renamed';
  readonly oldPath: string;
  readonly path: string;
  readonly oldId: string;
  readonly id: string;
  /** The submodule whose repository holds both ids, with a final `/`; `''` for none. */
  readonly within: string;
  /** What it was, where it was no file: git then holds no text of a page for it. */
  readonly oldSpecial: Special | null;
  /** What it is, where it is no file. */
  readonly special: Special | null;
}

/** A symbolic link, or a repository in the repository. */
type Special = 'link' | 'submodule';

/** What differs, and what could not be compared: a sentence each. */
export interface Differences {
  readonly changes: readonly FileChange[];
  readonly notes: readonly string[];
}

/** Two states to compare. `null` is a state without files; `index` and `disk` are not commits. */
export interface States {
  readonly from: string | null;
  /** `{ commit }`: that commit. */
  readonly to: 'index' | 'disk' | { readonly commit: string };
}

/** What git says of two states, submodules as one change each. */
export function diff(repository: Repository, target: readonly string[]): readonly FileChange[] {
  const fields = expect(repository.folder, diffQuestion(target)).toString('utf8').split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const { oldMode, mode, oldId, id, status } = partsOf(fields[at++] ?? '');
    const oldPath = fields[at++] ?? '';
    const path = status.startsWith('R') || status.startsWith('C') ? (fields[at++] ?? '') : oldPath;
    // Of files on disk git says besides what they differ in; the index holds no text that could be judged.
    if (status.startsWith('U') && target.includes('--cached'))
      throw new GitProblem(
        `${path} has a merge conflict, so nothing can be committed yet. Resolve it and \`git add\` it.`,
      );
    const kind = kindOf(status);
    if (kind === null) continue;
    const ids = { oldId: held(oldId), id: held(id) };
    changes.push({ kind, oldPath, path, ...ids, within: '', oldSpecial: specialOf(oldMode), special: specialOf(mode) });
  }
  return changes;
}

/** The parts of `:100644 100644 9daeafb… 8c7e5a6… M`. They stand at places that follow from one blank, which is found in half the time of all. */
function partsOf(line: string) {
  const [oldMode, mode] = [line.slice(1, 7), line.slice(8, 14)];
  const end = line.indexOf(' ', 15);
  const length = end - 15;
  return {
    oldMode,
    mode,
    oldId: line.slice(15, end),
    id: line.slice(end + 1, end + 1 + length),
    status: line.slice(end + 2 + length),
  };
}

export function diffQuestion(target: readonly string[]): readonly string[] {
  const options = ['diff', '--raw', '-z', '--no-abbrev', '--relative', '--no-ext-diff', '--no-color'];
  return [...options, '--ignore-submodules=none', ...target, '--'];
}

/** A file that git does not follow. */
export function newFile(path: string): FileChange {
  return { kind: 'added', oldPath: path, path, oldId: '', id: '', within: '', oldSpecial: null, special: null };
}

function kindOf(status: string): FileChange['kind'] | null {
  if (status.startsWith('A') || status.startsWith('C')) return 'added';
  if (status.startsWith('D')) return 'deleted';
  if (status.startsWith('R')) return 'renamed';
  return status.startsWith('M') || status.startsWith('T') ? 'changed' : null;
}

function held(id: string): string {
  return id.startsWith('0') && /^0+$/.test(id) ? '' : id;
}

function specialOf(mode: string): Special | null {
  return mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : null;
}
