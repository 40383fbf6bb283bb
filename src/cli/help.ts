import { type CommandOption, options } from './options.ts';

/** The text of `--help`; fits a screen. */
export function help(): string {
  const width = Math.max(...options.map((option) => label(option).length));
  const lines = ['handbook-lint [paths…]              judge a handbook, or some files and folders of it'];
  lines.push(
    'handbook-lint explain RULE|PATH     what a rule is about, or what is known of a page',
    'handbook-lint explain-config        what handbook.yaml can say',
    'handbook-lint init                  look at this folder and write its handbook.yaml',
    'handbook-lint completion SHELL      completion for bash, zsh or fish',
  );
  let group = '';
  for (const option of options) {
    if (option.group !== group) {
      group = option.group;
      lines.push(`${group}:`);
    }
    lines.push(`  ${label(option).padEnd(width)}  ${option.about}`);
  }
  lines.push('Exit code 0: nothing at level error. 1: findings. 2: the run itself failed.');
  return `${lines.join('\n')}\n`;
}

function label(option: CommandOption): string {
  const name = option.negatable === true ? `--[no-]${option.name}` : `--${option.name}`;
  return option.value === undefined ? name : `${name} ${option.value}`;
}
