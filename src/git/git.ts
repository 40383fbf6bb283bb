import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { gitFolderAbove } from './git-folder.ts';

/** What keeps git from answering, as one line that says what to do. Ends the run with exit code 2. */
export class GitProblem extends Error {
  override readonly name = 'GitProblem';
}

/** A work tree whose index and commits can be read; `folder` is the handbook's root in it. */
export interface Repository {
  readonly folder: string;
  readonly top: string;
  readonly shallow: boolean;
  /** What git's settings say of filters and of how lines end on disk, as git prints it; empty: files lie there as git holds them. */
  readonly filters: string;
  /** The remote that has what a clone without blobs lacks. */
  readonly promisor: string | null;
}

interface Answer {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Opens the repository that the folder lies in. */
export function openRepository(folder: string): Repository {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new GitProblem(`There is no folder ${folder}.`);
  const answer = run(folder, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository']);
  if (answer.status !== 0) throw new GitProblem(cannotOpen(folder, answer.stderr));
  const [inside, shallow] = answer.stdout.toString('utf8').split('\n');
  if (inside !== 'true') {
    throw new GitProblem(
      `${folder} is a bare repository, or git's own folder, without checked-out pages. Run this in a clone.`,
    );
  }
  const top = expect(folder, ['rev-parse', '--show-toplevel']).toString('utf8').trimEnd();
  return { folder: realpathSync(folder), top, shallow: shallow === 'true', ...settingsOf(folder) };
}

function settingsOf(folder: string): Pick<Repository, 'filters' | 'promisor'> {
  const names = '^(filter\\..*|core\\.(autocrlf|eol)|remote\\..*\\.promisor)$';
  const lines = run(folder, ['config', '--get-regexp', names]).stdout.toString('utf8').split('\n').filter(Boolean);
  const promisor = lines.map((line) => /^remote\.(.*)\.promisor true$/.exec(line)?.[1]).find(Boolean) ?? null;
  const filters = lines.filter((line) => /^filter\.|^core\.autocrlf true$|^core\.eol crlf$/.test(line));
  return { filters: filters.join('\n'), promisor };
}

/** The full id of the commit that a branch, tag or id names; a branch that only `origin` has is found there. */
export function resolveCommit(repository: Repository, ref: string): string {
  for (const name of [ref, `refs/remotes/origin/${ref}`]) {
    const id = commitOf(repository, name);
    if (id !== null) return id;
  }
  const isId = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref);
  if (repository.shallow || isId) {
    throw new GitProblem(
      `This clone does not hold ${ref}${repository.shallow ? ' because it is shallow' : ''}. Run \`git fetch --depth=1 origin ${ref}\` first${isId ? '' : ', and name it FETCH_HEAD'}, or clone with the whole history (in GitLab CI, GIT_DEPTH 0).`,
    );
  }
  if (headCommit(repository) === null) {
    throw new GitProblem(`There is no ${ref}, since this branch has no commit yet. Commit first, or use --staged.`);
  }
  throw new GitProblem(`git knows no commit, branch or tag ${ref}. Check its name, or run \`git fetch origin\` first.`);
}

/** The checked-out commit; `null` on a branch that has none yet. */
export function headCommit(repository: Repository): string | null {
  const id = commitOf(repository, 'HEAD');
  if (id === null && run(repository.folder, ['rev-parse', '--verify', '--quiet', 'HEAD']).status === 0) {
    // git itself would take the index for all new.
    throw new GitProblem(
      `The git repository of ${repository.folder} is broken (the commit of HEAD is missing). Run \`git fsck\`, or clone it again.`,
    );
  }
  return id;
}

/** The commits that are being merged into the checked-out one; none outside of a merge. */
export function mergedCommits(repository: Repository): readonly string[] {
  const path = expect(repository.folder, ['rev-parse', '--git-path', 'MERGE_HEAD']).toString('utf8').trimEnd();
  const file = resolve(repository.folder, path);
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((id) => /^[0-9a-f]{40,64}$/.test(id))
    : [];
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
  return answer.status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}

function cannotOpen(folder: string, stderr: string): string {
  if (stderr.includes('dubious ownership')) {
    return `git does not trust ${folder}, which belongs to another user. Run \`git config --global --add safe.directory ${folder}\` first.`;
  }
  if (/not a git repository/.test(stderr) && gitFolderAbove(folder) === null) {
    return `${folder} is not in a git repository, so there is no earlier state to compare with. Run without --since and --staged, or in a clone.`;
  }
  return `The git repository of ${folder} is broken (${complaint(stderr)}). Run \`git fsck\`, or clone it again.`;
}

function complaint(stderr: string): string {
  const line = stderr.split('\n').find((text) => /^(fatal|error):/.test(text)) ?? stderr.split('\n')[0] ?? '';
  return line.replace(/^\w+: /, '').replace(/\.$/, '') || 'git says nothing more';
}

/** What git prints, or a `GitProblem`. */
export function expect(folder: string, args: readonly string[], input?: string): Buffer {
  const answer = run(folder, args, input);
  if (answer.status === 0) return answer.stdout;
  const what = complaint(answer.stderr);
  throw new GitProblem(
    `The git repository of ${folder} cannot be read (${what}). Run \`git fsck\`, or clone it again.`,
  );
}

/** Runs git in a folder; `input` is what it reads. */
export function run(folder: string, args: readonly string[], input?: string, more: NodeJS.ProcessEnv = {}): Answer {
  const result = spawnSync('git', ['--no-optional-locks', '-c', 'core.quotepath=off', ...args], {
    cwd: folder,
    env: { ...environment(folder), ...more },
    maxBuffer: 2 ** 31 - 1,
    windowsHide: true,
    ...(input === undefined ? {} : { input }),
  });
  if (result.error !== undefined) {
    const code = (result.error as NodeJS.ErrnoException).code;
    throw new GitProblem(
      code === 'ENOENT'
        ? 'git is not installed, or not on the PATH, and --since and --staged need it.'
        : `git could not be run (${code ?? result.error.message}).`,
    );
  }
  return { status: result.status ?? 1, stdout: result.stdout, stderr: result.stderr.toString('utf8') };
}

/** What git tells a hook of where its repository lies. */
const PLACES = ['GIT_INDEX_FILE', 'GIT_DIR', 'GIT_WORK_TREE', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'] as const;

/**
 * git names its index by a relative path when it calls a commit hook; that path starts at the top of the work tree,
 * where the hook starts too, but not where the handbook's folder is. Where it leads nowhere, or to another repository's, the hook
 * is that of the repository around the submodule that the handbook is, and what it says is left out.
 */
function environment(folder: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  const above = gitFolderAbove(folder);
  for (const name of PLACES) {
    const path = env[name];
    if (path === undefined || isAbsolute(path)) continue;
    const absolute = resolve(above?.top ?? process.cwd(), path);
    if (isFolder(dirname(absolute))) env[name] = absolute;
    else delete env[name];
  }
  const own = above?.own ?? null;
  if (own !== null && env.GIT_DIR !== undefined && !isSame(env.GIT_DIR, own))
    for (const name of PLACES) delete env[name];
  const indexFolder = env.GIT_INDEX_FILE === undefined ? null : dirname(env.GIT_INDEX_FILE);
  const isOfGit = indexFolder !== null && existsSync(join(indexFolder, 'HEAD'));
  if (own !== null && isOfGit && !isSame(indexFolder, own)) delete env.GIT_INDEX_FILE;
  if (env.GIT_DIR !== undefined && env.GIT_WORK_TREE === undefined && above !== null) env.GIT_WORK_TREE = above.top;
  return env;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isSame(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}
