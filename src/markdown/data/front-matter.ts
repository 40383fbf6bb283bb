import { parse as parseToml } from 'smol-toml';
import type { FrontMatter, Range, ReadProblem } from '../facts.ts';
import type { Keys } from '../fast/plain-front-matter.ts';
import { endOf } from '../ranges.ts';
import { closingQuote, readYaml } from './front-matter-yaml.ts';

/** A page's front matter, what is wrong with it, and where the page's own text starts. */
export interface FrontMatterResult {
  readonly frontMatter: FrontMatter | null;
  readonly problems: readonly ReadProblem[];
  readonly bodyStart: number;
}

const NOTHING: FrontMatterResult = { frontMatter: null, problems: [], bodyStart: 0 };
// `{%`, `{#` and `{/*` begin a template's tag or comment.
const OPENING = /[\uFEFF\s]*(---|\+\+\+|\{(?![%#/]))/y;
const FENCE_REST = /[ \t]*(\r?\n|\r|$)/y;

/** Reads front matter by Hugo's rules: the closing line only has to begin with the fence. `onlyYaml`: others know no other format. */
export function readFrontMatter(text: string, onlyYaml = false): FrontMatterResult {
  OPENING.lastIndex = 0;
  const opening = OPENING.exec(text);
  if (!opening) return NOTHING;
  const fence = opening[1]!;
  if (onlyYaml && fence !== '---') return NOTHING;
  const start = opening[0].length - fence.length;
  if (fence === '{') return readJson(text, start);
  FENCE_REST.lastIndex = start + 3;
  const isAlone = FENCE_REST.test(text);
  // `+++ title = "Crew"`, `---title: Crew`, `--- # note` (Hugo 0.131 and 0.169, run); `-----` is a line.
  if (!isAlone && (onlyYaml || text[start + 3] === fence[0])) return NOTHING;
  const inner = isAlone ? FENCE_REST.lastIndex : start + 3;
  const close = closingFence(text, inner, fence);
  if (close === -1 && !isAlone) return NOTHING;
  if (close === -1) {
    const problem = { kind: 'front-matter-unclosed', range: [start, start + 3], detail: fence } as const;
    return { frontMatter: null, problems: [problem], bodyStart: 0 };
  }
  const format = fence === '---' ? 'yaml' : 'toml';
  const read =
    format === 'yaml' ? readYaml(text.slice(inner, close), inner) : readToml(text.slice(inner, close), inner);
  // Words between lines are no settings.
  if (!isAlone && format === 'yaml' && (read.problems.length > 0 || Object.keys(read.keys).length === 0))
    return NOTHING;
  return {
    frontMatter: { format, range: [start, close + 3], values: read.values, keys: read.keys },
    problems: read.problems,
    bodyStart: endOf(FENCE_REST, text, close + 3),
  };
}

function closingFence(text: string, from: number, fence: string): number {
  if (text.startsWith(fence, from)) return from;
  const unix = text.indexOf(`\n${fence}`, from);
  if (unix !== -1) return unix + 1;
  const mac = text.indexOf(`\r${fence}`, from);
  return mac !== -1 ? mac + 1 : -1;
}

function readToml(source: string, base: number): Omit<FrontMatter, 'format' | 'range'> & { problems: ReadProblem[] } {
  const keys: Keys = {};
  let at = 0;
  for (const line of source.split('\n')) {
    if (/^\s*\[/.test(line)) break;
    const match = /^\s*(?:"([^"\\]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*=\s*/.exec(line);
    if (match) {
      const name = match[1] ?? match[2] ?? match[3]!;
      const key = base + at + line.indexOf(name);
      keys[name] = {
        key: [key, key + name.length],
        value: [base + at + match[0].length, base + at + Math.max(match[0].length, line.trimEnd().length)],
      };
    }
    at += line.length + 1;
  }
  try {
    return {
      values: plain(parseToml(source.replaceAll('\r\n', ' \n'), { integersAsBigInt: 'asNeeded' })),
      keys,
      problems: [],
    };
  } catch (error) {
    return { values: {}, keys, problems: [broken(error, [base, base + source.length])] };
  }
}

function readJson(text: string, start: number): FrontMatterResult {
  // A page may open with a shortcode.
  if (text[start + 1] === '{') return NOTHING;
  const keys: Keys = {};
  let depth = 0;
  let name: Range | undefined;
  let value = -1;
  let lastEnd = start;
  const finish = (end: number) => {
    if (name && value !== -1) keys[text.slice(name[0], name[1])] = { key: name, value: [value, end] };
    name = undefined;
    value = -1;
  };
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]!;
    if (/\s/.test(character)) continue;
    if (depth === 1 && name && value === -1 && character !== ':') value = at;
    if (character === '"') {
      const end = closingQuote(text, at, character);
      if (end === -1) break;
      if (depth === 1 && !name) name = [at + 1, end];
      at = end;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) {
        finish(lastEnd);
        return jsonResult(text, start, at + 1, keys);
      }
    } else if (character === ',' && depth === 1) {
      finish(lastEnd);
    }
    lastEnd = at + 1;
  }
  const problem = { kind: 'front-matter-unclosed', range: [start, start + 1], detail: '{' } as const;
  return { frontMatter: null, problems: [problem], bodyStart: 0 };
}

function jsonResult(text: string, start: number, end: number, keys: Keys): FrontMatterResult {
  let values: Record<string, unknown> = {};
  const problems: ReadProblem[] = [];
  try {
    values = plain(JSON.parse(text.slice(start, end)));
  } catch (error) {
    problems.push(broken(error, [start, end]));
  }
  return { frontMatter: { format: 'json', range: [start, end], values, keys }, problems, bodyStart: end };
}

/** Dates, numbers of more than fifteen digits and the like as JSON holds them, since facts are stored as JSON. */
function plain(values: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(values, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
}

function broken(error: unknown, range: Range): ReadProblem {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'front-matter-broken', range, detail: message.split('\n')[0]! };
}
