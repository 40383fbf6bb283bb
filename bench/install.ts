/** What it costs to install a packed package, to start its command for the first time, and to set it up in pre-commit. */
import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Installed {
  readonly packages: number;
  /** Bytes of all files in node_modules. */
  readonly bytes: number;
}

/** Installs a tarball into an empty project, with npm's own cache; seconds, and what lies there then. */
export function install(tarball: string): { readonly seconds: number; readonly installed: Installed } {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-install-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const seconds = timed(() => npm(folder, 'install', '--prefer-offline', tarball));
    const modules = join(folder, 'node_modules');
    return { seconds, installed: { packages: countPackages(modules), bytes: sizeOf(modules) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of the first and second `npx handbook-lint --version` after `npm ci` in a clone that names the tarball. */
export function firstStart(tarball: string): { readonly first: number; readonly second: number } {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-clone-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    npm(folder, 'install', '--prefer-offline', tarball);
    const start = () =>
      timed(() => execFileSync('npx', ['--no', '--', 'handbook-lint', '--version'], { cwd: folder, stdio: 'ignore' }));
    return { first: start(), second: start() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds until pre-commit has set up a hook: of the published package, or of a repository of hooks. */
export function preCommit(hook: { readonly tarball: string } | { readonly repository: string }): number {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-pre-commit-'));
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    git('init', '--quiet');
    const config =
      'tarball' in hook
        ? `- repo: local\n    hooks:\n      - { id: x, name: x, entry: handbook-lint --version, language: node, additional_dependencies: ['${hook.tarball}'], pass_filenames: false, always_run: true }`
        : `- repo: ${hook.repository}\n    rev: ${git('-C', hook.repository, 'rev-parse', 'HEAD')}\n    hooks: [{ id: handbook-lint, entry: handbook-lint --version }]`;
    writeFileSync(join(folder, '.pre-commit-config.yaml'), `repos:\n  ${config}\n`);
    git('add', '--all');
    const env = {
      ...process.env,
      PRE_COMMIT_HOME: join(folder, '.git/pre-commit-home'),
      npm_config_prefer_offline: 'true',
    };
    return timed(() => {
      const { status, stdout } = spawnSync('pre-commit', ['run'], { cwd: folder, env, encoding: 'utf8' });
      if (status !== 0) throw new Error(`pre-commit: ${stdout}`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function npm(cwd: string, ...args: string[]): void {
  execFileSync('npm', [...args, '--silent', '--no-audit', '--no-fund'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

export function sizeOf(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.reduce((sum, each) => sum + (each.isFile() ? lstatSync(join(each.parentPath, each.name)).size : 0), 0);
}

/** Packages in a folder of modules, those of the packages' own folders included. */
export function countPackages(modules: string): number {
  const folders = readdirSync(modules, { recursive: true, withFileTypes: true });
  return folders.filter(
    ({ name, parentPath }) =>
      name === 'package.json' &&
      /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@][^/]*$/.test(parentPath.replaceAll('\\', '/')),
  ).length;
}
