import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitEnvironment, temporaryFolder } from './git-repository.ts';

const top = new URL('../..', import.meta.url).pathname;

/** This package as it is on disk now, in a git repository of its own: without node_modules and dist. */
export function packageCopy(): string {
  const folder = temporaryFolder('package');
  const git = (cwd: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd, env: gitEnvironment(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
    return stdout;
  };
  const listed = git(top, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const path of listed.filter((name) => name !== '' && existsSync(join(top, name)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(top, path), join(folder, path));
  }
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Release');
  return folder;
}

/** The environment of a user's shell: nothing of the npm that runs these tests, packages from its cache when they are there. */
export function shellEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(gitEnvironment()).filter(([name]) => !/^(?:npm_|NODE|VITEST|TEST|CI$)/i.test(name));
  return {
    ...Object.fromEntries(own),
    NO_COLOR: '1',
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}
