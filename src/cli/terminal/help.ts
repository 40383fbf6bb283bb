import { didYouMean } from '../../phrases/nearest.ts';
import { Failure } from '../failure.ts';
import { type CommandOption, formatsOf, options, optionsOf, type Subcommand, subcommands } from '../options.ts';

/** A command: how it is written, what it does in a line, and what its own help says. */
type About = readonly [form: string, what: string, own: string];

const commands: Readonly<Record<Exclude<Subcommand, 'help'>, About>> = {
  explain: [
    'explain RULE|PATH',
    'what a rule is about, what is known of a page',
    `Of a rule: what it finds, why that matters, how to fix it, when to turn it off. Of a file, or
an address of the site: its sections, anchors and links, who links to it, what was found on it.`,
  ],
  'explain-config': [
    'explain-config',
    'what handbook.yaml can say',
    'Lists every key of handbook.yaml, then what was found out about this handbook and from which file.',
  ],
  links: [
    'links',
    'every link, its place and where it leads',
    'Prints every link inside the site with its place and where it leads, as --format tsv or json.',
  ],
  init: [
    'init',
    'look at this folder and write its handbook.yaml',
    `Looks at this folder, says what it found, and shows ten findings. Then it offers to write
handbook.yaml, a commit hook and a job for the pipeline, one after the other. It replaces no file.`,
  ],
  new: [
    'new TYPE PATH',
    'write a page with every section of its type',
    `Writes a page with front matter and every section that its type requires. TYPE is a page type,
such as role, or the name of a career framework; PATH is the file.`,
  ],
  index: [
    'index',
    'read one part of the pages, for a later run',
    'For very large handbooks on several machines: each writes a part, and one judges with --index FILE.',
  ],
  report: [
    'report',
    'one page with figures, and where to start',
    'Writes report.html, or what --output names: one page with figures, a matrix and where to start.',
  ],
  move: [
    'move FROM TO',
    'move a page, file or folder; links follow',
    `Moves a page, another file or a folder, and changes every link to it. An old address goes on
working where the site has aliases. What is not sure is listed and left alone.`,
  ],
  rename: [
    'rename PAGE#ID "…"',
    'rename a heading; links follow',
    `Gives a heading new words, and every link to it the new id. PAGE is a file, or an address of
the site. What is not sure is listed and left alone.`,
  ],
  completion: [
    'completion SHELL',
    'completion for bash, zsh or fish',
    'Prints a script for the shell to read: source <(handbook-lint completion bash)',
  ],
};

/** Of `help NAME`: a name that no command has is a Failure. */
export function demandCommand(name: string | undefined): void {
  if (name === undefined || subcommands.some((each) => each === name)) return;
  throw new Failure(`There is no command ${name}.${didYouMean(name, subcommands)}`);
}

/** The text of `--help`; fits a screen of 80 columns. For a command, about that alone. */
export function help(asked?: string): string {
  const all: readonly CommandOption[] = options;
  const name = subcommands.find((each) => each === asked);
  if (name !== undefined && name !== 'help') {
    const [form, , own] = commands[name];
    const listed = formatsOf[name]?.join(', ') ?? '';
    const shown = all
      .filter(({ of }) => of?.includes(name))
      .map((option) => ({ ...option, heading: undefined, about: option.name === 'format' ? listed : option.about }));
    const lines = [`handbook-lint ${form.replace('…', 'New words')}`, own, ...optionLines(shown)];
    const common = all.filter(({ of, short }) => of === undefined && short === undefined);
    lines.push(`As everywhere: ${common.map((option) => `--${option.name}`).join(' ')}`);
    return `${lines.join('\n')}\n`;
  }
  const line = (form: string, what: string) => `handbook-lint ${form.padEnd(18)} ${what}`;
  const lines = [
    line('[paths…]', 'judge a handbook, or files and folders of it'),
    ...Object.values(commands).map(([form, what]) => line(form, what)),
  ];
  lines.push(...optionLines(optionsOf('lint')));
  lines.push('Exit code 0: nothing at level error. 1: findings. 2: the run itself failed.');
  return `${lines.join('\n')}\n`;
}

function optionLines(shown: readonly CommandOption[]): readonly string[] {
  const rows: { readonly heading?: string | undefined; label: string; about: string }[] = [];
  for (const option of shown) {
    const last = rows.at(-1);
    if (option.beside === true && last !== undefined) {
      last.label += `, ${labelOf(option)}`;
      last.about += `; ${option.about}`;
    } else rows.push({ heading: option.heading, label: labelOf(option), about: option.about });
  }
  const width = Math.max(...rows.map(({ label }) => label.length));
  return rows.flatMap(({ heading, label, about }) => [
    ...(heading === undefined ? [] : [`${heading}:`]),
    `  ${label.padEnd(width)}  ${about}`,
  ]);
}

function labelOf(option: CommandOption): string {
  const name = option.negatable === true ? `--[no-]${option.name}` : `--${option.name}`;
  return option.value === undefined ? name : `${name} ${option.value}`;
}
