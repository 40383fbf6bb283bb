import { jsonListItem, printableJson } from '../lint/results/finding-json.ts';

/**
 * What `JSON.stringify(value, null, 2)` gives, piece by piece: the last list of `value`, which is empty there, gets these items.
 * The text of a million findings does not fit into one string.
 */
export function* jsonWithList(value: unknown, items: Iterable<unknown>): Generator<string | Uint8Array> {
  const indent = indentOfList(JSON.stringify(value, null, 2));
  yield* withList(
    value,
    mapped(items, (item) => jsonListItem(item, indent)),
  );
}

/** JSON as `jsonWithList` gives it. Its items are written already, each behind a comma; empty ones are left out. */
export function* withList(value: unknown, items: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  const json = JSON.stringify(value, null, 2);
  const list = json.lastIndexOf('[]');
  yield printableJson(json.slice(0, list));
  let isFirst = true;
  for (const item of items) {
    if (item.length === 0) continue;
    if (isFirst) yield '[';
    // Its comma.
    yield isFirst ? (typeof item === 'string' ? item.slice(1) : item.subarray(1)) : item;
    isFirst = false;
  }
  yield isFirst ? '[]' : `\n${indentOfList(json)}]`;
  yield `${printableJson(json.slice(list + 2))}\n`;
}

/** Each item turned into another when its turn comes. */
export function* mapped<T, U>(items: Iterable<T>, turn: (item: T) => U): Generator<U> {
  for (const item of items) yield turn(item);
}

/** The indent of the line with the last list of a JSON text, which is empty. */
function indentOfList(json: string): string {
  return /^ */.exec(json.slice(json.lastIndexOf('\n', json.lastIndexOf('[]')) + 1))?.[0] ?? '';
}
