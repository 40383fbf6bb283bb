import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/git-repository.ts';

const bundle = builtCommand();

const script = (shell: string) => runBundle(bundle, ['completion', shell], '.').stdout;

/** What bash would offer for the last of some words. */
function offered(...words: string[]): string[] {
  const line = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
compopt() { :; }
_handbook_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['-c', `${script('bash')}\n${line}`], { encoding: 'utf8' });
  return out.split('\n').filter(Boolean);
}

describe('bash', () => {
  test('offers options, formats, rules and subcommands', () => {
    expect(offered('handbook-lint', '--since').sort()).toEqual(['--since', '--since-hugo', '--since-merge-base']);
    expect(offered('handbook-lint', '--no-')).toEqual(['--no-cache', '--no-color']);
    expect(offered('handbook-lint', '--format', 's')).toEqual(['sarif']);
    expect(offered('handbook-lint', '--rule', 'handbook-link-p')).toContain('handbook-link-page=');
    expect(offered('handbook-lint', 'explain', 'handbook-redirect')).toEqual(['handbook-redirect']);
    expect(offered('handbook-lint', 'i')).toEqual(['init', 'index']);
  });
});

test.each(['zsh', 'fish'])('%s: a script that names every option, and that the shell reads', (shell) => {
  const text = script(shell);
  for (const option of ['since-merge-base', 'format', 'no-cache', 'fix-dry-run']) expect(text).toContain(option);
  expect(text).toContain('handbook-link-page');
  // fish 3.6.0 reads a script from a pipe only without -n.
  const file = join(temporaryFolder('completion'), 'script');
  writeFileSync(file, text);
  const read = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  if (read.error === undefined) expect(read.stderr).toBe('');
});
