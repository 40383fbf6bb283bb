import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import type { FileTree } from '../../src/files/file-tree.ts';
import { CacheFolder } from '../../src/incremental/cache/cache-folder.ts';
import { openHandbook, openOver } from '../../src/incremental/open.ts';
import { onlyChanged } from '../../src/incremental/results/judge-changed.ts';
import { ResultCache } from '../../src/incremental/results/result-cache.ts';
import type { Base } from '../../src/lint/changes/base.ts';
import { judgeChange } from '../../src/lint/changes/index.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';

/** `content/a.md:3:7 handbook-link-page message`, with the note as editors show it when asked. */
export function shown({ path, start, rule, message, note }: Finding, withNote = false): string {
  const more = withNote && note !== undefined ? `\n${note}` : '';
  return `${path}:${start.line}:${start.column} ${rule} ${message}${more}`;
}

/** Everything that is wrong in a folder, read anew. */
export async function judgeCold(root: string): Promise<readonly Finding[]> {
  return lint(await openHandbook({ root }), { rules }).findings;
}

/** What a change breaks, by what earlier runs have left in the cache folder. */
export async function judgeKnown(root: string, base: Base | null, cache: string): Promise<readonly Finding[]> {
  const folder = new CacheFolder(join(cache, 'inside'));
  const onDisk = new ResultCache(folder, 'on disk');
  const after = new ResultCache(folder, 'after', [onDisk]);
  const before = new ResultCache(folder, 'before', [after, onDisk]);
  const { findings } = await judgeChange({
    root,
    base,
    staged: base === null,
    rules,
    plans: { before: onlyChanged(before), after: onlyChanged(after) },
    open: (tree: FileTree) => openHandbook({ root, tree, cache: join(cache, 'pages') }),
    openOver,
  });
  return findings;
}

/** What the built command says; `args` as on its command line. */
export function runCommand(command: string, root: string, args: readonly string[]): readonly Finding[] {
  const { CI: _, GITLAB_CI: __, ...rest } = process.env;
  const env = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !name.startsWith('GIT_') && !name.startsWith('CI_')),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, '--format', 'json', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return (JSON.parse(stdout) as { findings: Finding[] }).findings;
}
