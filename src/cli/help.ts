import { type CommandOption, options } from './options.ts';

const commands = [
  ['[paths…]', 'judge a handbook, or files and folders of it'],
  ['explain RULE|PATH', 'what a rule is about, what is known of a page'],
  ['explain-config', 'what handbook.yaml can say'],
  ['init', 'look at this folder and write its handbook.yaml'],
  ['new TYPE PATH', 'write a page with every section of its type'],
  ['index', 'read one part of the pages, for a later run'],
  ['completion SHELL', 'completion for bash, zsh or fish'],
] as const;

/** The text of `--help`; fits a screen of 30 lines by 80 columns. */
export function help(): string {
  const lines = commands.map(([form, about]) => `handbook-lint ${form.padEnd(17)} ${about}`);
  const rows = rowsOf(options);
  const width = Math.max(...rows.map(({ label }) => label.length));
  let group: string = rows[0]?.group ?? '';
  for (const row of rows) {
    if (row.group !== group) lines.push(`${row.group}:`);
    group = row.group;
    lines.push(`  ${row.label.padEnd(width)}  ${row.about}`);
  }
  lines.push('Exit code 0: nothing at level error. 1: findings. 2: the run itself failed.');
  return `${lines.join('\n')}\n`;
}

interface Row {
  readonly group: string;
  label: string;
  about: string;
}

function rowsOf(all: readonly CommandOption[]): readonly Row[] {
  const rows: Row[] = [];
  for (const option of all) {
    const last = rows.at(-1);
    if (option.beside === true && last !== undefined) {
      last.label += `, ${labelOf(option)}`;
      last.about += `; ${option.about}`;
    } else rows.push({ group: option.group, label: labelOf(option), about: option.about });
  }
  return rows;
}

function labelOf(option: CommandOption): string {
  const name = option.negatable === true ? `--[no-]${option.name}` : `--${option.name}`;
  return option.value === undefined ? name : `${name} ${option.value}`;
}
