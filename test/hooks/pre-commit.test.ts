import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeMirror } from '../../scripts/release/mirror.ts';
import { handbookRepository } from '../changes/judge.ts';
import { runIn } from '../support/command.ts';
import { gitEnvironment, temporaryFolder } from '../support/git-repository.ts';
import { own } from '../support/project.ts';
import { builtTarball, startRegistry } from '../support/registry.ts';

const docs = readFileSync(new URL('../../docs/hooks.md', import.meta.url), 'utf8');
const [published = '', mirrored = ''] = [
  ...(docs.split('\n## pre-commit\n')[1] ?? '').matchAll(/^```yaml\n(.*?)^```$/gms),
].map(([, block]) => block ?? '');
const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;

/** The repository of the hooks, as a release makes it, with the tag of this version. */
function mirror(): string {
  const folder = temporaryFolder('mirror');
  writeMirror(folder, own.name, own.version);
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '-m', 'x'],
    ['tag', `v${own.version}`],
  ])
    spawnSync('git', args, { cwd: folder, env: gitEnvironment() });
  return folder;
}

const configs = {
  'the hook of docs/hooks.md': () => published,
  'the repository of hooks that a release makes': () =>
    `${mirrored.replace(/repo: .*/, `repo: ${mirror()}`)}      - id: handbook-lint-all\n`,
};

// On a developer's machine it may be missing; .ci/packages.txt has it.
describe.skipIf(!isInstalled && process.env.CI !== 'true')('pre-commit', () => {
  it.each(Object.entries(configs))(
    'installs the published package by %s, holds up what breaks another page, and lets the rest pass',
    { timeout: 600_000 },
    async (_, config) => {
      const work = handbookRepository({ '.pre-commit-config.yaml': config() });
      const registry = await startRegistry(builtTarball());
      const env = { PRE_COMMIT_HOME: temporaryFolder('pre-commit'), npm_config_registry: registry };
      const run = (program: string, ...args: string[]) => runIn(work.folder, '/nowhere', program, args, env);
      expect(run('pre-commit', 'install', '--install-hooks')).toMatchObject({ code: 0 });

      work.git('rm', '--quiet', 'content/leave.md');
      const held = run('git', 'commit', '--message', 'Delete');
      expect(held.out).toContain('This change deletes the page "Leave"');
      expect(held.out).toContain('content/_index.md');
      expect(held.code).toBe(1);

      work.git('reset', '--quiet', '--hard');
      work.write({ 'content/leave.md': '---\ntitle: Leave\n---\n\nTake it when you need it.\n' });
      work.git('add', '--all');
      expect(run('git', 'commit', '--message', 'Edit')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/handbook-lint\.+Passed/),
      });

      if (!config().includes('handbook-lint-all')) return;
      const all = run('pre-commit', 'run', '--hook-stage', 'manual', 'handbook-lint-all');
      expect(all.out).toContain('/nowhere/');
      expect(all.code).toBe(1);
    },
  );
});
