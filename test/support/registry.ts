import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { builtCommand } from './command.ts';
import { temporaryFolder } from './git-repository.ts';
import { shellEnvironment } from './package-copy.ts';
import { own } from './project.ts';

const started: ChildProcess[] = [];
afterAll(() => {
  for (const server of started) server.kill();
});

/** Starts a registry with the tarballs of a folder, until the test file is done; its address. */
export async function startRegistry(folder: string): Promise<string> {
  const other = execFileSync('npm', ['config', 'get', 'registry'], {
    env: shellEnvironment(),
    encoding: 'utf8',
  }).trim();
  const file = fileURLToPath(new URL('registry-server.ts', import.meta.url));
  const server = spawn(process.execPath, ['--import', 'tsx', file, folder, other], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(server);
  const [address] = (await once(server.stdout, 'data')) as [Buffer];
  return address.toString().trim();
}

/** A folder with a tarball of this package that starts the built command and depends on nothing, so that npx has it at once. */
export function builtTarball(): string {
  const source = temporaryFolder('source');
  const { name, version } = own;
  writeFileSync(
    join(source, 'package.json'),
    JSON.stringify({ name, version, type: 'module', bin: { 'handbook-lint': 'main.js' } }),
  );
  writeFileSync(join(source, 'main.js'), `#!/usr/bin/env node\nimport ${JSON.stringify(builtCommand())};\n`);
  const folder = temporaryFolder('tarballs');
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: source, env: shellEnvironment() });
  return folder;
}
