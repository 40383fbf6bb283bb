/** What the system is asked for in a run, as strace sees it; skipped where strace is not. */
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { builtCommand } from '../support/command.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

// strace slows a process down, and a busy machine gives it its turn late.
vi.setConfig({ testTimeout: 300_000 });

const canTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
const bundle = builtCommand();

/** All paths that a run names to the system. What a link holds is an answer, no question. */
function asked(root: string, ...args: string[]): ReadonlySet<string> {
  const log = join(temporaryFolder(), 'log');
  const command = [process.execPath, bundle, '--root', root, ...args];
  const traced = ['--seccomp-bpf', '-f', '-qq', '-s', '4096', '-e', 'trace=file', '-o', log, ...command];
  const { PATH, HOME } = process.env;
  const { status, stderr } = spawnSync('strace', traced, { cwd: root, encoding: 'utf8', env: { PATH, HOME } });
  expect([status === 0 || status === 1, stderr]).toEqual([true, expect.not.stringMatching(/^handbook-lint:/m)]);
  const lines = readFileSync(log, 'utf8').split('\n');
  const paths = lines.map((line) => /^\d+ +\w+\((?:AT_FDCWD, |\d+<?[^,]*, )?"([^"]*)"/.exec(line)?.[1]);
  return new Set(paths.filter((path) => path !== undefined && path !== '').map((path) => resolve(root, path ?? '')));
}

/** All that is neither below these folders nor one of the folders above them, temporary names made the same. */
function foreign(paths: ReadonlySet<string>, ...folders: string[]): string[] {
  const above = new Set<string>();
  for (const folder of folders)
    for (let at = folder; at !== dirname(at); at = dirname(at))
      for (const name of ['', '/.git', '/handbook.yaml', '/handbook.yml'])
        above.add(dirname(at).replace(/^\/$/, '') + name);
  const isOurs = (path: string) => above.has(path) || folders.some((folder) => `${path}/`.startsWith(`${folder}/`));
  return [...paths].filter((path) => path !== '/' && !isOurs(path)).map((path) => path.replace(/\.v8.*$/, '.v8'));
}

function hostileHandbook(): { readonly root: string; readonly outside: string } {
  const top = temporaryFolder({
    'outside/secret.md': '# Secret\n',
    'outside/shortcodes/box.html': '<h2>x</h2>',
    'outside/_default/hugo.toml': 'title = "x"',
    'outside/handbook.yaml': 'site: plain\n',
  });
  const root = join(top, 'root');
  const outside = join(top, 'outside');
  writeFiles(root, {
    'handbook.yaml':
      'content: [content, more]\nincludes: {folders: [assets/includes], root: assets}\nignore: ["../**"]\n',
    'hugo.toml': 'title = "x"\n',
    'content/_index.md': [
      '# Home\n{{< box >}} {{< ../../../outside/shortcodes/box >}}',
      '{{% include "../../outside/secret.md" %}} {{% include "/etc/passwd" %}} {{% include "includes/out.md" %}}',
      `[a](../../outside/secret.md) [b](/../outside/secret.md) [c](${outside}/secret.md) [d](file://${outside}/secret.md)`,
      '[e](out/secret/) [f](/out/secret/) ![g](../../outside/x.png) <img src="/etc/passwd"> [h](//etc/passwd)',
    ].join('\n\n'),
    'assets/includes/a.md': '# A\n',
    'more/b.md': '# B\n',
    'layouts/shortcodes/box.html': '{{ readFile "/etc/passwd" }}{{ partial "../../../outside/x.html" }}',
    'layouts/index.redirects': '/x/ /../outside/secret.md\n',
  });
  const links: Readonly<Record<string, string>> = {
    'content/out': outside,
    'content/out.md': '../../outside/secret.md',
    'content/self': '.',
    'content/up': '../..',
    'content/by-way': '../more/../../outside',
    'more/root': '/',
    'assets/includes/out.md': `${outside}/secret.md`,
    'layouts/shortcodes/out': outside,
    'layouts/partials': '../../outside',
    config: outside,
    static: outside,
  };
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  return { root, outside };
}

test.skipIf(!canTrace)('no path is asked for but below the root and the cache, and what Node itself needs', () => {
  const plain = temporaryFolder({ 'content/_index.md': '# Home\n\n[x](/nowhere/)\n', 'hugo.toml': '' });
  const cache = join(temporaryFolder(), 'cache');
  const own = new Set(foreign(asked(plain, '--cache-location', cache), plain, cache));
  const here = dirname(dirname(dirname(bundle)));
  const isSystem = /^\/(?:usr|lib\w*|etc|proc|sys|dev|bin|opt|nix)\b|^[\w.-]+$/;
  const packages = (path: string) => path.startsWith(here) || here.startsWith(path) || path.includes('/node_modules');
  expect(
    [...own].filter((path) => !isSystem.test(path) && !packages(path) && !process.execPath.startsWith(path)),
  ).toEqual([]);

  const { root, outside } = hostileHandbook();
  for (const args of [
    ['--cache-location', cache],
    ['--no-cache', '--fix-dry-run'],
    ['--no-cache', 'explain', 'content/_index.md'],
  ]) {
    const paths = asked(root, ...args);
    expect([...paths].filter((path) => path.startsWith(outside) || path === '/etc/passwd')).toEqual([]);
    const unknown = foreign(paths, root, cache).filter((path) => !own.has(path));
    // The C library asks how memory is given out when it needs more of it.
    const isMemory = (path: string) => /^\/(?:proc\/sys\/vm|sys\/(?:devices|kernel))\//.test(path);
    expect(
      unknown.filter((path) => !path.startsWith(here) && !path.includes('/node_modules') && !isMemory(path)),
    ).toEqual([]);
  }
});
