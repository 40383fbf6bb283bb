import { type ReportFormat, reportFormats } from '../reporters/registry.ts';

/** One option of the command. */
export interface CommandOption {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'count';
  readonly short?: string;
  readonly multiple?: true;
  /** What the value is, for help: `FILE`. */
  readonly value?: string;
  /** The values there are, for completion. */
  readonly choices?: readonly string[];
  readonly about: string;
  readonly group: string;
  /** Shares a line of `--help` with the option before it. */
  readonly beside?: true;
  /** The commands that alone have it; their own help shows it. */
  readonly of?: readonly Subcommand[];
  /** Whether `--no-x` is there, too. */
  readonly negatable?: true;
  /** What a negatable option is when the command line does not say; `undefined` when absent. */
  readonly default?: boolean;
}

/** `tsv` is for lists of links alone. */
export type Format = ReportFormat | 'tsv';

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

const handbook = 'The handbook';
const report = 'The report';
const change = 'Only what a change breaks';
const rest = 'Other';

/** Every option, in the order of `--help`; parsing, the type of what is parsed, help and completion are made from this. */
export const options = [
  { group: handbook, name: 'root', type: 'string', value: 'DIR', about: 'its folder, else found upward' },
  { group: handbook, name: 'config', type: 'string', value: 'FILE', beside: true, about: 'its handbook.yaml' },
  { group: handbook, name: 'hugo', type: 'string', value: 'VERSION', about: 'the Hugo that builds it, else found' },
  {
    group: handbook,
    name: 'since-hugo',
    type: 'string',
    value: 'VERSION',
    about: 'what newer Hugo breaks since that one',
  },
  {
    group: handbook,
    name: 'rule',
    type: 'string',
    multiple: true,
    value: 'ID=LEVEL',
    about: 'error, warn or off, for one rule',
  },
  {
    group: handbook,
    name: 'cache',
    type: 'boolean',
    negatable: true,
    default: true,
    about: 'read every page anew with --no-cache',
  },
  { group: handbook, name: 'cache-location', type: 'string', value: 'DIR', about: 'where to keep what was read' },
  {
    group: handbook,
    name: 'index',
    type: 'string',
    multiple: true,
    value: 'FILE',
    about: 'use what handbook-lint index wrote',
  },
  { group: handbook, of: ['index'], name: 'shard', type: 'string', value: 'I/N', about: 'which of N parts to read' },
  {
    group: report,
    name: 'format',
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    choices: reportFormats,
    about: reportFormats.join(', '),
  },
  { group: report, name: 'output', type: 'string', value: 'FILE', about: 'write the report there' },
  { group: report, name: 'quiet', type: 'boolean', about: 'errors only' },
  { group: report, name: 'max-warnings', type: 'count', value: 'N', about: 'exit 1 at more warnings', beside: true },
  { group: report, name: 'statistics', type: 'boolean', about: 'totals by rule, folder and missing target' },
  { group: report, name: 'stats', type: 'boolean', about: 'how long each rule took' },
  { group: report, name: 'color', type: 'boolean', beside: true, negatable: true, about: 'colours or not' },
  { group: change, name: 'since', type: 'string', value: 'REF', about: 'what changed since a commit' },
  { group: change, name: 'since-merge-base', type: 'string', value: 'BRANCH', about: 'what this branch changed' },
  { group: change, name: 'staged', type: 'boolean', about: 'what the next commit changes' },
  { group: change, name: 'all', type: 'boolean', about: 'everything instead', beside: true },
  { group: change, name: 'baseline', type: 'string', value: 'FILE', about: 'all but the findings in this file' },
  { group: change, name: 'update-baseline', type: 'boolean', about: 'write the findings to the baseline' },
  { group: rest, name: 'fix', type: 'boolean', about: 'fix what has one certain fix' },
  { group: rest, name: 'fix-dry-run', type: 'boolean', beside: true, about: 'only show it' },
  { group: rest, name: 'stdio', type: 'boolean', about: 'server for editors' },
  { of: ['report'], group: rest, name: 'json', type: 'boolean', about: 'what the page is made of, as JSON' },
  { of: ['report'], group: rest, name: 'from', type: 'string', value: 'FILE', about: 'make the page of such JSON' },
  {
    of: ['report'],
    group: rest,
    name: 'trend',
    type: 'string',
    multiple: true,
    value: 'FILE',
    about: 'earlier JSON, to show how it went',
  },
  { of: ['links'], group: rest, name: 'external', type: 'boolean', about: 'links to other sites' },
  { of: ['init'], group: rest, name: 'yes', type: 'boolean', about: 'ask nothing' },
  { of: ['move', 'rename'], group: rest, name: 'dry-run', type: 'boolean', about: 'only show the change, as a patch' },
  {
    of: ['move'],
    group: rest,
    name: 'alias',
    type: 'boolean',
    about: 'an alias in the front matter keeps the old address',
  },
  { of: ['move'], group: rest, name: 'redirect', type: 'boolean', about: 'a line in the file of redirects keeps it' },
  { of: ['rename'], group: rest, name: 'keep-id', type: 'boolean', about: 'the heading keeps its id, links stay' },
  { group: rest, name: 'version', short: 'v', type: 'boolean', beside: true, about: 'the version' },
  { group: rest, name: 'help', short: 'h', type: 'boolean', beside: true, about: 'this text' },
] as const satisfies readonly CommandOption[];
