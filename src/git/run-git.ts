import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { isFolder } from '../files/upward.ts';
import { gitFolderAbove } from './git-folder.ts';

/** What keeps git from answering, as one line that says what to do. Ends the run with exit code 2. */
export class GitProblem extends Error {
  override readonly name = 'GitProblem';
}

interface Answer {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
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

/**
 * What a repository's own settings must not decide (git 2.39.5): `core.fsmonitor` names a program that git runs, or starts one that
 * stays, and its answers may be stale, as those of `core.untrackedCache`; a folder of pages that looks like git's own folder has
 * settings that anyone can commit; a missing `diff.orderFile` is fatal; the others change what counts as renamed or as changed.
 */
const SETTINGS = [
  'core.quotePath=off',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'safe.bareRepository=explicit',
  'diff.orderFile=/dev/null',
  'diff.renameLimit=1000',
  'diff.autoRefreshIndex=true',
].flatMap((setting) => ['-c', setting]);

const MOST_BYTES = 2 ** 31 - 1;

/** Answers that were asked for ahead, each until somebody asks. */
const ahead = new Map<string, Answer>();

/** Without an error, `git config` says by it that no setting is named so. */
const NOTHING_FOUND = 1;

/**
 * Asks git several questions side by side, while the caller does other things. Once the promise is kept, `run` has the answers without
 * waiting, each for one call. A question that git could not be asked, or that it did not answer, is asked again by `run`, which listens to
 * what is wrong: each pipe takes time.
 */
export async function askAhead(folder: string, questions: readonly (readonly string[])[]): Promise<void> {
  const env = environment(folder);
  const ask = (args: readonly string[]) =>
    new Promise<void>((done) => {
      const pieces: Buffer[] = [];
      const child = spawn('git', commandOf(args), {
        cwd: folder,
        env,
        windowsHide: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
      child.on('error', () => done());
      child.on('close', (status) => {
        if (status === 0 || status === NOTHING_FOUND)
          ahead.set(nameOf(folder, args), { status, stdout: Buffer.concat(pieces), stderr: '' });
        done();
      });
    });
  await Promise.all(questions.map(ask));
}

function nameOf(folder: string, args: readonly string[]): string {
  return JSON.stringify([folder, ...args]);
}

function commandOf(args: readonly string[]): string[] {
  return ['--no-optional-locks', ...SETTINGS, ...args];
}

/** Runs git in a folder; `input` is what it reads. */
export function run(folder: string, args: readonly string[], input?: string, more: NodeJS.ProcessEnv = {}): Answer {
  const name = nameOf(folder, args);
  const known = ahead.get(name);
  if (known !== undefined) {
    ahead.delete(name);
    return known;
  }
  const result = spawnSync('git', commandOf(args), {
    cwd: folder,
    env: { ...environment(folder), ...more },
    maxBuffer: MOST_BYTES,
    windowsHide: true,
    input,
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

function isSame(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}

/** The first fault that git names, as a part of a sentence. */
export function complaint(stderr: string): string {
  const line = stderr.split('\n').find((text) => /^(fatal|error):/.test(text)) ?? stderr.split('\n')[0] ?? '';
  return line.replace(/^\w+: /, '').replace(/\.$/, '') || 'git says nothing more';
}
