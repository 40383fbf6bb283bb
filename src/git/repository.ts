import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFolder } from '../files/upward.ts';
import { gitFolderAbove } from './git-folder.ts';
import { complaint, expect, GitProblem, run } from './run-git.ts';

/** A work tree whose index and commits can be read; `folder` is the handbook's root in it. */
export interface Repository {
  readonly folder: string;
  readonly top: string;
  /** The id of the commit that is checked out; `null` where git finds none. */
  readonly head: string | null;
  readonly shallow: boolean;
  /** What git's settings say of filters, as git prints it; empty where they name none. */
  readonly filters: string;
  /** Whether lines may end otherwise on disk than in git. */
  readonly convertsLineEnds: boolean;
  /** The file that names what is being merged, where there is one. */
  readonly mergeHead: string;
  /** The remote that has what a clone without blobs lacks. */
  readonly promisor: string | null;
}

const COMMIT = 'HEAD^{commit}';
const PLACES = [
  'rev-parse',
  '--is-inside-work-tree',
  '--is-shallow-repository',
  '--git-path',
  'MERGE_HEAD',
  '--show-toplevel',
  COMMIT,
];
const SETTINGS = ['config', '--get-regexp', '^(filter\\..*|core\\.(autocrlf|eol)|remote\\..*\\.promisor)$'];
/** What `openRepository` asks of git. */
export const QUESTIONS_OF_REPOSITORY = [PLACES, SETTINGS];

export function openRepository(folder: string): Repository {
  if (!isFolder(folder)) throw new GitProblem(`There is no folder ${folder}.`);
  const real = realpathSync(folder);
  const answer = run(real, PLACES);
  // Where there is no work tree, git answers the first three; where there is no commit, all but the last.
  const [inside = '', shallow, ...paths] = answer.stdout.toString('utf8').trimEnd().split('\n');
  if (answer.status !== 0 && inside === '') throw new GitProblem(cannotOpen(folder, answer.stderr));
  if (inside !== 'true') {
    throw new GitProblem(withoutPages(folder));
  }
  const head = answer.status === 0 && isId(paths.at(-1)) ? paths.at(-1)! : null;
  // A folder's name may have lines.
  const end = paths.findIndex((line) => line.endsWith('MERGE_HEAD')) + 1;
  const last = head !== null || paths.at(-1) === COMMIT ? -1 : paths.length;
  return {
    folder: real,
    top: paths.slice(end, last).join('\n'),
    head,
    shallow: shallow === 'true',
    mergeHead: resolve(real, paths.slice(0, end).join('\n')),
    ...settingsOf(real),
  };
}

function settingsOf(folder: string): Pick<Repository, 'filters' | 'convertsLineEnds' | 'promisor'> {
  const lines = run(folder, SETTINGS).stdout.toString('utf8').split('\n').filter(Boolean);
  const promisor = lines.map((line) => /^remote\.(.*)\.promisor true$/.exec(line)?.[1]).find(Boolean) ?? null;
  const filters = lines.filter((line) => line.startsWith('filter.'));
  const convertsLineEnds = lines.some((line) => /^core\.(?:autocrlf true|eol crlf)$/.test(line));
  return { filters: filters.join('\n'), convertsLineEnds, promisor };
}

/** The full id of the commit that a branch, tag or id names; a branch that only `origin` has is found there. */
export function resolveCommit(repository: Repository, ref: string): string {
  for (const name of [ref, `refs/remotes/origin/${ref}`]) {
    const id = commitOf(repository, name);
    if (id !== null) return id;
  }
  const isWhole = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref);
  if (repository.shallow || isWhole) {
    // A name such as HEAD~1 is none that a server knows, nor is this clone's name of a branch.
    const branch = ref.startsWith('origin/') ? ref.slice(7) : ref;
    const fetch = ['~', '^', '@', ':'].some((sign) => ref.includes(sign))
      ? '--unshallow'
      : `--depth=1 origin ${branch}`;
    const name = isWhole || fetch === '--unshallow' ? '' : ', and name it FETCH_HEAD';
    throw new GitProblem(
      `This clone does not hold ${ref}${repository.shallow ? ' because it is shallow' : ''}. Run \`git fetch ${fetch}\` first${name}, or clone with the whole history (in GitLab CI, GIT_DEPTH 0).`,
    );
  }
  if (headCommit(repository) === null) {
    throw new GitProblem(`There is no ${ref}, since this branch has no commit yet. Commit first, or use --staged.`);
  }
  throw new GitProblem(`git knows no commit, branch or tag ${ref}. Check its name, or run \`git fetch origin\` first.`);
}

