import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Differences, diff, diffQuestion, type FileChange, newFile, type States } from './diff.ts';
import { listFiles } from './listed-files.ts';
import { openRepository, type Repository } from './repository.ts';
import { expect, GitProblem } from './run-git.ts';

/** What `changedFiles` asks of git from HEAD to the index, and `unstagedFiles`. */
export const QUESTIONS_OF_INDEX = [diffQuestion(['-M', '--cached', 'HEAD']), diffQuestion(['--no-renames'])];

/** What differs below the repository's folder, renames followed, files of submodules instead of the submodules. */
export function changedFiles(repository: Repository, from: string | null, to: States['to']): Differences {
  const target = to === 'index' ? ['--cached'] : [];
  const commits = [...(from === null ? [] : [from]), ...(typeof to === 'string' ? [] : [to.commit])];
  return inSubmodules(repository, diff(repository, ['-M', ...target, ...commits]), to);
}

/** How the files on disk differ from the index, files that git does not follow left out. */
export function unstagedFiles(repository: Repository): Differences {
  return inSubmodules(repository, diff(repository, ['--no-renames']), 'all of disk');
}

/** `all of disk`: files that a submodule's own .gitignore names count as well. */
type Target = States['to'] | 'all of disk';

/**
 * Changes of submodules become those of the files in them. A submodule that is not there holds no page; where its old commit is
 * not there, that is noted.
 */
function inSubmodules(repository: Repository, changes: readonly FileChange[], to: Target): Differences {
  if (!changes.some(isSubmodule)) return { changes, notes: [] };
  const all: FileChange[] = [];
  const notes: string[] = [];
  for (const change of changes) {
    if (!isSubmodule(change)) {
      all.push(change);
      continue;
    }
    const found = filesOf(repository, change, to);
    all.push(...found.changes);
    notes.push(...found.notes);
  }
  return { changes: all, notes };
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
    const from = oldSpecial === 'submodule' ? oldId : emptyTree(own);
    const { changes, notes } = compared(own, from, id, to);
    return {
      changes: changes.map((each) => below(each, path)),
      notes: notes.map((note) => `${note} (in ${path})`),
    };
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return lost;
  }
}

function compared(own: Repository, from: string, id: string, to: Target): Differences {
  if (to !== 'all of disk' && to !== 'disk') return changedFiles(own, from, { commit: id });
  const { changes, notes } = changedFiles(own, from, 'disk');
  return { changes: [...changes, ...listFiles(own, to === 'all of disk').unfollowed.map(newFile)], notes };
}

function emptyTree(own: Repository): string {
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
