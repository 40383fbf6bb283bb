import { FifoCache } from '../../../../model/fifo-cache.ts';

/** A part of a Go template, as far as hooks need them: https://pkg.go.dev/text/template. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly value: Pipeline }
  | { readonly kind: 'set'; readonly name: string; readonly declares: boolean; readonly value: Pipeline }
  | {
      readonly kind: 'if' | 'with';
      /** The variable that the condition's value goes to as well, if one does. */
      readonly names: readonly string[];
      readonly condition: Pipeline;
      readonly body: readonly Part[];
      readonly otherwise: readonly Part[];
    }
  | {
      readonly kind: 'range';
      /** The variables that the item and its number (or its key) go to; none, the first or both. */
      readonly names: readonly string[];
      readonly condition: Pipeline;
      readonly body: readonly Part[];
      readonly otherwise: readonly Part[];
    }
  | { readonly kind: 'return'; readonly value: Pipeline }
  /** A template inside of this one, which is called by its name. */
  | { readonly kind: 'define'; readonly name: string; readonly body: readonly Part[] };

/** Commands, each handing its value to the next as the last argument. */
export type Pipeline = readonly Command[];
/** A function or a value, and its arguments. */
type Command = readonly [head: Operand, ...rest: Operand[]];

export type Operand =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'dot'; readonly fields: readonly string[] }
  | { readonly kind: 'group'; readonly value: Pipeline; readonly fields: readonly string[] };