/** A name of the checked-out commit; `null` on a branch that has none yet. */
export function headCommit(repository: Repository): 'HEAD' | null {
  if (repository.head !== null) return 'HEAD';
  if (run(repository.folder, ['rev-parse', '--verify', '--quiet', 'HEAD']).status === 0) {
    // git itself would take the index for all new.
    throw new GitProblem(
      `The git repository of ${repository.folder} is broken (the commit of HEAD is missing). Run \`git fsck\`, or clone it again.`,
    );
  }
  return null;
}

/**
 * The commits that are being merged into the checked-out one; none outside of a merge. In the hook pre-merge-commit, which git (2.39) calls
 * instead of pre-commit where nothing conflicts, no file names them yet, but variables do.
 */
export function mergedCommits({ mergeHead }: Repository): readonly string[] {
  if (existsSync(mergeHead)) return readFileSync(mergeHead, 'utf8').split('\n').filter(isId);
  return Object.keys(process.env)
    .map((name) => /^GITHEAD_(.*)/.exec(name)?.[1] ?? '')
    .filter(isId);
}

/** The commit where the checked-out history left the branch. */
export function mergeBase(repository: Repository, branch: string): string {
  const other = resolveCommit(repository, branch);
  if (headCommit(repository) === null) {
    throw new GitProblem(`This branch has no commit yet, so it has nothing in common with ${branch}. Commit first.`);
  }
  const answer = run(repository.folder, ['merge-base', other, 'HEAD']);
  const id = answer.stdout.toString('utf8').trim();
  if (answer.status === 0 && id !== '') return id;
  throw new GitProblem(
    repository.shallow
      ? `This shallow clone does not reach back to where the branch left ${branch}. Run \`git fetch --deepen=200 origin ${branch}\` first (in GitLab CI, GIT_DEPTH 0 clones everything).`
      : `This branch and ${branch} have no commit in common. Name the commit to compare with by --since.`,
  );
}

/** Files, and folders ending in `/`, that git neither follows nor would take. Paths are relative to the folder. */
export function ignoredFiles(folder: string): readonly string[] {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  return expect(folder, args).toString('utf8').split('\0').filter(Boolean);
}

function commitOf(repository: Repository, ref: string): string | null {
  // git would read it as an option.
  if (ref === '' || ref.startsWith('-')) throw new GitProblem(`"${ref}" is no name of a commit, branch or tag.`);
  const answer = run(repository.folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const id = answer.stdout.toString('utf8').trim();
  return answer.status === 0 && isId(id) ? id : null;
}

function isId(text = ''): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

function withoutPages(folder: string): string {
  return `${folder} is a bare repository, or git's own folder, without checked-out pages. Run this in a clone.`;
}

function cannotOpen(folder: string, stderr: string): string {
  if (stderr.includes('dubious ownership')) {
    return `git does not trust ${folder}, which belongs to another user. Run \`git config --global --add safe.directory ${folder}\` first.`;
  }
  // As `safe.bareRepository` has it since git 2.38; an older one answers that it is inside of no work tree.
  if (stderr.includes('bare repository')) return withoutPages(folder);
  if (/not a git repository/.test(stderr) && gitFolderAbove(folder) === null) {
    return `${folder} is not in a git repository, so there is no earlier state to compare with. Run without --since and --staged, or in a clone.`;
  }
  return `The git repository of ${folder} is broken (${complaint(stderr)}). Run \`git fsck\`, or clone it again.`;
}
