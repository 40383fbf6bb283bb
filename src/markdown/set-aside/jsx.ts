/** A tag of JSX. */
export interface JsxTag {
  /** `''` for a fragment, `<>`. */
  readonly name: string;
  /** Just after it. */
  readonly end: number;
  /** `<Team />` */
  readonly isEmpty: boolean;
  /** Where values of attributes are expressions, braces included. */
  readonly expressions: readonly (readonly [start: number, end: number])[];
}

const MAX_LENGTH = 20_000;
const NAME = /^<\/?(?:([A-Za-z][\w.-]*)(?=\s|\/?>)|(?=>))/;

const IMPORT = /^import[ \t](?:[ \t]*["'{*]|[\w$]+[ \t,])/;
const EXPORT = /^export[ \t](?:const|let|var|function|class|default|async|[{*])/;

/** Whether a line at the start of a block is an `import` or `export` of MDX. */
export function isEsm(line: string): boolean {
  return IMPORT.test(line) || EXPORT.test(line);
}

/** Just after the expression that opens at `start`, or -1 where it does not end. */
export function skipExpression(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_LENGTH);
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const character = text[at];
    if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === '/' && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2);
      if (end === -1) return -1;
      at = end + 1;
    } else if (character === '"' || character === "'" || character === '`') {
      const end = skipString(text, at, limit);
      if (end !== -1) at = end;
    }
  }
  return -1;
}

/** The place of the quote that ends a string; -1 where it has no end on its line. */
function skipString(text: string, start: number, limit: number): number {
  const quote = text[start];
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n' && quote !== '`') return -1;
  }
  return -1;
}

/** The tag that opens at `start`, or `null` where there is none. */
export function skipTag(text: string, start: number): JsxTag | null {
  const opening = NAME.exec(text.slice(start, start + 200));
  if (opening === null) return null;
  const expressions: (readonly [number, number])[] = [];
  const limit = Math.min(text.length, start + MAX_LENGTH);
  for (let at = start + opening[0].length; at < limit; at += 1) {
    const character = text[at];
    if (character === '>') {
      return { name: opening[1] ?? '', end: at + 1, isEmpty: text[at - 1] === '/', expressions };
    }
    if (character === '{') {
      const end = skipExpression(text, at);
      if (end === -1) return null;
      expressions.push([at, end]);
      at = end - 1;
    } else if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      if (end === -1) return null;
      at = end;
    } else if (character === '<' || (character === '\n' && /^\s*\n/.test(text.slice(at + 1, at + 200)))) return null;
  }
  return null;
}
