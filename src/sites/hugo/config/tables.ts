import { type Table, tableOf } from '../../../config/page-values.ts';

export { type Table, tableOf };

/** The value at a path of keys: `markup.goldmark.parser`. */
export function valueAt(table: Table, path: string): unknown {
  let here: unknown = table;
  for (const key of path.split('.')) here = tableOf(here).get(key.toLowerCase());
  return here;
}

/** The table at a path of keys. */
export function tableAt(table: Table, path: string): Table {
  return tableOf(valueAt(table, path));
}

/** True or false where it is written so, else what holds without it. */
export function flagAt(table: Table, path: string, otherwise: boolean): boolean {
  const value = valueAt(table, path);
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? value === 'true' : otherwise;
}

/** A text where one is written, else `''`. */
export function textAt(table: Table, path: string): string {
  const value = valueAt(table, path);
  return typeof value === 'string' ? value : '';
}

/** One word or a list of them. */
export function wordsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((word): word is string => typeof word === 'string' && word !== '');
}

/** Both tables in one, key by key; what the second says wins over the first. */
export function merged(first: unknown, second: unknown): unknown {
  if (!isTable(first) || !isTable(second)) return second;
  const both = new Map(tableOf(first));
  for (const [key, value] of tableOf(second)) both.set(key, merged(both.get(key), value));
  return both;
}

/** Whether it has keys below it. */
export function isTable(value: unknown): boolean {
  return value instanceof Map || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
