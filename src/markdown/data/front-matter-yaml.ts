import { type Alias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FrontMatter, ReadProblem } from '../facts.ts';
import { type Keys, readPlainYaml } from '../fast/plain-front-matter.ts';
import { type Replacement, replaced } from '../ranges.ts';
import { LENIENT, plainValues, UnreadableAlias } from './yaml-aliases.ts';

/** Values and keys as `FrontMatter` holds them; offsets count from `base`. */
type YamlResult = Pick<FrontMatter, 'values' | 'keys'> & { readonly problems: readonly ReadProblem[] };

/** Reads YAML front matter; what cannot be read is left out and reported. */
export function readYaml(source: string, base: number): YamlResult {
  return readPlainYaml(source, base) ?? readAnyYaml(source, base);
}

/** Any YAML, by the library. */
export function readAnyYaml(source: string, base: number): YamlResult {
  const values: Record<string, unknown> = {};
  const keys: Keys = {};
  const problems: ReadProblem[] = [];
  const document = parsed(joinQuotedLines(source));
  const first = document.errors[0];
  if (first) {
    const start = Math.min(base + first.pos[0], base + source.length);
    problems.push({
      kind: 'front-matter-broken',
      range: [start, Math.max(start, Math.min(base + first.pos[1], base + source.length))],
      detail: first.message.split('\n')[0]!,
    });
  }
  for (const [start, end, key] of repeatedKeys(document.contents))
    problems.push({ kind: 'front-matter-repeated', range: [base + start, base + end], detail: key });
  if (!isMap(document.contents)) {
    if (document.contents !== null && !first && source.trim() !== '') {
      const detail = 'Front matter must be a list of keys and values';
      problems.push({ kind: 'front-matter-broken', range: [base, base + source.length], detail });
    }
    return { values, keys, problems };
  }
  const plainOf = plainValues(document, scalarOf);
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !key.range) continue;
    const name = String(key.value);
    if (name === '__proto__') continue;
    try {
      values[name] = plainOf(value);
    } catch (error) {
      if (!(error instanceof UnreadableAlias)) throw error;
      if (error.lost?.range) problems.push(lostAlias(error.lost, base));
      continue;
    }
    const end = base + key.range[1] + 1;
    const range = value?.range;
    keys[name] = {
      key: [base + key.range[0], base + key.range[1]],
      value: range ? [base + range[0]!, base + range[1]!] : [end, end],
    };
  }
  return { values: withMerged(values), keys, problems };
}

/** The library's reading, with brackets on one line where it can be read in no other way. */
function parsed(source: string) {
  const options = { ...LENIENT, strict: false };
  const document = parseDocument(source, options);
  return document.errors.length === 0 ? document : parseDocument(joinBrackets(source), options);
}

/** No version of Hugo from 0.131 to 0.169 builds a page with such an alias. */
function lostAlias({ source, range }: Alias, base: number): ReadProblem {
  const [start, end] = range!;
  return {
    kind: 'front-matter-broken',
    range: [base + start, base + end],
    detail: `The alias *${source} has no anchor before it`,
  };
}

/** Keys that stand in a map for the second time, at any depth. */
function repeatedKeys(node: unknown): readonly (readonly [start: number, end: number, key: string])[] {
  if (isSeq(node)) return node.items.flatMap(repeatedKeys);
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap(({ key, value }) => {
    const below = repeatedKeys(value);
    if (!isScalar(key) || !key.range) return below;
    const name = String(key.value);
    if (!seen.has(name)) {
      seen.add(name);
      return below;
    }
    return [[key.range[0], key.range[1], name] as const, ...below];
  });
}

/** What Hugo's YAML reads from an unquoted word that the library reads otherwise: `010` is octal, `1_000` a number, `1e3` a word. */
function scalarOf(node: unknown): number | string | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.source !== 'string') return undefined;
  const { source } = node;
  if (/^[-+]?0[0-7_]+$/.test(source)) return Number.parseInt(source.replaceAll('_', ''), 8);
  if (/^[-+]?[1-9]\d*(?:_\d+)+$/.test(source)) return Number(source.replaceAll('_', ''));
  return /^[-+]?\d+e[-+]?\d+$/i.test(source) ? source : undefined;
}

/** `<<: *defaults` brings the keys of another table, where the page does not say otherwise. */
function withMerged(values: Record<string, unknown>): Record<string, unknown> {
  const brought = values['<<'];
  const tables = (Array.isArray(brought) ? brought : [brought]).filter((table) => typeof table === 'object');
  return Object.assign({}, ...tables.reverse(), values) as Record<string, unknown>;
}

const QUOTED_START = /^[^\s#'"[{][^:\n\r\u2028\u2029]*:[ \t]+(["'])/gm;

/**
 * Hugo accepts quoted values whose further lines start at the margin; the library does not. A line break in quotes
 * means a space, so writing one keeps both meaning and offsets.
 */
function joinQuotedLines(source: string): string {
  const isOdd = (value: string) => /[\r\n][^\s]/.test(value);
  return inOneLine(source, QUOTED_START, closingQuote, isOdd, /[\r\n]/g);
}

const BRACKET_START = /^[ -]*[^\s#'"[{:-][^:\n\r]{0,200}:[ \t]+([[{])/gm;

/**
 * Hugo (0.131 to 0.169) and Ruby let the values of a list in brackets stand at any column, tabs before them; the library does not. On
 * one line, with spaces for line breaks and tabs, they keep both meaning and offsets.
 */
function joinBrackets(source: string): string {
  const hasNoComment = (list: string) => !/\s#/.test(list);
  return inOneLine(source, BRACKET_START, closingBracket, hasNoComment, /[\r\n\t]/g);
}

/**
 * The source with spaces for `breaks` in values that are to be joined. The last sign of what `start` finds opens a value, `closing` says
 * where it ends; the first one without an end is the last that is looked at.
 */
function inOneLine(
  source: string,
  start: RegExp,
  closing: (source: string, open: number, sign: string) => number,
  isJoined: (value: string) => boolean,
  breaks: RegExp,
): string {
  const inOne: Replacement[] = [];
  start.lastIndex = 0;
  for (let match = start.exec(source); match; match = start.exec(source)) {
    const open = start.lastIndex - 1;
    const close = closing(source, open, source[open]!);
    if (close === -1) break;
    const value = source.slice(open, close + 1);
    if (isJoined(value)) inOne.push({ start: open, end: close + 1, text: value.replace(breaks, ' ') });
    start.lastIndex = close;
  }
  return replaced(source, inOne);
}

function closingBracket(source: string, open: number): number {
  let depth = 0;
  let before = '';
  for (let at = open; at < source.length; at += 1) {
    const sign = source[at]!;
    if ('[{'.includes(sign)) depth += 1;
    else if (']}'.includes(sign)) depth -= 1;
    else if (`'"`.includes(sign) && '[{,:'.includes(before)) at = closingQuote(source, at, sign);
    if (at === -1) return -1;
    if (depth === 0) return at;
    if (!/\s/.test(sign)) before = sign;
  }
  return -1;
}

/** Where the string that opens at `open` ends, by the rules of YAML; -1 where it does not. JSON has the same for its quotes. */
export function closingQuote(source: string, open: number, quote: string): number {
  for (let at = open + 1; at < source.length; at += 1) {
    if (quote === '"' && source[at] === '\\') at += 1;
    else if (source[at] === quote) {
      if (quote === "'" && source[at + 1] === "'") at += 1;
      else return at;
    }
  }
  return -1;
}
