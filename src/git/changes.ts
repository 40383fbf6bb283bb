import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Differences, diff, diffQuestion, type FileChange, newFile, type Target } from './diff.ts';
import { listFiles } from './listed-files.ts';
import { openRepository, type Repository } from './repository.ts';
import { expect, GitProblem } from './run-git.ts';

/** git knows the tree without files in every repository that names objects by SHA-1. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** What `changedFiles` asks of git from HEAD to the index, and `indexedFiles`. */
export const QUESTIONS_OF_INDEX = ['HEAD', EMPTY_TREE].map((from) => diffQuestion(['-M', '--cached', from]));

/** What differs below the repository's folder, renames followed, files of submodules instead of the submodules. */
export function changedFiles(repository: Repository, from: string | null, to: Target): Differences {
  const target = to === 'index' ? ['--cached'] : [];
  const commits = [...(from === null ? [] : [from]), ...(typeof to === 'string' ? [] : [to.commit])];
  return inSubmodules(repository, diff(repository, ['-M', ...target, ...commits]), to);
}

/** All files of the index, as if each were new; those that are only intended to be added are not in it. */
export function indexedFiles(repository: Repository): Differences {
  return changedFiles(repository, emptyTree(repository), 'index');
}

/**
 * Changes of submodules become those of the files in them. A submodule that is not there holds no page; where its old commit is
 * not there, that is noted.
 */
function inSubmodules(repository: Repository, changes: readonly FileChange[], to: Target): Differences {
  if (!changes.some(isSubmodule)) return { changes, notes: [] };
  const found = changes.map((change) =>
    isSubmodule(change) ? filesOf(repository, change, to) : { changes: [change], notes: [] },
  );
  return { changes: found.flatMap((each) => each.changes), notes: found.flatMap((each) => each.notes) };
}

function isSubmodule({ special, oldSpecial }: FileChange): boolean {
  return special === 'submodule' || oldSpecial === 'submodule';
}

function filesOf(repository: Repository, change: FileChange, to: Target): Differences {
  const { path, oldPath, oldId, id, special, oldSpecial } = change;
  const folder = join(repository.folder, path);
  const lost = { changes: [change], notes: [`What the submodule ${oldPath} held before cannot be compared`] };
  // git has taken its files away, and it was renamed or is gone.
  if (special !== 'submodule' || path !== oldPath || !existsSync(join(folder, '.git')))
    return special === 'submodule' && !existsSync(join(folder, '.git')) ? { changes: [], notes: [] } : lost;
  try {
    const own = openRepository(folder);
    const { changes, notes } = oldSpecial === 'submodule' ? compared(own, oldId, id, to) : newlyHeld(own, id, to);
    return {
      changes: changes.map((each) => below(each, path)),
      notes: notes.map((note) => `${note} (in ${path})`),
    };
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return lost;
  }
}

/** All files of a submodule, as if each were new. Where its commit is not there, they are the files that are checked out. */
function newlyHeld(own: Repository, id: string, to: Target): Differences {
  try {
    return compared(own, emptyTree(own), id, to);
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return { changes: indexedFiles(own).changes, notes: [`The commit ${id} is not there`] };
  }
}

function compared(own: Repository, from: string, id: string, to: Target): Differences {
  if (to !== 'disk') return changedFiles(own, from, { commit: id });
  const { changes, notes } = changedFiles(own, from, 'disk');
  return { changes: [...changes, ...listFiles(own).unfollowed.map(newFile)], notes };
}

function emptyTree(own: Repository): string {
  if (own.head?.length === EMPTY_TREE.length) return EMPTY_TREE;
  return expect(own.folder, ['hash-object', '-t', 'tree', '--stdin'], '').toString('latin1').trim();
}

function below(change: FileChange, submodule: string): FileChange {
  const prefix = `${submodule}/`;
  return {
    ...change,
    oldPath: prefix + change.oldPath,
    path: prefix + change.path,
    within: prefix + change.within,
  };
}
