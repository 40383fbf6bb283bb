import { getOrInsert } from '../../../collections/get-or-insert.ts';
import type { DataNode, Range } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { Competency } from '../../framework.ts';
import type { Nouns } from '../../wording.ts';
import { readText } from '../items.ts';
import { headingPart, type PagePart } from '../parts.ts';
import { levelIdOf } from '../places/level-ids.ts';
import { sentencesOf, withoutMarkup } from '../sentences.ts';
import { fewestLevels, type LevelReader, type Sheet } from '../sheets.ts';
import {
  childrenOf,
  exampleKeys,
  isOneOfSeveral,
  nameOf,
  otherKeys,
  plainKeys,
  recordKeys,
  recordOf,
  secondNameKeys,
} from './data-keys.ts';

interface Name {
  readonly text: string;
  readonly range: Range;
  /** Whether it is one of several keys of one kind that stand beside each other. */
  readonly isOneOfSeveral: boolean;
}

/** A text in a file of data, and the names on the way to it. */
interface Leaf {
  readonly names: readonly Name[];
  readonly node: DataNode & { readonly type: 'text' };
  /** Is it an item of a list? A value may hold several sentences, each a competency. */
  readonly isItem: boolean;
}

/** Keys of prose about what stands beside them. */
const proseKeys = /^(?:description|summary|intro(?:duction)?|purpose|mission|about|overview|note|notes)$/i;
/**
 * Reads a file of data, whichever way it is nested: a map or list whose names are levels is where the levels are; names
 * above and below it are groups, and the texts at the end are the competencies.
 */
export function readLevelData(
  page: Page,
  root: DataNode,
  options: {
    readonly levelOf: LevelReader;
    readonly nouns: Nouns;
    readonly hasDepartments: boolean;
    readonly level?: string;
  },
): Sheet[] {
  const leaves: Leaf[] = [];
  const { levelOf, nouns, hasDepartments } = options;
  collect(root, [], { leaves, levelOf });
  const axis = options.level === undefined ? levelAxis(root, levelOf) : new Set<number>();
  const sheets = new Map<string, Sheet & { readonly parts: PagePart[] }>();
  const group = new Map<Sheet, string>();
  for (const { names, node, isItem } of leaves) {
    const at = names.findIndex(({ range }) => axis.has(range[0]));
    if (at < 0 && options.level === undefined) continue;
    const named = names[at];
    const level = options.level ?? levelOf(named?.text ?? '');
    if (level === null) continue;
    const above = names.slice(0, Math.max(at, 0)).filter(({ text }) => !plainKeys.test(text));
    const below = names.slice(at + 1).filter((name) => name.isOneOfSeveral || !plainKeys.test(name.text));
    const department = hasDepartments ? null : (above.shift()?.text ?? null);
    const [first, ...rest] = [...above, ...below];
    const key = JSON.stringify([department, level]);
    const place = named?.range ?? node.range;
    const parts: PagePart[] = sheets.get(key)?.parts ?? [];
    const sheet = getOrInsert(sheets, key, (): Sheet => ({ department, level, page, place, shape: 'data', parts }));
    if (first !== undefined && group.get(sheet) !== first.text) {
      parts.push(headingPart({ page, via: null }, first.text, first.range, 2));
      group.set(sheet, first.text);
    }
    const row = rest.length === 0 ? null : rest.map(({ text }) => text).join(', ');
    const text = withoutMarkup(node.text);
    const sentences = isItem ? [{ text, range: node.range }] : sentencesOf(text, node.range, page);
    for (const { text, range } of sentences)
      addItem(parts, readText(text, range, row, { page, via: null, nouns }), range);
  }
  return [...sheets.values()];
}

function addItem(parts: PagePart[], item: Competency, range: Range): void {
  const last = parts.at(-1);
  const before = last?.kind === 'items' ? last.list.items : [];
  if (last?.kind === 'items') parts.pop();
  const list = {
    kind: 'table' as const,
    page: item.page,
    range: [before[0]?.range[0] ?? range[0], range[1]] as const,
    via: null,
    items: [...before, item],
    struck: [],
  };
  parts.push({ kind: 'items', page: item.page, via: null, list, texts: [] });
}

interface Collected {
  readonly leaves: Leaf[];
  readonly levelOf: LevelReader;
}

/** The texts below a value, each with its names: keys, and what maps in lists call themselves. */
function collect(node: DataNode, names: Leaf['names'], into: Collected, key = ''): void {
  const { leaves, levelOf } = into;
  if (node.type === 'text') {
    if (isCompetency(node.text)) leaves.push({ names, node, isItem: key === '' });
    return;
  }
  const record = recordOf(node);
  if (record !== null) {
    const { group, texts } = record;
    const named = [...names, { text: group.text, range: group.range, isOneOfSeveral: true }];
    for (const text of texts) collect(text, named, into);
    return;
  }
  const entries = node.type === 'map' ? node.entries : [];
  const called = nameOf(node, levelOf);
  const isShown = entries.some(({ key }) => recordKeys.text.test(key) && !exampleKeys.test(key));
  const isLeftOut = (key: string) => otherKeys.test(key) || (isShown && exampleKeys.test(key));
  const holdsMore = entries.some(({ key, value }) => value.type !== 'text' && !isLeftOut(key));
  // `{id: 7, name: Keeps the log}` asks for what it calls itself.
  const saysMore = entries.some(
    ({ key, value }) =>
      value !== called &&
      ![secondNameKeys, otherKeys, exampleKeys].some((keys) => keys.test(key)) &&
      (value.type !== 'text' || isCompetency(value.text)),
  );
  const areSeveral = isOneOfSeveral(node);
  for (const { text, range, node: child } of childrenOf(node, key, levelOf)) {
    const isNamed = called !== null && saysMore && child.type === 'text' && secondNameKeys.test(text);
    if (child === called || isNamed || isLeftOut(text) || (holdsMore && proseKeys.test(text))) continue;
    collect(child, text === '' ? names : [...names, { text, range, isOneOfSeveral: areSeveral }], into, text);
  }
}

/** A single word is a name or a value; a competency says more, or stands in a list. */
function isCompetency(text: string): boolean {
  return text.trim() !== '' && !/^(?:https?:|[\d.,%-]+$|#[0-9a-f]{3,8}$|true$|false$)/i.test(text.trim());
}

/** Does a value name levels, so that it can be read as what is asked at each? */
export function holdsLevels(root: DataNode): boolean {
  return levelAxis(root, levelIdOf).size > 0;
}

/** Where names of levels start: those of maps and lists in which at least two names are levels, and most of them. */
function levelAxis(root: DataNode, levelOf: LevelReader): ReadonlySet<number> {
  const starts = new Set<number>();
  const open: { readonly key: string; readonly node: DataNode }[] = [{ key: '', node: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const children = childrenOf(next.node, next.key, levelOf);
    const levels = children.filter(({ text }) => levelOf(text) !== null);
    const named = children.filter(({ text }) => text !== '' && !plainKeys.test(text));
    const isAxis =
      new Set(levels.map(({ text }) => levelOf(text))).size >= fewestLevels && levels.length * 2 > named.length;
    if (isAxis) for (const { range } of levels) starts.add(range[0]);
    else open.push(...children.map(({ text, node }) => ({ key: text, node })));
  }
  return starts;
}
