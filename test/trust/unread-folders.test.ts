/** A folder that cannot be looked into is told, and all the rest is judged. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Runs the command as somebody for whom permissions count. */
function run(root: string, ...args: string[]) {
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtCommand(), '--root', root, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, HOME: '/nowhere' },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { status, stdout, stderr };
}

const page = '# Home\n\n[a](/closed/a/) [b](/closed/deep/b.png) [c](/gone/)\n';
const closed = {
  'hugo.toml': '',
  'content/_index.md': page,
  'content/closed/a.md': '# A\n\n[x](/gone-too/)\n',
  'content/closed/deep/b.png': '',
  'static/shut/x.png': '',
};

test.skipIf(process.platform === 'win32')('a folder without permission', () => {
  const root = temporaryFolder(closed);
  chmodSync(root, 0o755);
  for (const folder of ['content/closed', 'static/shut']) chmodSync(join(root, folder), 0o000);
  onTestFinished(() => chmodSync(join(root, 'content/closed'), 0o755));
  onTestFinished(() => chmodSync(join(root, 'static/shut'), 0o755));
  for (const args of [['--no-cache'], ['--cache-location', join(temporaryFolder(), 'cache')]]) {
    const { status, stdout, stderr } = run(root, '--format', 'json', ...args);
    expect(stderr).toBe(
      'handbook-lint: content/closed may not be read. What is in it was not judged.\n' +
        'handbook-lint: static/shut may not be read. What is in it was not judged.\n',
    );
    expect(status).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: { data: { href: string } }[] };
    expect(findings.map(({ data }) => data.href)).toEqual(['/gone/']);
  }
  for (const command of ['links', 'explain']) {
    const subject = command === 'explain' ? ['content/_index.md'] : [];
    const { status, stderr } = run(root, command, ...subject, '--no-cache');
    expect(stderr).toBe(
      'handbook-lint: content/closed may not be read. What is in it was left out.\n' +
        'handbook-lint: static/shut may not be read. What is in it was left out.\n',
    );
    expect(status).toBe(0);
  }
});

test.skipIf(process.platform === 'win32')('an include in a folder without permission is not called missing', () => {
  const root = temporaryFolder({
    'handbook.yaml': 'site: hugo\nincludes:\n  shortcodes: [include]\n',
    'content/_index.md': '# Home\n\n{{% include "includes/shut/a.md" %}} {{% include "includes/b.md" %}}\n',
    'assets/includes/shut/a.md': 'A\n',
    'assets/includes/c.md': 'C\n',
  });
  chmodSync(root, 0o755);
  chmodSync(join(root, 'assets/includes/shut'), 0o000);
  onTestFinished(() => chmodSync(join(root, 'assets/includes/shut'), 0o755));
  const { findings } = JSON.parse(run(root, '--format', 'json', '--no-cache').stdout) as {
    findings: { message: string }[];
  };
  expect(findings.map(({ message }) => message.slice(0, 65))).toEqual([
    'This include asks for includes/shut/a.md, which cannot be read. G',
    'This include asks for includes/b.md, but there is no such file. C',
  ]);
});

test.skipIf(process.platform !== 'linux')('a folder whose path is too long for the system', () => {
  const root = temporaryFolder({ 'content/_index.md': page, 'hugo.toml': '', 'content/closed/a.md': '' });
  chmodSync(root, 0o755);
  const start = process.cwd();
  const name = 'x'.repeat(200);
  try {
    process.chdir(join(root, 'content'));
    for (let depth = 0; depth < 25; depth++) {
      mkdirSync(name);
      process.chdir(name);
      writeFileSync('p.md', '# Deep\n');
    }
  } finally {
    process.chdir(start);
  }
  onTestFinished(() => void spawnSync('rm', ['-rf', join(root, 'content')]));
  const { status, stdout, stderr } = run(root, '--format', 'json', '--no-cache');
  expect(stderr).toMatch(
    /^handbook-lint: content\/x+(?:\/x+)* has a path that is too long for this system\. What is in it was not judged\.\n$/,
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout).summary.pages).toBeGreaterThan(10);
});

test.skipIf(process.platform === 'win32')(
  'links to nowhere and to themselves, between runs with a cache as well',
  () => {
    const root = temporaryFolder({ 'content/_index.md': '# Home\n', 'hugo.toml': '' });
    symlinkSync('self', join(root, 'content/self'));
    symlinkSync('nowhere', join(root, 'content/gone.md'));
    const cache = temporaryFolder();
    for (const folder of [root, cache]) chmodSync(folder, 0o777);
    if (isRoot) chownSync(cache, NOBODY, NOBODY);
    const first = run(root, '--format', 'json', '--cache-location', cache);
    expect(first.stderr).toBe('');
    expect(readdirSync(cache)).toContain('CACHEDIR.TAG');
    expect(run(root, '--format', 'json', '--cache-location', cache)).toEqual(first);
    expect(run(root, '--format', 'json', '--no-cache')).toEqual(first);
  },
);
