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

/** What is compared with an earlier commit. */
export type Target = 'index' | 'disk' | { readonly commit: string };

/** Where the parts of a line begin. */
const [OLD_MODE, MODE, OLD_ID] = [1, 8, 15];

/** What git says of two states, submodules as one change each. */
export function diff(repository: Repository, target: readonly string[]): readonly FileChange[] {
  const fields = expect(repository.folder, diffQuestion(target)).toString('utf8').split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    // As in `:100644 100644 9daeafb… 8c7e5a6… M`: both ids are equally long, so that one blank tells where all stands.
    const line = fields[at++]!;
    const middle = line.indexOf(' ', OLD_ID);
    const end = 2 * middle - OLD_ID + 1;
    const status = line.charAt(end + 1);
    const oldPath = fields[at++]!;
    const path = status === 'R' || status === 'C' ? (fields[at++] ?? '') : oldPath;
    // Of files on disk git says besides what they differ in; the index holds no text that could be judged.
    if (status === 'U' && target.includes('--cached'))
      throw new GitProblem(
        `${path} has a merge conflict, so nothing can be committed yet. Resolve it and \`git add\` it.`,
      );
    const kind = kindOf(status);
    if (kind === null) continue;
    changes.push({
      kind,
      oldPath,
      path,
      oldId: status === 'A' ? '' : held(line.slice(OLD_ID, middle)),
      id: held(line.slice(middle + 1, end)),
      within: '',
      oldSpecial: specialAt(line, OLD_MODE),
      special: specialAt(line, MODE),
    });
  }
  return changes;
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
  if (status === 'A' || status === 'C') return 'added';
  if (status === 'D') return 'deleted';
  if (status === 'R') return 'renamed';
  return status === 'M' || status === 'T' ? 'changed' : null;
}

function held(id: string): string {
  return id.startsWith('0') && /^0+$/.test(id) ? '' : id;
}

function specialAt(line: string, place: number): Special | null {
  return line.startsWith('120000', place) ? 'link' : line.startsWith('160000', place) ? 'submodule' : null;
}
