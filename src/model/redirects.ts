import type { Range } from '../markdown/facts.ts';
import { blanked } from '../markdown/ranges.ts';

/** One rule of a `_redirects`-format file: `/old/* /new/:splat 301`. */
export interface Redirect {
  /** The file, relative to the root. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** 301 when the line names none. */
  readonly status: number;
  /** `301!`: it applies although a page has its address (Netlify, "shadowing"). */
  readonly isForced: boolean;
  /** It applies to some readers alone: `Language=de`, `Country=at`, or a query before the target, `id=:id`. */
  readonly isConditional: boolean;
  /** The whole line, and the two addresses in it. */
  readonly range: Range;
  readonly fromRange: Range;
  readonly toRange: Range;
}

/**
 * Reads a file of redirect rules. In a Hugo template (`layouts/index.redirects`) its comments and the lines
 * that a template makes are left out, and those in a loop or under a condition.
 */
export function parseRedirects(path: string, text: string): Redirect[] {
  return linesOf(text).flatMap(({ line, start, isSure }) => (isSure ? (parseLine(path, line, start) ?? []) : []));
}

/**
 * Beginnings of the addresses that a template's lines may redirect, as far as they are written: `/old/` for
 * `/old/{{ .name }} /new/`, all of an address in a loop or under a condition, names in a list (`slice "faq" "deploy"`). What is made of
 * those cannot be known.
 */
export function uncertainRedirects(text: string): readonly string[] {
  if (!text.includes('{{')) return [];
  return linesOf(text).flatMap(({ line, isSure }) => {
    const listed = [...line.matchAll(LIST)].flatMap(([list]) =>
      [...list.matchAll(LISTED)].map(([, name]) => `/${name}`),
    );
    const from = /^\s*(\/[^\s{*:]+)/.exec(line)?.[1];
    return from !== undefined && (!isSure || line.includes('{{')) ? [...listed, from] : listed;
  });
}

const LIST = /\bslice(?:\s{1,9}"[^"\s]{1,200}"){1,99}/g;
const LISTED = /"\/?([^"\s]+)"/g;

