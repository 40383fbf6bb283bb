import type { DataNode, Range } from '../../../markdown/facts.ts';
import { splitWords } from '../../wording.ts';
import type { LevelReader } from '../sheets.ts';

/** A part of a map or list, with its key or its own name. */
export interface NamedPart {
  readonly text: string;
  readonly range: Range;
  readonly node: DataNode;
}

/** Keys whose value names the map that they stand in. */
const nameKeys =
  /^(?:name|title|level|label|grade|id|role|key|slug|department|group|category|skill|area|theme|topic|dimension|pillar)$/i;
/** Keys of another name of the map that they stand in. */
export const secondNameKeys = /^(?:name|title|label)$/i;
/** Keys of names that no reader sees. */
const idKeys = /^(?:id|key|slug)$/i;
/** Keys that say nothing of what stands below them. */
export const plainKeys =
  /^(?:levels?|grades?|milestones?|groups?|categories|areas?|skills?|competenc(?:y|ies)|items?|expectations?|criteria|examples?|signals?|behaviou?rs?|responsibilities|topics?|tracks?|departments?|roles?|teams?|description|text|summary|data|content|values?|details?)$/i;
/** Keys of what only shows what the text beside them means. */
export const exampleKeys = /^(?:examples?|evidence)$/i;
/** Keys of what is no competency. */
export const otherKeys =
  /^(?:color|colour|icon|url|link|href|image|order|weight|sort|date|version|layout|permalink|slug|id|type|tags?|authors?|aliases)$/i;

/** Does a key stand beside another one that holds a list or map, so that the two divide what their map says? */
export function isOneOfSeveral(node: DataNode): boolean {
  return (
    node.type === 'map' &&
    node.entries.filter(({ key, value }) => value.type !== 'text' && !otherKeys.test(key)).length > 1
  );
}

type TextNode = DataNode & { readonly type: 'text' };

export const recordKeys = {
  level: /^(?:level|grade|seniority|rank)$/i,
  group: /^(?:theme|group|category|area|domain|pillar|skill|dimension|competency[-_ ]?area|topic)$/i,
  text: /^(?:summary|description|text|statement|expectations?|competenc(?:y|ies)|behaviou?rs?|criteria|examples?|details?)$/i,
};

/** A map that says all by itself, like a row of a table: its level, its group, and what is asked. */
export function recordOf(node: DataNode): { level: TextNode; group: TextNode; texts: readonly DataNode[] } | null {
  if (node.type !== 'map') return null;
  const named = (pattern: RegExp) =>
    node.entries.flatMap(({ key, value }) =>
      pattern.test(key) && value.type === 'text' && value.text.trim() !== '' ? [value] : [],
    )[0];
  const [level, group] = [named(recordKeys.level), named(recordKeys.group)];
  const texts = node.entries.flatMap(({ key, value }) => (recordKeys.text.test(key) ? [value] : []));
  return level === undefined || group === undefined || texts.length === 0 ? null : { level, group, texts };
}

/** What a map in a list calls itself: the value of its key `name` or `level`. */
export function nameOf(node: DataNode, levelOf: LevelReader): DataNode | null {
  if (node.type !== 'map') return null;
  const record = recordOf(node);
  if (record !== null) return record.level;
  const named = node.entries.flatMap(({ key, value }) =>
    nameKeys.test(key) && value.type === 'text' && value.text !== '' ? [{ key, value }] : [],
  );
  const [first] = named;
  if (first === undefined) return null;
  // Of `id: 3` and `name: Senior Designer`, the name says which level it is.
  const isUnclear = idKeys.test(first.key) && levelOf(first.value.text) === null;
  const level = isUnclear
    ? named.find(({ key, value }) => !idKeys.test(key) && levelOf(value.text) !== null)
    : undefined;
  const { value } = level ?? first;
  return splitWords(value.text).length > 8 ? null : value;
}

/** What a map or list holds, each part with its key or its own name. `key`: that of the map or list. */
export function childrenOf(node: DataNode, key: string, levelOf: LevelReader): readonly NamedPart[] {
  if (node.type === 'text') return [];
  if (node.type === 'map')
    return node.entries.map((entry) => ({ text: levelText(key, entry.key), range: entry.keyRange, node: entry.value }));
  return node.items.map((item) => {
    const name = nameOf(item, levelOf);
    const named = item.type === 'map' ? item.entries.find(({ value }) => value === name) : undefined;
    return name?.type === 'text'
      ? { text: levelText(named?.key ?? '', name.text), range: name.range, node: item }
      : { text: '', range: item.range, node: item };
  });
}

/** "level 2" for a bare 2 at the key `level`, or as a key below `levels`. */
function levelText(key: string, text: string): string {
  return /^\d{1,2}$/.test(text) && /^(?:level|grade|seniority|rank|band)s?$/i.test(key) ? `level ${text}` : text;
}
