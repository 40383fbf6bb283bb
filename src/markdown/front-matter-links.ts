import { readData } from './data/read.ts';
import { behindHash } from './destination.ts';
import type { DataNode, FrontMatter } from './facts.ts';
import type { FoundLink } from './layer/layer-facts.ts';

/** The links that stand in front matter at the given keys, a list's items each: `hero.actions.link`. */
export function frontMatterLinks(text: string, front: FrontMatter | null, keys: readonly string[] = []): FoundLink[] {
  if (front?.format !== 'yaml') return [];
  const wanted = keys.map((key) => key.split('.')).filter(([first = '']) => Object.hasOwn(front.values, first));
  if (wanted.length === 0) return [];
  const [start, end] = front.range;
  const { root } = readData(text.slice(start, end - 3), start);
  return root === null ? [] : wanted.flatMap((path) => linksAt(root, path, text));
}

function linksAt(node: DataNode, path: readonly string[], text: string): FoundLink[] {
  if (node.type === 'list') return node.items.flatMap((item) => linksAt(item, path, text));
  const [key, ...rest] = path;
  if (node.type === 'map')
    return node.entries.flatMap((entry) => (entry.key === key ? linksAt(entry.value, rest, text) : []));
  if (key !== undefined || node.text === '') return [];
  const { range } = node;
  return [{ kind: 'setting', href: node.text, range, target: range, fragment: behindHash(text, range), text: '' }];
}