const ACTION = /\{\{(-\s)?\s*(\/\*[\s\S]*?\*\/|(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|[^"`}]|\}(?!\}))*?)\s*(\s-)?\}\}/g;

type Piece = { readonly text: string } | { readonly action: string };

/** A longer template is not taken apart, which would take long and hardly be understood. */
export const MAX_TEMPLATE = 20_000;

/** A template's parts; `null` when anything stands in it that is not known here, or it is too long. */
export function parseTemplate(template: string): readonly Part[] | null {
  if (template.length > MAX_TEMPLATE) return null;
  const pieces = piecesOf(template);
  try {
    const reader = new Reader(pieces);
    const parts = reader.parts();
    return reader.isAtEnd ? parts : null;
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** The templates that were read last; a site has few that count. */
const parsed = new FifoCache<string, readonly Part[] | null>(50);

/** The parts of a template that is asked for again and again. */
export function partsOf(template: string): readonly Part[] | null {
  return parsed.getOr(template, () => parseTemplate(template));
}

class NotKnown extends Error {}

type BlockKind = 'if' | 'with' | 'range';

function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let trims = false;
  const push = (text: string, trimsEnd: boolean) => {
    const start = trims ? text.trimStart() : text;
    const kept = trimsEnd ? start.trimEnd() : start;
    if (kept !== '') pieces.push({ text: kept });
  };
  for (const { 0: whole, 1: before, 2: action = '', 3: after, index } of template.matchAll(ACTION)) {
    push(template.slice(from, index), before !== undefined);
    trims = after !== undefined;
    from = index + whole.length;
    if (!action.startsWith('/*')) pieces.push({ action: action.trim() });
  }
  push(template.slice(from), false);
  return pieces;
}

class Reader {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#pieces.length;
  }

  parts(): readonly Part[] {
    const parts: Part[] = [];
    for (; this.#at < this.#pieces.length; ) {
      const piece = this.#pieces[this.#at]!;
      if ('text' in piece) parts.push({ kind: 'text', text: piece.text });
      else if (/^(?:else\b|end$)/.test(piece.action)) return parts;
      else parts.push(...this.#action(piece.action));
      this.#at++;
    }
    return parts;
  }

  #action(action: string): readonly Part[] {
    const block = /^(if|with|range)\s+([\s\S]+)$/.exec(action);
    if (block) return [this.#block(block[1] as BlockKind, block[2]!)];
    const returned = /^return\b\s*([\s\S]*)$/.exec(action)?.[1];
    if (returned !== undefined) return [{ kind: 'return', value: pipelineIn(returned || 'nil') }];
    const defined = /^define\s+["`]([^"`]*)["`]$/.exec(action)?.[1];
    if (defined !== undefined) return [{ kind: 'define', name: defined, body: this.#bodyToEnd() }];
    if (/^(?:define|block|break|continue|try)\b/.test(action)) throw new NotKnown();
    const set = /^\$(\w+)\s*(:?=)\s*(?!=)([\s\S]+)$/.exec(action);
    if (set) return [{ kind: 'set', name: set[1]!, declares: set[2] === ':=', value: pipelineIn(set[3]!) }];
    return [{ kind: 'print', value: pipelineIn(action) }];
  }

  /** Leaves the reader at the block's `end`. */
  #block(kind: BlockKind, written: string): Part {
    this.#at++;
    const body = this.parts();
    const set = /^(?:\$(\w+)\s*,\s*)?\$(\w+)\s*:?=\s*(?!=)([\s\S]+)$/.exec(written);
    const [, key, item, given = written] = set ?? [];
    if (key !== undefined && kind !== 'range') throw new NotKnown();
    const names = [item, key].filter((name) => name !== undefined);
    const head = { kind, names, condition: pipelineIn(given), body };
    const closing = this.#pieces[this.#at];
    if (closing === undefined || !('action' in closing)) throw new NotKnown();
    if (closing.action === 'end') return { ...head, otherwise: [] };
    const further = /^else\s+(if|with)\s+([\s\S]+)$/.exec(closing.action);
    if (further) return { ...head, otherwise: [this.#block(further[1] as BlockKind, further[2]!)] };
    return { ...head, otherwise: this.#bodyToEnd() };
  }

  #bodyToEnd(): readonly Part[] {
    this.#at++;
    const body = this.parts();
    const end = this.#pieces[this.#at];
    if (end === undefined || !('action' in end) || end.action !== 'end') throw new NotKnown();
    return body;
  }
}

const TOKEN = /\s*(?:("(?:[^"\\\n]|\\.)*")|`([^`]*)`|(-?\d+)(?![\w.])|(\()|(\$\w*|[A-Za-z_]\w*)?((?:\.\w+)+|\.)?)/y;

function pipelineIn(source: string): Pipeline {
  const tokens = new Tokens(source);
  const pipeline = tokens.pipeline();
  if (!tokens.isAtEnd) throw new NotKnown();
  return pipeline;
}

/** Reads the words of an action. */
class Tokens {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#source.slice(this.#at).trim() === '';
  }

  pipeline(): Pipeline {
    const commands: Operand[][] = [[]];
    for (; !this.isAtEnd; ) {
      const next = /^\s*([|)])/.exec(this.#source.slice(this.#at))?.[1];
      if (next === ')') break;
      if (next === '|') {
        this.#at = this.#source.indexOf('|', this.#at) + 1;
        commands.push([]);
      } else commands.at(-1)!.push(this.#operand());
    }
    return commands.map(([head, ...rest]) => {
      if (head === undefined) throw new NotKnown();
      return [head, ...rest];
    });
  }

  #operand(): Operand {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#source);
    if (match === null || match[0].trim() === '') throw new NotKnown();
    this.#at = TOKEN.lastIndex;
    const [, quoted, raw, number, group, name, dotted = ''] = match;
    if (quoted !== undefined) return { kind: 'constant', value: unquoted(quoted) };
    if (raw !== undefined) return { kind: 'constant', value: raw };
    if (number !== undefined) return { kind: 'constant', value: Number(number) };
    const fields = dotted.split('.').filter((field) => field !== '');
    if (group !== undefined) return this.#group();
    if (name === undefined) return { kind: 'dot', fields };
    if (name.startsWith('$')) return { kind: 'variable', name: name.slice(1), fields };
    if (name === 'true' || name === 'false') return { kind: 'constant', value: name === 'true' };
    if (name === 'nil') return { kind: 'constant', value: null };
    return { kind: 'name', name, fields };
  }

  #group(): Operand {
    const value = this.pipeline();
    const rest = /^\s*\)((?:\.\w+)*)/.exec(this.#source.slice(this.#at));
    if (rest === null) throw new NotKnown();
    this.#at += rest[0].length;
    return { kind: 'group', value, fields: rest[1]!.split('.').filter((field) => field !== '') };
  }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
}
