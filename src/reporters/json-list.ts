import { printableJson } from './printable.ts';

/**
 * What `JSON.stringify(value, null, 2)` gives, piece by piece: the last list of `value`, which is empty there, gets these items.
 * The text of a million findings does not fit into one string.
 */
export function* jsonWithList(value: unknown, items: Iterable<unknown>): Generator<string> {
  const json = JSON.stringify(value, null, 2);
  const list = json.lastIndexOf('[]');
  const indent = /^ */.exec(json.slice(json.lastIndexOf('\n', list) + 1))?.[0] ?? '';
  yield printableJson(json.slice(0, list));
  let isFirst = true;
  for (const item of items) {
    const text = JSON.stringify(item, null, 2).replaceAll('\n', `\n${indent}  `);
    yield `${isFirst ? '[' : ','}\n${indent}  ${printableJson(text)}`;
    isFirst = false;
  }
  yield isFirst ? '[]' : `\n${indent}]`;
  yield `${printableJson(json.slice(list + 2))}\n`;
}

/** Each item turned into another when its turn comes. */
export function* mapped<T, U>(items: Iterable<T>, turn: (item: T) => U): Generator<U> {
  for (const item of items) yield turn(item);
}
