import { type SpawnOptions, spawn } from 'node:child_process';
import { builtCommand } from '../support/command.ts';

/** Pages enough that reading and writing them takes a while, with something wrong on most. */
export function pagesWithFaults(count: number): Record<string, string> {
  const files: Record<string, string> = { 'content/_index.md': '---\ntitle: Home\n---\n\n# Welcome\n' };
  for (let index = 0; index < count; index++)
    files[`content/team-${index % 20}/page-${index}.md`] =
      `---\ntitle: Page ${index}\n---\n\n## Goals\n\n[next](../page-${(index * 7) % (count + 20)}/#goals)\n\n` +
      `[gone](/gone-${index}/)\n\n${'Words that fill the page. '.repeat(20)}\n`;
  return files;
}

/** How a run of the command ended; the time it took is left out of what it found. */
export interface Verdict {
  readonly code: number | null;
  readonly found: string;
  readonly errors: string;
}

export interface RunOptions {
  /** The cache's folder; none when absent. */
  readonly cache?: string;
  /** Killed without warning after so many milliseconds. */
  readonly killAfter?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Run by this user, when root. */
  readonly uid?: number;
}

/** Runs the command over a folder as its own process. */
export function run(root: string, options: RunOptions = {}): Promise<Verdict> {
  const cache = options.cache === undefined ? ['--no-cache'] : ['--cache-location', options.cache];
  const args = [builtCommand(), '--root', root, '--format', 'json', ...cache];
  const { PATH, HOME } = process.env;
  const settings: SpawnOptions = { cwd: root, env: { PATH, HOME, ...options.env } };
  if (options.uid !== undefined) Object.assign(settings, { uid: options.uid, gid: options.uid });
  const child = spawn(process.execPath, args, settings);
  let out = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  if (options.killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), options.killAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, found: out, errors }));
  });
}
