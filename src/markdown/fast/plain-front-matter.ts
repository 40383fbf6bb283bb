import type { Range } from '../facts.ts';

type Values = Record<string, unknown>;
/** Where keys at the top and their values stand. */
export type Keys = Record<string, { key: Range; value: Range }>;

const LINE =
  /(?:#[^\n]*|( *)([A-Za-z][\w-]{0,99}):(?: +(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|(0|-?[1-9]\d{0,14})|(\d{4}-\d\d-\d\d)|(\[ *(?:"[^"\\\r\n]*"(?: *, *"[^"\\\r\n]*")* *)?\])|([|>]-?)|([A-Za-z/](?:(?:[^:#\r\n\t]|:(?=\S))*[^:#\r\n\t ])?)))? *)?(?:\n|$)/y;
const ITEM = /( *)- +(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([A-Za-z/](?:(?:[^:#\r\n\t]|:(?=\S))*[^:#\r\n\t ])?)) *\n/y;
const TEXT = /( +)([^\s](?:[^\r\n]*\S)?)\n/y;
const CHILD = /( *)(- )?[^\s#]/y;
const RESERVED = /^(?:null|true|false)$/i;

/**
 * Reads the YAML that nearly all front matter is made of, line by line: the library takes longer for it than parsing the
 * page. `undefined` when anything in it needs the library. Offsets count from `base`.
 */
export function readPlainYaml(source: string, base: number): { values: Values; keys: Keys; problems: [] } | undefined {
  const keys: Keys = {};
  const reader = new PlainYaml(source, base);
  const values = reader.map(0, keys);
  return values && reader.at === source.length ? { values, keys, problems: [] } : undefined;
}

/** Each method reads from `at` on; what it gives is `undefined` when the library is needed. */
class PlainYaml {
  at = 0;
  readonly #source: string;
  readonly #base: number;

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
  }

  map(indent: number, keys: Keys): Values | undefined {
    const source = this.#source;
    const values: Values = {};
    while (this.at < source.length) {
      const line = this.at;
      const match = this.#match(LINE);
      if (!match) return undefined;
      const [, spaces = '', key, double, single, number, date, list, style, plain] = match;
      if (key === undefined && indent === 0) continue;
      if (key === undefined || spaces.length < indent) {
        this.at = line;
        break;
      }
      if (spaces.length > indent || RESERVED.test(key) || Object.hasOwn(values, key)) return undefined;
      // Places are kept of the keys at the top alone, which have no indent.
      const colon = line + key.length;
      const quoted = double ?? single;
      const written = quoted ?? number ?? date ?? list ?? style ?? plain;
      let start = colon + 1;
      while (source[start] === ' ') start += 1;
      let end = start + (written === undefined ? 0 : written.length + (quoted === undefined ? 0 : 2));
      let value: unknown;
      if (style !== undefined) {
        value = this.#text(indent, style);
        end = this.at;
      } else if (written !== undefined) {
        value = quoted ?? date ?? writtenValue(number, list, plain);
      } else {
        const child = this.#child(indent);
        if (child === -1) value = indent > 0 ? undefined : null;
        else {
          value = source[child] === '-' ? this.#list() : this.map(child - this.at, {});
          start = child;
          end = this.at;
        }
      }
      if (value === undefined) return undefined;
      values[key] = value;
      const base = this.#base;
      keys[key] = { key: [base + line, base + colon], value: [base + start, base + end] };
    }
    return values;
  }

  /** Where the value of a key with nothing behind it starts on the next line, or -1. */
  #child(indent: number): number {
    CHILD.lastIndex = this.at;
    const match = CHILD.exec(this.#source);
    const [, spaces = '', hyphen] = match ?? [];
    const isBelow = spaces.length > indent || (hyphen !== undefined && spaces.length === indent);
    return match && isBelow ? this.at + spaces.length : -1;
  }

  #list(): unknown[] | undefined {
    const items: unknown[] = [];
    let indent = -1;
    for (;;) {
      const line = this.at;
      const match = this.#match(ITEM);
      if (!match) break;
      const [, spaces = '', double, single, plain = ''] = match;
      if (indent === -1) indent = spaces.length;
      if (spaces.length < indent) {
        this.at = line;
        break;
      }
      const item = double ?? single ?? scalar(plain);
      if (spaces.length > indent || item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  /** A text in lines that all start in the same column; those after `>` are one line. */
  #text(indent: number, style: string): string | undefined {
    const lines: string[] = [];
    let width = 0;
    for (;;) {
      const line = this.at;
      const match = this.#match(TEXT);
      if (!match) break;
      const [, spaces = '', words = ''] = match;
      if (lines.length === 0) width = spaces.length;
      if (spaces.length <= indent) {
        this.at = line;
        break;
      }
      if (spaces.length !== width) return undefined;
      lines.push(words);
    }
    const after = this.#source[this.at] ?? '';
    if (lines.length === 0 || /\s/.test(after)) return undefined;
    return lines.join(style.startsWith('>') ? ' ' : '\n') + (style.endsWith('-') ? '' : '\n');
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#source);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}

function writtenValue(number: string | undefined, list: string | undefined, plain = ''): unknown {
  if (number !== undefined) return Number(number);
  return list === undefined ? scalar(plain) : Array.from(list.matchAll(/"([^"]*)"/g), ([, item]) => item);
}

function scalar(plain: string): string | boolean | undefined {
  if (!RESERVED.test(plain)) return plain;
  return plain === 'true' || (plain === 'false' ? false : undefined);
}
