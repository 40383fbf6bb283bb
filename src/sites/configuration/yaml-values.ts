import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  YAMLMap,
} from 'yaml';
import type { FileTree } from '../../files/file-tree.ts';
import { aliasTargets, LENIENT } from '../../markdown/data/yaml-aliases.ts';
import { readConfigText, UnreadableConfig } from './unreadable-config.ts';

const MAX_LENGTH = 200_000;

/** A generator's YAML file, read without running what its tags ask for. Throws an `UnreadableConfig`. */
export function readYaml(path: string, tree: FileTree): YamlMap {
  const text = readConfigText(path, tree, MAX_LENGTH);
  const lines = new LineCounter();
  const document = parseDocument(text, { ...LENIENT, lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new UnreadableConfig(path, lines.linePos(error.pos[0]).line);
  if (document.contents === null) return new YamlMap(null);
  if (!isMap(document.contents)) throw new UnreadableConfig(path, 1);
  return new YamlMap(document.contents, aliasTargets(document));
}

type Targets = ReadonlyMap<Alias, Node>;

/** A map of a YAML file, aliases followed and `<<` merged; what a tag computes (`!ENV`, `!!python/name`) is not known. */
export class YamlMap {
  readonly #node: Node | null;
  readonly #targets: Targets;

  constructor(node: Node | null, targets: Targets = new Map()) {
    this.#node = node;
    this.#targets = targets;
  }

  has(key: string): boolean {
    return this.at(key) !== undefined;
  }

  /** A scalar's words. */
  word(key: string): string | null {
    return wordOf(this.at(key));
  }

  /** The tag of a value: `python/name:x.y` for `!!python/name:x.y`. */
  tag(key: string): string | null {
    const node = this.at(key);
    return isNode(node) && node.tag !== undefined ? node.tag.replace('tag:yaml.org,2002:', '') : null;
  }

  /** One word or a list of them. */
  words(key: string): readonly string[] {
    return this.#items(key)
      .map(wordOf)
      .filter((word) => word !== null);
  }

  map(key: string): YamlMap {
    return this.#below(this.at(key));
  }

  maps(key: string): readonly YamlMap[] {
    const node = this.at(key);
    return isSeq(node) ? node.items.map((item) => this.#below(item)) : [];
  }

  /** Names with their settings, written as a list or as a map: `[search, {redirects: {…}}]`. */
  named(key: string): ReadonlyMap<string, YamlMap> {
    const found = new Map<string, YamlMap>();
    for (const item of this.#items(key)) {
      const name = wordOf(item);
      if (name !== null) found.set(name, new YamlMap(null));
      if (isMap(item)) for (const pair of item.items) found.set(wordOf(pair.key) ?? '', this.#below(pair.value));
    }
    return found;
  }

  /** These values over those of another file: maps are merged, all else is replaced. */
  over(parent: YamlMap): YamlMap {
    const targets = new Map([...parent.#targets, ...this.#targets]);
    return new YamlMap(overlaid(parent.#node, this.#node, targets), targets);
  }

  /** All pairs of words. */
  pairs(): Readonly<Record<string, string>> {
    if (!isMap(this.#node)) return {};
    const pairs = this.#node.items.map(({ key, value }) => [wordOf(key), wordOf(this.#followed(value))] as const);
    return Object.fromEntries(pairs.filter((pair): pair is readonly [string, string] => !pair.includes(null)));
  }

  keys(): readonly string[] {
    return isMap(this.#node) ? this.#node.items.map(({ key }) => wordOf(key) ?? '') : [];
  }

  at(key: string): unknown {
    if (!isMap(this.#node)) return undefined;
    const own = this.#node.get(key, true);
    if (own !== undefined) return this.#followed(own);
    const merged = this.#followed(this.#node.get('<<', true));
    const brought: readonly unknown[] = isSeq(merged) ? merged.items : [merged];
    return brought.map((each) => this.#inMap(each, key)).find((node) => node !== undefined);
  }

  #inMap(node: unknown, key: string): unknown {
    const map = this.#followed(node);
    return isMap(map) ? this.#followed(map.get(key, true)) : undefined;
  }

  #followed(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  #items(key: string): readonly unknown[] {
    const node = this.at(key);
    return isSeq(node) ? node.items.map((item) => this.#followed(item)) : [node];
  }

  #below(node: unknown): YamlMap {
    const map = this.#followed(node);
    return new YamlMap(isMap(map) ? map : null, this.#targets);
  }
}

function overlaid(below: Node | null, above: Node | null, targets: Targets): Node | null {
  const [lower, upper] = [below, above].map((node) => (isAlias(node) ? (targets.get(node) ?? null) : node));
  if (!isMap<Node, Node | null>(lower) || !isMap<Node, Node | null>(upper)) return upper ?? lower ?? null;
  const map = new YAMLMap<Node, Node | null>();
  for (const { key, value } of lower.items)
    map.set(key, overlaid(value, upper.get(wordOf(key), true) ?? null, targets));
  for (const { key, value } of upper.items) if (!lower.has(wordOf(key))) map.set(key, value);
  return map;
}

function wordOf(node: unknown): string | null {
  if (!isScalar(node) || (node.tag !== undefined && /^!(?!!|tag)/.test(node.tag))) return null;
  return node.value === null || node.value === undefined ? null : String(node.value);
}
