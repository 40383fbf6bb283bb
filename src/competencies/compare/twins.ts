import { addToSet, countOne } from '../../collections/groups.ts';
import { highest } from '../../collections/order.ts';
import { folderPrefix } from '../../files/paths.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { type Competency, type Framework, filesWithCompetencies, type SharedList } from '../framework.ts';
import { readList } from '../reading/items.ts';
import { itemsInFile } from '../reading/shared-lists.ts';
import { type Match, matchItems } from './match-lists.ts';

/** An include that holds a copy of a shared list. */
export interface Twin {
  readonly page: Page;
  /** Its list. */
  readonly range: Range;
  readonly of: SharedList;
  readonly lost: readonly Competency[];
  readonly reworded: readonly Match[];
  readonly added: readonly Competency[];
}

/** Finds the includes that are word for word or nearly a shared list, beside the shared lists or shown on level pages. */
export function findTwins(framework: Framework, handbook: Handbook): readonly Twin[] {
  const originals = new Map(framework.shared.filter(({ call }) => call !== null).map((list) => [list.page, list]));
  const holders = new Map<string, Set<SharedList>>();
  for (const list of originals.values()) for (const { wording } of list.items) addToSet(holders, wording.key, list);
  const folders = new Set([...originals.keys()].map(({ path }) => folderPrefix(path)));
  const shown = filesWithCompetencies(framework);
  const mayBeTwin = (page: Page) => shown.has(page) || folders.has(folderPrefix(page.path));
  const includes = handbook.pages.filter((page) => page.kind === 'include' && !originals.has(page) && mayBeTwin(page));
  return includes.flatMap((page) => {
    const items = itemsInFile(page, handbook).filter((item) => item.page === page);
    const of = mostShared(items, holders);
    return (of && compare(page, items, of, framework.config.similarity)) ?? [];
  });
}

function mostShared(
  items: readonly Competency[],
  holders: ReadonlyMap<string, ReadonlySet<SharedList>>,
): SharedList | undefined {
  const counts = new Map<SharedList, number>();
  for (const { wording } of items) for (const list of holders.get(wording.key) ?? []) countOne(counts, list);
  const countOf = (list: SharedList) => counts.get(list) ?? 0;
  const distance = (list: SharedList) => Math.abs(list.items.length - items.length);
  return highest(counts.keys(), countOf, (list) => -distance(list));
}

function compare(
  page: Page,
  items: readonly Competency[],
  of: SharedList,
  similarity: Framework['config']['similarity'],
): Twin | null {
  const matches = matchItems(of.items, items, similarity.item);
  const exact = matches.filter((match) => match.isExact).length;
  const isTwin =
    matches.length >= similarity.list * Math.max(items.length, of.items.length) && exact * 2 >= matches.length;
  const block = page.content.blocks.find(
    (each) => each.type === 'table' || (each.type === 'list' && readList(each, { page, via: null }).items.length > 0),
  );
  if (!isTwin || exact < 2 || block === undefined) return null;
  const inOriginal = new Set(matches.map(({ shared }) => shared));
  const inCopy = new Set(matches.map(({ item }) => item));
  return {
    page,
    range: block.range,
    of,
    lost: of.items.filter((item) => !inOriginal.has(item)),
    reworded: matches.filter((match) => !match.isExact),
    added: items.filter((item) => !inCopy.has(item)),
  };
}
