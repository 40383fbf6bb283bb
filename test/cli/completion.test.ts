import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { formatsOf, options, subcommands } from '../../src/cli/options.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/git-repository.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];
const folder = temporaryFolder('completion');
const script = (shell: Shell) => join(folder, shell);
for (const shell of shells)
  writeFileSync(script(shell), runBundle(builtCommand(), ['completion', shell], folder).stdout);
const isThere = (shell: Shell) => spawnSync(shell, ['--version']).error === undefined;
const run = (shell: Shell, code: string) => execFileSync(shell, ['-c', code], { cwd: folder, encoding: 'utf8' });

/** What bash offers for the last of the words of each line. */
function byBash(lines: readonly (readonly string[])[]): string[][] {
  const calls = lines.map(
    (words) => `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; COMPREPLY=()
_handbook_lint; printf '%s ' "\${COMPREPLY[@]}"; echo`,
  );
  const said = run('bash', `. ${script('bash')}\ncompopt() { :; }\n${calls.join('\n')}`);
  return said.split('\n').map((line) => line.split(' ').filter(Boolean));
}

/** What fish offers, without what it is about. */
function byFish(lines: readonly (readonly string[])[]): string[][] {
  const calls = lines.map((words) => `complete -C '${words.join(' ')}'; echo //`);
  const said = run('fish', `source ${script('fish')}\n${calls.join('\n')}`);
  return said.split('//\n').map((part) => part.split('\n').flatMap((line) => line.split('\t')[0] || []));
}

/** What zsh gives to its own `_arguments`: `--format:NAME:(tsv json)`. */
function byZsh(lines: readonly (readonly string[])[]): string[][] {
  const calls = lines.map(
    (words) => `words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _handbook_lint; print`,
  );
  const stubs = `compdef() { }\ncompadd() { }\n_arguments() { print -rn -- \${(j:\\t:)@} }`;
  const said = run('zsh', `${stubs}\n. ${script('zsh')}\n${calls.join('\n')}`);
  return said.split('\n').map((line) => line.split('\\t').map((spec) => spec.replace(/^\*(?=-)|\[.*?\]/g, '')));
}

const commands = ['', ...subcommands] as const;
const ofCommand = (command: string) => (command === '' ? [] : [command]);

describe.each([
  ['bash', byBash],
  ['zsh', byZsh],
  ['fish', byFish],
] as const)('%s', (shell, offers) => {
  test.skipIf(!isThere(shell))('offers each command the options that it has, all of them and no others', () => {
    const offered = offers(commands.map((command) => ['handbook-lint', ...ofCommand(command), '--']));
    commands.forEach((command, index) => {
      const flags = offered[index]!.flatMap((each) => each.match(/^--[\w-]+/) ?? []);
      const isOwn = (flag: string) => {
        const option = options.find(({ name }) => `--${name}` === flag);
        const value = option === undefined || option.type === 'boolean' ? [] : ['1/2'];
        try {
          readArguments([...ofCommand(command), flag, ...value]);
          return true;
        } catch (error) {
          return !/no option|is for/.test(String(error));
        }
      };
      const known = options.flatMap((option) => ['--', '--no-'].map((start) => start + option.name));
      // After these two come names of shells and of commands.
      if (command !== 'completion' && command !== 'help')
        expect([command, ...[...new Set(flags)].sort()]).toEqual([command, ...known.filter(isOwn).sort()]);
    });
  });

  test.skipIf(!isThere(shell))('offers each command its formats', () => {
    for (const [command, formats] of Object.entries(formatsOf)) {
      const words = command === 'lint' ? [] : [command];
      const [offered = []] = offers([['handbook-lint', ...words, '--format', '']]);
      const list = /^--format:.*:\((.*)\)$/;
      const spec = offered.find((each) => list.test(each));
      const found = spec === undefined ? offered : list.exec(spec)![1]!.split(' ');
      expect([...found].sort()).toEqual([...formats].sort());
    }
  });
});

test('bash offers rules, shells and commands', () => {
  const [levels, rules, first, shell, help] = byBash([
    ['handbook-lint', '--rule', 'handbook-link-p'],
    ['handbook-lint', 'explain', 'handbook-redirect'],
    ['handbook-lint', 'i'],
    ['handbook-lint', 'completion', ''],
    ['handbook-lint', 'help', 'mo'],
  ]);
  expect(levels).toContain('handbook-link-page=');
  expect(rules).toEqual(['handbook-redirect']);
  expect(first).toEqual(['init', 'index']);
  expect(shell).toEqual(['bash', 'fish', 'zsh']);
  expect(help).toEqual(['move']);
});
