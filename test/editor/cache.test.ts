import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { builtCommand } from '../support/command.ts';
import { startLanguageServer } from '../support/language-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { workspace } from '../support/workspace.ts';

it('keeps what it has read where the command keeps it, and no folder in the handbook', async () => {
  const page = '# Home\n\n[x](/nowhere/)\n';
  const disk = workspace({ 'handbook.yaml': '', 'content/_index.md': page });
  const cache = temporaryFolder();
  vi.stubEnv('XDG_CACHE_HOME', cache);
  const main = builtCommand();
  const built = { node: process.execPath, cwd: dirname(main) };
  const client = await startLanguageServer([main, '--stdio'], [disk.uri('')], built);
  expect(await client.open(disk.uri('content/_index.md'), page)).toHaveLength(1);
  vi.unstubAllEnvs();
  expect(readdirSync(join(cache, 'handbook-lint'))).toHaveLength(1);
  expect(existsSync(disk.path('node_modules'))).toBe(false);
});
