import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { work } from './authors.ts';
import { type Edits, type Files, firstFiles } from './handbook.ts';
import type { Random } from './random.ts';

const AUTHORS = 10;

/** What is about to be committed. */
export interface Step {
  readonly what: string;
  readonly isMerge: boolean;
  /** Takes away what lies on disk besides, and commits. */
  commit(): void;
}

/** Runs git as nobody's settings have it; throws what it complains of, unless it may fail. */
export function git(folder: string, args: readonly string[], mayFail = false, author = 0): string {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const who = { NAME: `Author ${author}`, EMAIL: `author-${author}@example.com` };
  const env = {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) =>
        Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]),
      ),
    ),
  };
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0 && !mayFail) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return status === 0 ? stdout.trim() : '';
}

/** The repository of a handbook that ten people work on. */
export class LivingHandbook {
  readonly folder: string;
  readonly #random: Random;
  #author = 0;

  constructor(folder: string, random: Random) {
    this.folder = folder;
    this.#random = random;
    this.#git('init', '--quiet', '--initial-branch=main');
    // The server keeps its cache there.
    writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
    this.#write(firstFiles(random));
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '--message', 'Start');
  }

  /** Prepares the next commit, in the index; `null` when what was tried changes nothing. */
  next(): Step | null {
    const random = this.#random;
    this.#author = random.below(AUTHORS);
    const kind = random.below(20);
    let what = 'work';
    if (kind < 4) this.#goTo(random.once(2) ? 'main' : `author-${this.#author}`);
    if (kind === 4) what = this.#merge();
    else if (kind === 5) what = this.#revert();
    else {
      if (kind === 6) this.#rewrite();
      this.#write(work(this.#files(), random));
    }
    this.#git('add', '--all');
    if (this.#git('status', '--porcelain') === '') {
      this.#tidy();
      return null;
    }
    const isMerge = this.#try('rev-parse', '--verify', '--quiet', 'MERGE_HEAD') !== '';
    const hasMore = random.once(4);
    // Work that is not part of the commit.
    if (hasMore) this.#write(work(this.#files(), random));
    const commit = () => {
      if (hasMore) this.#git('checkout-index', '--all', '--force');
      if (hasMore) this.#git('clean', '--quiet', '-d', '--force');
      this.#git('commit', '--quiet', '--no-verify', '--message', what);
    };
    return { what: `${what} by ${this.#author} on ${this.#git('branch', '--show-current')}`, isMerge, commit };
  }

  get head(): string {
    return this.#git('rev-parse', 'HEAD');
  }

  #goTo(branch: string): void {
    if (this.#try('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`) === '')
      this.#git('branch', '--quiet', branch, 'main');
    this.#git('switch', '--quiet', branch);
  }

  #merge(): string {
    const branches = this.#git('for-each-ref', '--format=%(refname:short)', 'refs/heads/author-*')
      .split('\n')
      .filter(Boolean);
    if (branches.length === 0) return 'nothing';
    this.#goTo('main');
    const branch = this.#random.of(branches);
    // Where both changed a file, it is taken as it lies there then.
    this.#try('merge', '--quiet', '--no-commit', '--no-ff', '-X', this.#random.of(['ours', 'theirs']), branch);
    return `merge of ${branch}`;
  }

  #revert(): string {
    const commits = this.#git('log', '-8', '--format=%H', '--no-merges').split('\n').slice(0, -1);
    if (commits.length === 0) return 'nothing';
    this.#try('revert', '--no-commit', '-X', 'theirs', this.#random.of(commits));
    this.#try('revert', '--quit');
    return 'revert';
  }

  /** Takes back commits of a branch, as before a forced push, or puts them on top of main. */
  #rewrite(): void {
    if (this.#git('branch', '--show-current') === 'main') return;
    if (this.#random.once(2)) {
      if (this.#try('rebase', '--quiet', '-X', 'theirs', 'main') === '') this.#try('rebase', '--abort');
      return;
    }
    const count = Number(this.#git('rev-list', '--count', '--first-parent', 'HEAD'));
    this.#git('reset', '--quiet', '--hard', `HEAD~${Math.min(count - 1, 1 + this.#random.below(3))}`);
  }

  #tidy(): void {
    this.#try('merge', '--abort');
    this.#git('reset', '--quiet', '--hard');
  }

  #files(): Files {
    const paths = this.#git('-c', 'core.quotepath=off', 'ls-files').split('\n');
    return new Map(paths.map((path) => [path, readFileSync(join(this.folder, path), 'utf8')]));
  }

  #write(edits: Edits | Files): void {
    for (const [path, text] of edits) {
      const file = join(this.folder, path);
      if (text === null) rmSync(file, { force: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  }

  #git(...args: string[]): string {
    return git(this.folder, args, false, this.#author);
  }

  #try(...args: string[]): string {
    return git(this.folder, args, true, this.#author);
  }
}
