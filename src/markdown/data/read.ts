import { isAlias, isNode, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { DataContent, DataNode, Range } from '../facts.ts';
import { aliasTargets, LENIENT, MAX_DEPTH, MAX_NODES } from './yaml-aliases.ts';

/** Reads YAML or JSON (which is YAML 1.2) into values with their places. Offsets count from `base`. */
export function readData(source: string, base = 0): DataContent {
  const document = parseDocument(source, LENIENT);
  const [fault] = document.errors;
  const clamp = (offset: number) => base + Math.min(offset, source.length);
  const targets = aliasTargets(document);
  let left = MAX_NODES;
  const read = (node: unknown, depth: number): DataNode | null => {
    left -= 1;
    // A file without anything but comments has no node.
    if (left < 0 || depth > MAX_DEPTH || !isNode(node)) return null;
    if (isAlias(node)) return read(targets.get(node), depth + 1);
    const range = rangeOf(node, base);
    if (isScalar(node)) {
      const isQuoted = /^(["']).*\1$/s.test(source.slice(range[0] - base, range[1] - base));
      const bare: Range = isQuoted ? [range[0] + 1, range[1] - 1] : range;
      return { type: 'text', range: bare, text: String(node.value ?? '') };
    }
    if (isSeq(node)) return { type: 'list', range, items: node.items.flatMap((item) => read(item, depth + 1) ?? []) };
    const entries = node.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !key.range) return [];
      const keyRange = rangeOf(key, base);
      const nothing: DataNode = { type: 'text', range: [keyRange[1], keyRange[1]], text: '' };
      return [{ key: String(key.value), keyRange, value: read(value, depth + 1) ?? nothing }];
    });
    return { type: 'map', range, entries };
  };
  return {
    root: read(document.contents, 0),
    problem:
      fault === undefined
        ? null
        : { range: [clamp(fault.pos[0]), clamp(fault.pos[1])], detail: fault.message.split('\n')[0] ?? '' },
  };
}

function rangeOf(node: Node, base: number): Range {
  const [start, end] = node.range!;
  return [base + start, base + end];
}
