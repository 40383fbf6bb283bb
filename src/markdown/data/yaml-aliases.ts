import { type Alias, type Document, isAlias, isCollection, isMap, isScalar, type Node, visit } from 'yaml';

/** Reads what it can; errors stand in the document, without the lines around them, which would take time for each. */
export const LENIENT = { logLevel: 'silent', prettyErrors: false, uniqueKeys: false } as const;

/** What lies deeper is not read. */
export const MAX_DEPTH = 64;
/** Aliases can repeat a part of the file again and again; a file of more values than these is not read. */
export const MAX_NODES = 200_000;

/**
 * The node that each alias of a document stands for: the last one before it that has its anchor. One walk finds all of them; the
 * library's own `resolve()` walks through the whole document for each alias (yaml 2.9.1).
 */
export function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchored.set(node.anchor, node);
        return;
      }
      const target = anchored.get(node.source);
      if (target) targets.set(node, target);
    },
  });
  return targets;
}

/**
 * Reads nodes of a document as plain values, as JSON has them. Throws an `UnreadableAlias` for an alias without an anchor or
 * within its own anchor, and for what is too deep or repeats itself too often. `scalarOf` may read a scalar otherwise.
 */
export function plainValues(
  document: Document,
  scalarOf: (node: unknown) => number | string | undefined = () => undefined,
): (node: unknown) => unknown {
  const targets = aliasTargets(document);
  const known = new Map<Node, Sized>();
  const read = (node: unknown, depth: number): Sized => {
    if (depth > MAX_DEPTH) throw new UnreadableAlias();
    if (isAlias(node)) {
      const target = targets.get(node);
      if (target === undefined) throw new UnreadableAlias(node);
      return known.get(target) ?? read(target, depth + 1);
    }
    if (!isCollection(node)) return { value: isScalar(node) ? (scalarOf(node) ?? jsonOf(node.value)) : null, size: 1 };
    const items = isMap(node) ? node.items.map(({ value }) => value) : node.items;
    const inner = items.map((item) => read(item, depth + 1));
    const size = inner.reduce((sum, each) => sum + each.size, 1);
    if (size > MAX_NODES) throw new UnreadableAlias();
    const values = inner.map((each) => each.value);
    const value = isMap(node) ? Object.fromEntries(node.items.map(({ key }, at) => [nameOf(key), values[at]])) : values;
    const sized = { value, size };
    known.set(node, sized);
    return sized;
  };
  let left = MAX_NODES;
  return (node) => {
    const { value, size } = read(node, 0);
    if (size > left) throw new UnreadableAlias();
    left -= size;
    return value;
  };
}

/** A value with how many values there are in it, aliases followed. */
interface Sized {
  readonly value: unknown;
  readonly size: number;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}

/** Whether all of a document can be read as plain values. */
export function hasPlainValues(document: Document): boolean {
  try {
    plainValues(document)(document.contents);
    return true;
  } catch (error) {
    if (error instanceof UnreadableAlias) return false;
    throw error;
  }
}

/** A value as JSON has it; a date, bytes and numbers that JSON does not have are `null`. */
function jsonOf(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value) ? value : null;
}

/** An alias that stands for nothing, for itself, or for more than can be read. */
export class UnreadableAlias extends Error {
  /** The alias whose anchor does not stand before it, where that is the reason. */
  readonly lost: Alias | undefined;

  constructor(lost?: Alias) {
    super();
    this.lost = lost;
  }
}
