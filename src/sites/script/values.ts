/** What an expression of a configuration is known to be, without running it. */
export type ScriptValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** `undefined`, and what is not written at all. */
  | { readonly kind: 'absent' }
  /** `isOpen`: it may hold more than is known. */
  | { readonly kind: 'list'; readonly items: readonly ScriptValue[]; readonly isOpen: boolean }
  | {
      readonly kind: 'map';
      readonly entries: ReadonlyMap<string, ScriptValue>;
      readonly isOpen: boolean;
      readonly line: number;
    }
  /**
   * A function, a regular expression or a class: `text` is its source, or `import x` for what a package gives. Where a function of a
   * package is called, `argument` is what it is given first.
   */
  | { readonly kind: 'code'; readonly text: string; readonly line: number; readonly argument?: ScriptValue }
  /** What only a run would tell; `either`: the values that it is one of, where those are known. */
  | { readonly kind: 'computed'; readonly line: number; readonly either?: readonly ScriptValue[] };

export const ABSENT: ScriptValue = { kind: 'absent' };

/** All that a value may be: `isLocal ? [] : [plugin]` may be two lists. */
export function alternatives(value: ScriptValue): readonly ScriptValue[] {
  return value.kind === 'computed' && value.either !== undefined ? value.either.flatMap(alternatives) : [value];
}

/** What a key of a map holds: computed where the map may have the key although it is not seen. */
export function valueAt(value: ScriptValue, key: string): ScriptValue {
  if (value.kind === 'map') {
    const found = value.entries.get(key);
    return found ?? (value.isOpen ? { kind: 'computed', line: value.line } : ABSENT);
  }
  if (value.kind === 'computed' || value.kind === 'code') return { kind: 'computed', line: value.line };
  return ABSENT;
}

/** What stands below several keys. */
export function valueBelow(value: ScriptValue, ...keys: readonly string[]): ScriptValue {
  return keys.reduce(valueAt, value);
}

/** The plain data that a value of handbook.yaml is, as a script would have it. */
export function scriptValueOf(data: unknown): ScriptValue {
  if (data === undefined) return ABSENT;
  if (Array.isArray(data)) return { kind: 'list', items: data.map(scriptValueOf), isOpen: false };
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(([key, value]) => [key, scriptValueOf(value)] as const);
    return { kind: 'map', entries: new Map(entries), isOpen: false, line: 0 };
  }
  const value = data as string | number | boolean | null;
  return { kind: 'literal', value };
}
