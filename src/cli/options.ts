import { type ReportFormat, reportFormats } from '../reporters/registry.ts';

export interface CommandOption {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'count';
  readonly short?: string;
  readonly multiple?: true;
  /** What the value is, for help: `FILE`. */
  readonly value?: string;
  readonly about: string;
  /** Stands above this option in `--help`. */
  readonly heading?: string;
  /** Shares a line of `--help` with the option before it. */
  readonly beside?: true;
  /** The commands that alone have it, `lint` for judging; their own help shows it. */
  readonly of?: readonly Command[];
  /** Whether `--no-x` is there, too. */
  readonly negatable?: true;
  /** What a negatable option is when the command line does not say; `undefined` when absent. */
  readonly default?: boolean;
}

export type Format = ReportFormat | 'tsv' | 'html';

/** What comes in place of paths. */
export const subcommands = [
  'explain',
  'explain-config',
  'links',
  'init',
  'new',
  'index',
  'report',
  'completion',
  'move',
  'rename',
  'help',
] as const;
export type Subcommand = (typeof subcommands)[number];

/** `lint` is what comes with paths, or with nothing. */
export type Command = Subcommand | 'lint';

/** The formats that commands with `--format` write, the usual one first. */
export const formatsOf: Readonly<Partial<Record<Command, readonly Format[]>>> = {
  lint: reportFormats,
  links: ['tsv', 'json'],
  explain: ['text', 'json'],
  report: ['html', 'json'],
};

const lint = ['lint'] as const;
const judging = ['lint', 'report'] as const;
const writing = [...judging, 'links', 'explain'] as const;

/** Every option, in the order of `--help`; parsing, the type of what is parsed, help and completion are made from this. */
export const options = [
  { name: 'root', type: 'string', value: 'DIR', about: 'its folder, else found upward' },
  { name: 'config', type: 'string', value: 'FILE', beside: true, about: 'its handbook.yaml' },
  { name: 'hugo', type: 'string', value: 'VERSION', about: 'the Hugo that builds it, else found' },
  { of: lint, name: 'since-hugo', type: 'string', value: 'VERSION', about: 'what newer Hugo breaks since that one' },
  { of: judging, name: 'rule', type: 'string', multiple: true, value: 'ID=LEVEL', about: 'error, warn or off' },
  { name: 'cache', type: 'boolean', negatable: true, default: true, about: 'read all anew with --no-cache' },
  { name: 'color', type: 'boolean', beside: true, negatable: true, about: 'colours or not' },
  { name: 'cache-location', type: 'string', value: 'DIR', about: 'where to keep what was read' },
  { name: 'index', type: 'string', multiple: true, value: 'FILE', about: 'use what handbook-lint index wrote' },
  { of: ['index'], name: 'shard', type: 'string', value: 'I/N', about: 'which of N parts to read' },
  {
    heading: 'The report',
    of: writing,
    name: 'format',
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    about: reportFormats.join(', '),
  },
  { of: [...writing, 'index'], name: 'output', type: 'string', value: 'FILE', about: 'write it to this file' },
  { of: lint, name: 'quiet', short: 'q', type: 'boolean', about: 'errors only' },
  { of: lint, name: 'max-warnings', type: 'count', value: 'N', about: 'exit 1 at more warnings', beside: true },
  { of: lint, name: 'statistics', type: 'boolean', about: 'totals by rule, folder and target' },
  { of: lint, name: 'stats', type: 'boolean', beside: true, about: 'times by rule' },
  {
    heading: 'Only what a change breaks',
    of: judging,
    name: 'since',
    type: 'string',
    value: 'REF',
    about: 'what changed since a commit',
  },
  { of: judging, name: 'since-merge-base', type: 'string', value: 'BRANCH', about: 'what this branch changed' },
  { of: judging, name: 'staged', type: 'boolean', about: 'what the next commit changes' },
  { of: judging, name: 'all', type: 'boolean', about: 'everything instead', beside: true },
  { of: judging, name: 'baseline', type: 'string', value: 'FILE', about: 'all but the findings in this file' },
  { of: lint, name: 'update-baseline', type: 'boolean', about: 'write the findings to the baseline' },
  { heading: 'Other', of: lint, name: 'fix', type: 'boolean', about: 'fix what has one certain fix' },
  { of: lint, name: 'fix-dry-run', type: 'boolean', beside: true, about: 'only show it' },
  { of: lint, name: 'stdin-filename', type: 'string', value: 'FILE', about: 'judge standard input as this page' },
  { of: lint, name: 'stdio', type: 'boolean', about: 'server for editors' },
  { of: ['report'], name: 'json', type: 'boolean', about: 'what the page is made of, as JSON' },
  { of: ['report'], name: 'from', type: 'string', value: 'FILE', about: 'make the page of such JSON' },
  { of: ['report'], name: 'trend', type: 'string', multiple: true, value: 'FILE', about: 'earlier JSON, to compare' },
  { of: ['links'], name: 'external', type: 'boolean', about: 'links to other sites' },
  { of: ['init'], name: 'yes', type: 'boolean', about: 'ask nothing' },
  { of: ['move', 'rename'], name: 'dry-run', type: 'boolean', about: 'only show the change, as a patch' },
  { of: ['move'], name: 'alias', type: 'boolean', about: 'an alias in the front matter keeps the old address' },
  { of: ['move'], name: 'redirect', type: 'boolean', about: 'a line in the file of redirects keeps it' },
  { of: ['rename'], name: 'keep-id', type: 'boolean', about: 'the heading keeps its id, links stay' },
  { name: 'version', short: 'v', type: 'boolean', beside: true, about: 'the version' },
  { name: 'help', short: 'h', type: 'boolean', beside: true, about: 'this text' },
] as const satisfies readonly CommandOption[];

/** The options that a command has. */
export function optionsOf(command: Command): readonly CommandOption[] {
  return (options as readonly CommandOption[]).filter(({ of }) => of?.includes(command) ?? true);
}

/** How an option is written: `--cache`, and `--no-cache` where that is there. */
export function flagsOf({ name, negatable }: CommandOption): readonly string[] {
  return negatable === true ? [`--${name}`, `--no-${name}`] : [`--${name}`];
}
