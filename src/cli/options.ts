/** Every option of the command, in the order of `--help`; parsing, help and completion are made from this. */
export interface CommandOption {
  readonly name: string;
  readonly type: 'string' | 'boolean';
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
  /** Whether `--no-x` is there, too. */
  readonly negatable?: true;
}

/** The formats of `--format`. */
export const formats = ['text', 'json', 'gitlab', 'sarif', 'junit', 'github', 'markdown'] as const;
export type Format = (typeof formats)[number];

/** What comes in place of paths. */
export const subcommands = ['explain', 'explain-config', 'init', 'new', 'index', 'report', 'completion'] as const;

const handbook = 'The handbook';
const report = 'The report';
const change = 'Only what a change breaks';
const rest = 'Other';

export const options = [
  { group: handbook, name: 'root', type: 'string', value: 'DIR', about: 'folder of the handbook; else found upward' },
  {
    group: handbook,
    name: 'config',
    type: 'string',
    value: 'FILE',
    about: 'configuration; else handbook.yaml in the root',
  },
  { group: handbook, name: 'hugo', type: 'string', value: 'VERSION', about: 'Hugo that builds the site; else found' },
  {
    group: handbook,
    name: 'since-hugo',
    type: 'string',
    value: 'VERSION',
    about: 'what that Hugo breaks and this did not',
  },
  {
    group: handbook,
    name: 'rule',
    type: 'string',
    multiple: true,
    value: 'ID=LEVEL',
    about: 'error, warn or off, for one rule',
  },
  { group: handbook, name: 'cache', type: 'boolean', negatable: true, about: 'read every page anew with --no-cache' },
  {
    group: handbook,
    name: 'cache-location',
    type: 'string',
    value: 'DIR',
    about: 'else node_modules/.cache or your cache folder',
  },
  {
    group: handbook,
    name: 'index',
    type: 'string',
    multiple: true,
    value: 'FILE',
    about: 'a part from index',
  },
  {
    group: handbook,
    name: 'shard',
    type: 'string',
    value: 'I/N',
    about: 'index: which of N parts',
    beside: true,
  },
  {
    group: report,
    name: 'format',
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    choices: formats,
    about: 'text, json, gitlab, sarif, junit, github, markdown',
  },
  { group: report, name: 'output', type: 'string', value: 'FILE', about: 'write the report there' },
  { group: report, name: 'quiet', type: 'boolean', about: 'errors only' },
  { group: report, name: 'max-warnings', type: 'string', value: 'N', about: 'exit 1 at more warnings', beside: true },
  { group: report, name: 'stats', type: 'boolean', about: 'where the time went' },
  { group: report, name: 'color', type: 'boolean', beside: true, negatable: true, about: 'colours or not' },
  { group: change, name: 'since', type: 'string', value: 'REF', about: 'what changed since a commit' },
  { group: change, name: 'since-merge-base', type: 'string', value: 'BRANCH', about: 'what this branch changed' },
  { group: change, name: 'staged', type: 'boolean', about: 'what the next commit changes' },
  { group: change, name: 'all', type: 'boolean', about: "everything, also in a merge request's pipeline" },
  { group: change, name: 'baseline', type: 'string', value: 'FILE', about: 'all but the findings in this file' },
  { group: change, name: 'update-baseline', type: 'boolean', about: 'write the findings to the baseline' },
  { group: rest, name: 'fix', type: 'boolean', about: 'mend what has one safe mend' },
  { group: rest, name: 'fix-dry-run', type: 'boolean', beside: true, about: 'only show it' },
  { group: rest, name: 'stdio', type: 'boolean', about: 'language server for editors' },
  { group: rest, name: 'yes', type: 'boolean', about: 'init: ask nothing' },
  { group: rest, name: 'json', type: 'boolean', about: 'report: what the page is made of' },
  { group: rest, name: 'from', type: 'string', value: 'FILE', about: 'report: made of such JSON' },
  {
    group: rest,
    name: 'trend',
    type: 'string',
    multiple: true,
    value: 'FILE',
    about: 'report: earlier JSON, to show how it went',
  },
  { group: rest, name: 'version', short: 'v', type: 'boolean', about: 'the version' },
  { group: rest, name: 'help', short: 'h', type: 'boolean', beside: true, about: 'this text' },
] as const satisfies readonly CommandOption[];
