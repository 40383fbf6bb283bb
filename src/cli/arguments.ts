import { parseArgs } from 'node:util';
import { didYouMean } from '../phrases/nearest.ts';
import { Failure } from './failure.ts';
import {
  type Command,
  type CommandOption,
  type Format,
  formatsOf,
  options,
  optionsOf,
  subcommands,
} from './options.ts';

/** What the command line says: the options by their names in camel case, and what is read out of some of them. */
export interface Arguments extends Omit<OptionValues, 'rule' | 'format' | 'output'> {
  readonly positionals: readonly string[];
  /** Of `--rule`. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Of `--format` and `--output`. */
  readonly outputs: readonly Output[];
}

type OptionValues = { readonly [Each in (typeof options)[number] as CamelCase<Each['name']>]: ValueOf<Each> };

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

type ValueOf<Each extends CommandOption> = Each extends { readonly type: 'boolean' }
  ? Each extends { readonly negatable: true; readonly default?: never }
    ? boolean | undefined
    : boolean
  : Each extends { readonly type: 'count' }
    ? number | undefined
    : Each extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;

/** One report: where it goes is `null` for the standard output. */
interface Output {
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
    options: Object.fromEntries(known.flatMap(describeOption)),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const command = subcommands.find((each) => each === positionals[0]) ?? 'lint';
  for (const token of given) checkOption(token, values.help === true ? null : command);

  const read = known.map((option) => [camelCase(option.name), readValue(option, values, given)]);
  const { rule, format, output, ...rest } = Object.fromEntries(read) as OptionValues;
  if (rest.stdinFilename !== undefined) checkInput(given, positionals);
  return {
    ...rest,
    positionals,
    levels: Object.fromEntries(rule.map(readLevel)),
    outputs: readOutputs(format, output ?? null, command),
  };
}

const known: readonly CommandOption[] = options;

function readValue(
  option: CommandOption,
  values: Readonly<Record<string, unknown>>,
  given: readonly OptionToken[],
): OptionValues[keyof OptionValues] {
  const { name, type, multiple, negatable } = option;
  const value = values[name];
  if (multiple === true) return [value ?? []].flat().map(String);
  if (type === 'count') return typeof value === 'string' ? readCount(name, value) : undefined;
  if (type === 'string') return typeof value === 'string' ? value : undefined;
  if (negatable !== true) return value === true;
  // The last one counts, as with other tools: a script's own option can be turned around by what is added to it.
  const last = given.findLast((token) => spellings(option).includes(token.name));
  return last === undefined ? option.default : last.name === name;
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** For parseArgs, whose own negation came only in the course of Node 20. */
function describeOption(option: CommandOption) {
  const { short } = option;
  const type = option.type === 'boolean' ? ('boolean' as const) : ('string' as const);
  const own = { type, multiple: option.multiple === true, ...(short === undefined ? {} : { short }) };
  return spellings(option).map((name) => [name, own] as const);
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** `command` is the one that shall have the option; `null`: any. */
function checkOption({ name, rawName, value, inlineValue }: OptionToken, command: Command | null): void {
  const own = command === null ? known : optionsOf(command);
  const option = own.find((each) => spellings(each).includes(name));
  if (option === undefined) {
    const others = known.find((each) => spellings(each).includes(name))?.of?.map((each) => `handbook-lint ${each}`);
    const meant = didYouMean(name, own.flatMap(spellings), (near) => `--${near}`);
    if (others === undefined) throw new Failure(`There is no option ${rawName}.${meant}`);
    if (command === 'lint') throw new Failure(`The option ${rawName} is for ${others.join(' and ')}.${meant}`);
    throw new Failure(`handbook-lint ${command} has no option ${rawName}.${meant}`);
  }
  if (option.type === 'boolean' && value !== undefined) throw new Failure(`The option ${rawName} takes no value.`);
  const isMissing = value === undefined || value === '' || (inlineValue === false && value.startsWith('-'));
  if (option.type !== 'boolean' && isMissing)
    throw new Failure(`The option ${rawName} needs a value, ${rawName} ${option.value}.`);
}

/** Options that ask for something else than to judge one text. */
const beyondInput: readonly string[] = [
  ...['fix', 'fix-dry-run', 'since', 'since-merge-base', 'since-hugo', 'staged', 'update-baseline', 'stdio'],
];

/** Of `--stdin-filename`: the text is all that is judged, whose name may be `-` as with other tools. */
function checkInput(given: readonly OptionToken[], positionals: readonly string[]): void {
  const other =
    given.find(({ name }) => beyondInput.includes(name))?.rawName ?? positionals.find((each) => each !== '-');
  if (other === undefined) return;
  throw new Failure(`--stdin-filename judges the text on standard input alone, so it does not go with ${other}.`);
}

function spellings(option: CommandOption): string[] {
  return option.negatable === true ? [option.name, `no-${option.name}`] : [option.name];
}

function readLevel(written: string): [string, Level] {
  const [, id, level] = /^([^=]*)=(.*)$/.exec(written) ?? [];
  const known = levels.find((each) => each === level);
  if (id === undefined || id === '' || known === undefined)
    throw new Failure(`--rule ${written} cannot be read. Write --rule ID=error, ID=warn or ID=off.`);
  return [id.startsWith('handbook-') ? id : `handbook-${id}`, known];
}

function readOutputs(written: readonly string[], output: string | null, command: Command): readonly Output[] {
  const all = formatsOf[command] ?? ['text'];
  const outputs = (written.length === 0 ? all.slice(0, 1) : written).map((each): Output => {
    const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(each) ?? [];
    const format = all.find((known) => known === name);
    if (format === undefined) {
      const where = command === 'lint' ? 'There is' : `handbook-lint ${command} has`;
      throw new Failure(`${where} no format ${name}.${didYouMean(name, all)} The formats are ${all.join(', ')}.`);
    }
    if (file === '') throw new Failure(`--format ${each} names no file.`);
    return { format, file: file ?? null };
  });
  if (command !== 'lint' && outputs.length > 1) throw new Failure(`handbook-lint ${command} writes one format.`);
  const unplaced = outputs.filter(({ file }) => file === null);
  if (unplaced.length > 1 || (output !== null && unplaced.length !== 1))
    throw new Failure('Of several formats, only one can go to one place. Write --format NAME=FILE for the others.');
  const files = outputs.map(({ file }) => file ?? output);
  if (new Set(files).size < files.length) throw new Failure('Two formats would go to the same file.');
  return outputs.map(({ format, file }) => ({ format, file: file ?? output }));
}

function readCount(name: string, written: string): number {
  if (!/^\d+$/.test(written)) throw new Failure(`--${name} ${written} is no number.`);
  return Number(written);
}
