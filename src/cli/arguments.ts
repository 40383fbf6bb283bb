import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { Failure } from './failure.ts';
import { type CommandOption, type Format, formats, options } from './options.ts';

/** What the command line says. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly root?: string;
  readonly config?: string;
  /** The version of Hugo to judge by. */
  readonly hugo?: string;
  /** The version to compare it with. */
  readonly sinceHugo?: string;
  readonly levels: Readonly<Record<string, Level>>;
  readonly cache: boolean;
  readonly cacheLocation?: string;
  /** Files with parts of the index. */
  readonly index: readonly string[];
  /** `2/4` as written. */
  readonly shard?: string;
  readonly outputs: readonly Output[];
  readonly quiet: boolean;
  readonly maxWarnings?: number;
  readonly stats: boolean;
  readonly statistics: boolean;
  readonly color?: boolean;
  readonly since?: string;
  readonly sinceMergeBase?: string;
  readonly staged: boolean;
  readonly all: boolean;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly dryRun: boolean;
  readonly alias: boolean;
  readonly redirect: boolean;
  readonly keepId: boolean;
  readonly stdio: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly from?: string;
  readonly trend: readonly string[];
  readonly external: boolean;
  readonly version: boolean;
  readonly help: boolean;
}

/** One report: where it goes is `null` for the standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | null;
}

const levels = ['error', 'warn', 'off'] as const;
type Level = (typeof levels)[number];

/** Reads the command line. Throws a Failure that names what is wrong and what was perhaps meant. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    // A hook with Windows line ends hands over its last word with the carriage return.
    args: argv.map((word) => (word === '-V' ? '-v' : word.replace(/\r$/, ''))),
    options: Object.fromEntries(options.flatMap(describeOption)),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token);

  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? { [camel(name)]: value } : {};
  };
  const flag = (name: string) => values[name] === true;
  const many = (name: string) => [values[name] ?? []].flat().map(String);
  return {
    positionals,
    ...text('root'),
    ...text('config'),
    ...text('hugo'),
    ...text('since-hugo'),
    levels: Object.fromEntries(many('rule').map(readLevel)),
    cache: values['no-cache'] !== true,
    ...text('cache-location'),
    index: many('index'),
    ...text('shard'),
    outputs: readOutputs(many('format'), typeof values.output === 'string' ? values.output : null),
    quiet: flag('quiet'),
    ...(typeof values['max-warnings'] === 'string' ? { maxWarnings: readCount(values['max-warnings']) } : {}),
    stats: flag('stats'),
    statistics: flag('statistics'),
    ...(flag('no-color') ? { color: false } : flag('color') ? { color: true } : {}),
    ...text('since'),
    ...text('since-merge-base'),
    staged: flag('staged'),
    all: flag('all'),
    ...text('baseline'),
    updateBaseline: flag('update-baseline'),
    fix: flag('fix'),
    fixDryRun: flag('fix-dry-run'),
    dryRun: flag('dry-run'),
    alias: flag('alias'),
    redirect: flag('redirect'),
    keepId: flag('keep-id'),
    stdio: flag('stdio'),
    yes: flag('yes'),
    json: flag('json'),
    ...text('from'),
    trend: many('trend'),
    external: flag('external'),
    version: flag('version'),
    help: flag('help'),
  };
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** For parseArgs, whose own negation came only in the course of Node 20. */
function describeOption(option: CommandOption) {
  const { type, short } = option;
  const own = { type, multiple: option.multiple === true, ...(short === undefined ? {} : { short }) };
  return spellings(option).map((name) => [name, own] as const);
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken): void {
  const known: readonly CommandOption[] = options;
  const option = known.find((each) => spellings(each).includes(name));
  if (option === undefined) {
    const near = nearest(name, known.flatMap(spellings));
    throw new Failure(`There is no option ${rawName}.${near === null ? '' : ` Did you mean --${near}?`}`);
  }
  if (option.type === 'boolean' && value !== undefined) throw new Failure(`The option ${rawName} takes no value.`);
  const isMissing = value === undefined || value === '' || (inlineValue === false && value.startsWith('-'));
  if (option.type === 'string' && isMissing)
    throw new Failure(`The option ${rawName} needs a value, ${rawName} ${option.value}.`);
}

function spellings(option: CommandOption): string[] {
  return option.negatable === true ? [option.name, `no-${option.name}`] : [option.name];
}

/** The likeliest of some words, or `null` when none is close. */
export function nearest(word: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 2)) + 1;
  for (const candidate of words) {
    const steps = candidate.startsWith(word) && word.length > 2 ? 1 : distance(word, candidate);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

function readLevel(written: string): [string, Level] {
  const [, id, level] = /^([^=]*)=(.*)$/.exec(written) ?? [];
  const known = levels.find((each) => each === level);
  if (id === undefined || id === '' || known === undefined)
    throw new Failure(`--rule ${written} cannot be read. Write --rule ID=error, ID=warn or ID=off.`);
  return [id.startsWith('handbook-') ? id : `handbook-${id}`, known];
}

function readOutputs(written: readonly string[], output: string | null): readonly Output[] {
  const outputs = (written.length === 0 ? ['text'] : written).map((each): Output => {
    const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(each) ?? [];
    const format = [...formats, 'tsv' as const].find((known) => known === name);
    if (format === undefined) {
      const near = nearest(name, formats);
      throw new Failure(
        `There is no format ${name}.${near === null ? '' : ` Did you mean ${near}?`} There are ${formats.join(', ')}.`,
      );
    }
    if (file === '') throw new Failure(`--format ${each} names no file.`);
    return { format, file: file ?? null };
  });
  const unplaced = outputs.filter(({ file }) => file === null);
  if (unplaced.length > 1 || (output !== null && unplaced.length !== 1))
    throw new Failure('Of several formats, only one can go to one place. Write --format NAME=FILE for the others.');
  const files = outputs.map(({ file }) => file ?? output);
  if (new Set(files).size < files.length) throw new Failure('Two formats would go to the same file.');
  return outputs.map(({ format, file }) => ({ format, file: file ?? output }));
}

function readCount(written: string): number {
  if (!/^\d+$/.test(written)) throw new Failure(`--max-warnings ${written} is no number.`);
  return Number(written);
}
