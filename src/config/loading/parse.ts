import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import * as z from 'zod';
import { once } from '../../collections/once.ts';
import { plainValues, UnreadableAlias } from '../../markdown/data/yaml-aliases.ts';
import { lowerFirst } from '../../phrases/letters.ts';
import { didYouMean } from '../../phrases/nearest.ts';
import { siteNames } from '../../sites/registry.ts';
import { ConfigError } from '../config.ts';
import { configSchema, type ReadConfig, type WrittenConfig } from '../schema.ts';
import type { ConfigSource } from './source.ts';

/** Made when a configuration is read that no earlier run has found valid. */
const schema = once(() => configSchema(siteNames));

/** A larger file is no configuration, and the parser of YAML would take minutes. */
const MOST_LETTERS = 10 * 1024 * 1024;

/** Parses and checks handbook.yaml; the first thing wrong with it is thrown as a `ConfigError`. */
export function parseConfig({ path, text, isUtf8 = true }: ConfigSource): ReadConfig {
  if (text.length > MOST_LETTERS) throw new ConfigError(path, null, 'the file is larger than 10 MB.');
  if (!isUtf8 || text.includes('\0')) {
    // Where bytes are no UTF-8, U+FFFD stands in the text.
    const line = text.slice(0, text.search(/[\0\ufffd]/)).split('\n').length;
    throw new ConfigError(path, line, 'the file is not saved as UTF-8. Save it again as UTF-8.');
  }
  const conflict = text.split('\n').findIndex((line) => line.startsWith('<<<<<<< '));
  if (conflict >= 0) throw new ConfigError(path, conflict + 1, 'a merge conflict is not resolved here.');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const fault = document.errors[0];
  if (fault) throw new ConfigError(path, lines.linePos(fault.pos[0]).line, explainFault(fault));
  let data: unknown;
  try {
    data = plainValues(document)(document.contents);
  } catch (error) {
    if (!(error instanceof UnreadableAlias)) throw error;
    const line = error.lost?.range ? lines.linePos(error.lost.range[0]).line : null;
    throw new ConfigError(path, line, 'an alias leads to itself or to nothing, or aliases make it too large');
  }
  const checked = schema().safeParse(data ?? {}, { reportInput: true });
  if (checked.success) return withRuleLines(checked.data, document, lines);
  const issue = deepest(checked.error.issues[0]!);
  const wanted = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  throw new ConfigError(path, lineOf(document, lines, wanted), explain(issue));
}

/** What JSON Schema says of handbook.yaml, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(schema(), { io: 'input', unrepresentable: 'any' }),
    title: 'handbook.yaml',
  };
}

function explainFault({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here, and the file may hold only one';
  return lowerFirst(oneLine(message));
}

type Issue = z.core.$ZodIssue;

// Of the alternatives of a union, the one that got furthest says best what was meant.
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flat()
    .map(deepest)
    .sort(
      (a, b) =>
        b.path.length - a.path.length || Number(b.code === 'invalid_value') - Number(a.code === 'invalid_value'),
    )[0];
  if (!inner || (inner.path.length === 0 && inner.code !== 'invalid_value')) return issue;
  return { ...inner, path: [...issue.path, ...inner.path] };
}

function explain(issue: Issue): string {
  const where = issue.path.length > 0 ? `"${placeOf(issue.path)}"` : 'the file';
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0]!;
      return `unknown key "${key}".${didYouMean(key, knownKeys(issue.path), inQuotes)}`;
    }
    case 'invalid_type':
      if (issue.input === undefined && issue.path.length > 0) return `${where} is needed, and it is not there`;
      return `${where} should be ${plainNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const meant = typeof issue.input === 'string' ? didYouMean(issue.input, values, inQuotes) : '';
      return `${where} should be one of ${values.map(inQuotes).join(', ')}${meant === '' ? '' : `.${meant}`}`;
    }
    case 'invalid_union':
      return `${where} does not have one of the forms that it may have`;
    case 'invalid_key':
      return `${where} is not a name that may stand here. ${issue.issues[0]?.message ?? ''}`.trim();
    case 'too_small':
      return `${where} is too ${issue.origin === 'string' || issue.origin === 'array' ? 'short' : 'small'}`;
    case 'too_big':
      return `${where} is too ${issue.origin === 'string' || issue.origin === 'array' ? 'long' : 'large'}`;
    case 'invalid_format':
      if ('includes' in issue && typeof issue.includes === 'string') return `${where} needs ${issue.includes} in it`;
      return `${where} cannot be used. ${issue.message}`;
    default:
      return `${where} cannot be used. ${issue.message}`;
  }
}

const inQuotes = (word: string) => `"${word}"`;

/** `frameworks.1.pages`; entries of a list are counted as people count. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((step) => String(typeof step === 'number' ? step + 1 : step)).join('.');
}

const plainNames: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly $ref?: string;
}

/** The keys that the schema knows at a path, read off its JSON Schema. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  const whole = z.toJSONSchema(schema(), { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  let here: readonly JsonSchema[] = [whole];
  for (const step of path) {
    here = here.flatMap((schema) => alternatives(schema).flatMap((one) => below(one, step)));
  }
  return here.flatMap((schema) => alternatives(schema).flatMap((one) => Object.keys(one.properties ?? {})));
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema];
}

function below(schema: JsonSchema, step: PropertyKey): readonly JsonSchema[] {
  const next =
    typeof step === 'number' ? schema.items : (schema.properties?.[String(step)] ?? schema.additionalProperties);
  return typeof next === 'object' ? [next] : [];
}

function withRuleLines(config: WrittenConfig, document: Document, lines: LineCounter): ReadConfig {
  if (config.rules === undefined) return config;
  const at = Object.keys(config.rules).map((id) => [id, lineOf(document, lines, ['rules', id]) ?? 0]);
  return { ...config, ruleLines: Object.fromEntries(at) };
}

/** The line of the deepest node on a path, of its key where it has one. */
function lineOf(document: Document, lines: LineCounter, wanted: readonly PropertyKey[]): number | null {
  let node: unknown = document.contents;
  let line: number | null = null;
  for (const step of wanted) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) line = lines.linePos(pair.key.range[0]).line;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line;
    }
  }
  return line;
}

function oneLine(message: string): string {
  return message.split('\n')[0]!.replaceAll(': ', ', ').replace(/[.:]$/, '');
}