const ACTION = /\{\{-?\s*(if|range|with|block|define|end)\b/g;

/** Lines without comments; `isSure`: no loop or condition of a template decides about the line. */
function linesOf(text: string): { readonly line: string; readonly start: number; readonly isSure: boolean }[] {
  const lines: { line: string; start: number; isSure: boolean }[] = [];
  let [start, depth] = [0, 0];
  for (const line of maskTemplateComments(text).split('\n')) {
    lines.push({ line: line.replace(/\r$/, ''), start, isSure: depth === 0 });
    start += line.length + 1;
    for (const [, word] of line.matchAll(ACTION)) depth = Math.max(0, depth + (word === 'end' ? -1 : 1));
  }
  return lines;
}

function parseLine(path: string, line: string, start: number): Redirect | null {
  if (line.includes('{{')) return null;
  const [first, ...rest] = wordsOf(line);
  if (!first || !/^(?:\/|https?:\/\/)/.test(first.word)) return null;
  // `id=:id` between the two addresses asks for a query; what follows the second are a status and conditions.
  const target = rest.find(({ word }) => word.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(word));
  if (!target) return null;
  const status = rest.slice(rest.indexOf(target) + 1).find(({ word }) => /^\d{3}!?$/.test(word));
  return {
    path,
    from: first.word,
    to: target.word,
    status: status ? Number.parseInt(status.word, 10) : 301,
    isForced: status?.word.endsWith('!') ?? false,
    isConditional: rest.some((each) => each !== target && each.word.includes('=')),
    range: [start + first.at, start + line.trimEnd().length],
    fromRange: [start + first.at, start + first.at + first.word.length],
    toRange: [start + target.at, start + target.at + target.word.length],
  };
}

function wordsOf(line: string): { readonly word: string; readonly at: number }[] {
  const words: { word: string; at: number }[] = [];
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    if (word.startsWith('#') && index > 0) break;
    words.push({ word, at: index });
  }
  return words;
}

/** How a comment of a template begins: `{{/*`, `{{- /*`. The next `*\/` ends it, as in `*\/ -}}` (Hugo 0.131 and 0.169, run). */
const COMMENT = /\{\{(?:- )?\/\*/g;

function maskTemplateComments(text: string): string {
  const comments: Range[] = [];
  for (const { index, 0: opening } of text.matchAll(COMMENT)) {
    if (index < (comments.at(-1)?.[1] ?? 0)) continue;
    const last = text.indexOf('*/', index + opening.length);
    const end = last === -1 ? -1 : text.indexOf('}}', last);
    if (end === -1) break;
    comments.push([index, end + 2]);
  }
  return blanked(text, comments);
}

/** A rule for more than one address. */
interface Pattern {
  readonly order: number;
  /** How all of them start, when each ends with a slash. */
  readonly start: string;
  readonly segments: readonly string[];
}

/** Finds the first rule that matches an address, in the order of the file. */
export class RedirectTable {
  readonly #exact = new Map<string, number>();
  readonly #patterns: Pattern[] = [];
  readonly rules: readonly Redirect[];

  constructor(rules: readonly Redirect[]) {
    this.rules = rules;
    rules.forEach((rule, order) => {
      const from = withoutSlash(rule.from);
      if (/[*:]/.test(from.replace(/^https?:/, '')))
        this.#patterns.push({ order, start: startOf(from), segments: from.split('/') });
      else if (!this.#exact.has(from)) this.#exact.set(from, order);
    });
  }

  /** The rule and where it leads, `:splat` and placeholders filled in. */
  find(address: string): { readonly target: string; readonly rule: Redirect } | undefined {
    const path = withoutSlash(address);
    const exact = this.#exact.get(path) ?? Number.POSITIVE_INFINITY;
    const closed = `${path}/`;
    for (const { order, segments } of this.#patterns.filter(({ start }) => closed.startsWith(start))) {
      if (order > exact) break;
      const values = matchSegments(segments, path.split('/'), address.endsWith('/'));
      if (values) return this.#hit(order, values);
    }
    return exact === Number.POSITIVE_INFINITY ? undefined : this.#hit(exact, {});
  }

  #hit(order: number, values: Readonly<Record<string, string>>) {
    const rule = this.rules[order]!;
    if (rule.status === 404) return undefined;
    const target = rule.to.replace(/:([A-Za-z_]\w*)/g, (whole, name: string) => values[name] ?? whole);
    return { target, rule };
  }
}

/** What stands before the first splat or placeholder. */
function startOf(from: string): string {
  return from.slice(0, from.search(/\*|\/:/) + 1 || undefined).replace(/\*$/, '');
}

type Values = Record<string, string>;

function matchSegments(pattern: readonly string[], path: readonly string[], slash: boolean): Values | null {
  const values: Values = {};
  for (const [at, wanted] of pattern.entries()) {
    const star = wanted.indexOf('*');
    if (star !== -1) return matchSplat(wanted, star, pattern.slice(at + 1), path.slice(at), slash, values);
    const given = path[at] ?? '';
    if (wanted.startsWith(':') && wanted.length > 1) {
      if (given === '') return null;
      values[wanted.slice(1)] = given;
    } else if (wanted !== given) return null;
  }
  return pattern.length === path.length ? values : null;
}

// A splat takes as much as it can; what stands behind it has to end the path.
function matchSplat(
  wanted: string,
  star: number,
  after: readonly string[],
  given: readonly string[],
  slash: boolean,
  values: Values,
): Values | null {
  const rest = given.join('/');
  const before = wanted.slice(0, star);
  const end = [wanted.slice(star + 1), ...after].join('/');
  if (!rest.startsWith(before) || !rest.endsWith(end) || rest.length < before.length + end.length) return null;
  const splat = rest.slice(before.length, rest.length - end.length);
  values.splat = slash && end === '' && splat !== '' ? `${splat}/` : splat;
  return values;
}

/** `/a` for `/a/`. */
export function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
