import type { DataNode, Range } from '../../../markdown/facts.ts';
import type { Page } from '../../../model/handbook.ts';
import type { Competency } from '../../framework.ts';
import type { Nouns } from '../../wording.ts';
import { readText } from '../items.ts';
import type { PagePart } from '../parts.ts';
import { levelIdOf } from '../places/level-ids.ts';
import { sentencesOf, withoutMarkup } from '../sentences.ts';
import { fewestLevels, type LevelReader, type Sheet, SheetBuilder } from '../sheets.ts';
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
 * above and below it are groups, and the texts at the end are the competencies. `options.level`: the level that all of it is of.
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
): readonly Sheet[] {
  const { levelOf, nouns, hasDepartments } = options;
  const axis = options.level === undefined ? levelAxis(root, levelOf) : new Set<number>();
  const sheets = new SheetBuilder(page, 'data');
  for (const { names, node, isItem } of leavesBelow(root, [], levelOf)) {
    const at = names.findIndex(({ range }) => axis.has(range[0]));
    const named = names[at];
    const level = options.level ?? levelOf(named?.text ?? '');
    if (level === null || (named === undefined && options.level === undefined)) continue;
    const above = names.slice(0, Math.max(at, 0)).filter(({ text }) => !plainKeys.test(text));
    const below = names.slice(at + 1).filter((name) => name.isOneOfSeveral || !plainKeys.test(name.text));
    const department = hasDepartments ? null : (above.shift()?.text ?? null);
    const [group, ...rest] = [...above, ...below];
    const parts = sheets.partsOf({ department, level, place: named?.range ?? node.range }, group);
    const row = rest.length === 0 ? null : rest.map(({ text }) => text).join(', ');
    const text = withoutMarkup(node.text);
    const sentences = isItem ? [{ text, range: node.range }] : sentencesOf(text, node.range, page);
    for (const { text, range } of sentences) addItem(parts, readText(text, range, row, { page, via: null, nouns }));
  }
  return sheets.all();
}

/** Adds a competency to the list at the end, which begins where there is none. */
function addItem(parts: PagePart[], item: Competency): void {
  const { page, range } = item;
  const last = parts.at(-1);
  const before = last?.kind === 'items' ? last.list.items : [];
  if (last?.kind === 'items') parts.pop();
  const whole = [before[0]?.range[0] ?? range[0], range[1]] as const;
  const list = { kind: 'table', page, range: whole, via: null, items: [...before, item], struck: [] } as const;
  parts.push({ kind: 'items', page, via: null, list, texts: [] });
}

/** The texts below a value, each with its names: keys, and what maps in lists call themselves. */
function* leavesBelow(node: DataNode, names: Leaf['names'], levelOf: LevelReader, key = ''): Generator<Leaf> {
  if (node.type === 'text') {
    if (isCompetency(node.text)) yield { names, node, isItem: key === '' };
    return;
  }
  const record = recordOf(node);
  if (record !== null) {
    const { text, range } = record.group;
    for (const each of record.texts)
      yield* leavesBelow(each, [...names, { text, range, isOneOfSeveral: true }], levelOf);
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
    const below = text === '' ? names : [...names, { text, range, isOneOfSeveral: areSeveral }];
    yield* leavesBelow(child, below, levelOf, text);
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
