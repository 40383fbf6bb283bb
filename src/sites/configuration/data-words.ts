import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { LENIENT } from '../../markdown/data/yaml-aliases.ts';
import type { Range } from '../../markdown/facts.ts';

/** A word of a file of data, and where it stands. */
export interface DataWord {
  readonly word: string;
  /** Of its letters alone, without quotes. */
  readonly range: Range;
  /** The keys that lead to it; `''` for a place in a list. */
  readonly keys: readonly string[];
}

/** The values of a YAML or JSON file that are words written as they are, without escapes; no keys. */
export function wordsIn(text: string): readonly DataWord[] {
  // What can be read of a broken file counts.
  const { contents } = parseDocument(text, LENIENT);
  return [...wordsBelow(contents, [], text)];
}

function* wordsBelow(node: unknown, keys: readonly string[], text: string): Generator<DataWord> {
  if (isScalar(node)) yield* wordOf(node, keys, text);
  else if (isSeq(node)) for (const item of node.items) yield* wordsBelow(item, [...keys, ''], text);
  else if (isMap(node))
    for (const { key, value } of node.items)
      yield* wordsBelow(value, [...keys, isScalar(key) ? String(key.value) : ''], text);
}

function* wordOf({ value, range, tag }: Scalar, keys: readonly string[], text: string): Generator<DataWord> {
  if (typeof value !== 'string' || value === '' || !range || tag?.startsWith('!')) return;
  const at = text.slice(range[0], range[1]).indexOf(value);
  const start = range[0] + at;
  if (at >= 0) yield { word: value, range: [start, start + value.length], keys };
}
