import { addToSet } from '../../../collections/groups.ts';
import type { FrameworkConfig } from '../../../config/frameworks.ts';
import { folderOf } from '../../../files/paths.ts';
import { resolveLink } from '../../../links/resolve.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import type { Level } from '../../framework.ts';
import { splitWords } from '../../wording.ts';
import { humanName } from '../groups/group-names.ts';
import type { PageSheets } from '../read-sheets.ts';
import { ladderPlace, withAccents } from './level-ids.ts';

export function declaredLevels(config: FrameworkConfig): readonly Level[] | null {
  if (config.levels === undefined) return null;
  return config.levels.map((level, order) => {
    const { id, names, optional } =
      typeof level === 'object' ? level : { id: String(level), names: undefined, optional: false };
    return makeLevel(id, order, names, optional);
  });
}

/** Levels found by the names of files and by what stands in them, in the order that indexes and pages give. */
export function discoverLadder(handbook: Handbook, read: readonly PageSheets[]): readonly Level[] {
  const departments = new Map<string, Set<string>>();
  const byPage = new Map<Page | null, string>();
  const listings: string[][] = [];
  for (const { found, sheets } of read) {
    for (const { level, department } of sheets) addToSet(departments, level, found.department ?? department ?? '');
    if (found.level !== null) byPage.set(found.page, found.level);
    else listings.push([...new Set(sheets.map(({ level }) => level))]);
  }
  const folders = new Set(read.map(({ found: { page } }) => folderOf(page.path)));
  const indexes = handbook.pages.filter(({ kind, path }) => kind === 'section' && folders.has(folderOf(path)));
  for (const index of indexes) {
    const named = index.facts.links.flatMap((link) => byPage.get(resolveLink(link, index, handbook).page) ?? []);
    listings.push([...new Set(named)]);
  }
  return discoverLevels(departments, listings);
}

/** Levels found by their pages: those that two departments share are the ladder. `listings` are orders that index pages give. */
function discoverLevels(
  departmentsById: ReadonlyMap<string, ReadonlySet<string>>,
  listings: readonly (readonly string[])[],
): readonly Level[] {
  const departments = new Set([...departmentsById.values()].flatMap((ids) => [...ids]));
  const shared = [...departmentsById].filter(([, ids]) => ids.size >= Math.min(2, departments.size)).map(([id]) => id);
  const ladder = orderLevels(shared, listings);
  return ladder.map((id, order) => makeLevel(id, order));
}

function orderLevels(ids: readonly string[], listings: readonly (readonly string[])[]): string[] {
  // Levels of one code are counted: "from L1 to L6" links to the ends first.
  const counted = ids.map((id) => /^(.*?)\d{1,2}$/.exec(id)?.[1]);
  if (counted.every((code) => code !== undefined && code === counted[0]))
    return [...ids].sort((left, right) => ladderPlace(left) - ladderPlace(right));
  const known = new Set(ids);
  const orders = listings.map((listing) => listing.filter((id) => known.has(id)));
  const longest = orders.reduce<readonly string[]>((best, order) => (order.length > best.length ? order : best), []);
  const order = [...longest];
  for (const id of ids) {
    if (order.includes(id)) continue;
    const after = order.findIndex((other) => ladderPlace(other) > ladderPlace(id));
    order.splice(after < 0 ? order.length : after, 0, id);
  }
  return order;
}

/** A level by its id, such as `senior` or `staff-engineer`. */
export function makeLevel(id: string, order: number | null, names?: readonly string[], optional = false): Level {
  // "1-junior": the number only orders the files.
  const called = humanName(id.replace(/^\d{1,2}[-_. ]+(?=\p{L}{2})/u, '').replace(/\p{L}+/gu, withAccents));
  const name = names?.[0] ?? (/^\d+$/.test(id) ? `Level ${id}` : called);
  const words = [...(names ?? [name]), called, humanName(id)].map((each) => splitWords(each));
  return { id, name, words: words.filter((each) => each.length > 0), order, optional };
}
