import { type CommandOption, options, type Subcommand, subcommands } from '../options.ts';

const commands = [
  ['[paths…]', 'judge a handbook, or files and folders of it'],
  ['explain RULE|PATH', 'what a rule is about, what is known of a page'],
  ['explain-config', 'what handbook.yaml can say'],
  ['links', 'every link, its place and where it leads'],
  ['init', 'look at this folder and write its handbook.yaml'],
  ['new TYPE PATH', 'write a page with every section of its type'],
  ['index', 'read one part of the pages, for a later run'],
  ['report', 'one page with figures, and where to start'],
  ['move, rename', 'move files, rename headings; links follow'],
  ['completion SHELL', 'completion for bash, zsh or fish'],
] as const;

const own: Readonly<Partial<Record<Subcommand, string>>> = {
  links: `handbook-lint links [paths…]
Prints every link inside the site with its place and where it leads, as --format tsv or json.`,
  init: `handbook-lint init
Looks at this folder and writes its handbook.yaml.`,
  move: `handbook-lint move FROM TO
Moves a page, another file or a folder, and changes every link to it. An old address goes on
working where the site has aliases. What is not sure is listed and left alone.`,
  report: `handbook-lint report
Writes report.html, or what --output names: one page with figures, a matrix and where to start.`,
  rename: `handbook-lint rename PAGE#ID "New words"
Gives a heading new words, and every link to it the new id. PAGE is a file, or an address of
the site. What is not sure is listed and left alone.`,
};

/** The text of `--help`; fits a screen of 30 lines by 80 columns. For a command with options of its own, about that alone. */
export function help(asked?: string): string {
  const all: readonly CommandOption[] = options;
  const name = subcommands.find((each) => each === asked);
  const about = name && own[name];
  if (name && about) return `${[about, ...optionLines(all.filter(({ of }) => of?.includes(name)))].join('\n')}\n`;
  const lines = commands.map(([form, what]) => `handbook-lint ${form.padEnd(17)} ${what}`);
  lines.push(...optionLines(all.filter(({ of }) => of === undefined)));
  lines.push('Exit code 0: nothing at level error. 1: findings. 2: the run itself failed.');
  return `${lines.join('\n')}\n`;
}

function optionLines(shown: readonly CommandOption[]): readonly string[] {
  const lines: string[] = [];
  const rows = rowsOf(shown);
  const width = Math.max(...rows.map(({ label }) => label.length));
  let group: string = rows[0]?.group ?? '';
  for (const row of rows) {
    if (row.group !== group) lines.push(`${row.group}:`);
    group = row.group;
    lines.push(`  ${row.label.padEnd(width)}  ${row.about}`);
  }
  return lines;
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
