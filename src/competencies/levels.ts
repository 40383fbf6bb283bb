import type { FrameworkConfig } from '../config/frameworks.ts';
import type { Level } from './framework.ts';
import { humanName } from './headings.ts';
import { splitWords } from './wording.ts';

/** The usual order of level names, for a framework that nowhere lists its own. */
const usualLadder = (
  'intern apprentice trainee graduate entry junior associate intermediate mid regular advanced senior staff lead ' +
  'principal distinguished fellow'
).split(' ');

/** The levels as the configuration declares them. */
export function declaredLevels(config: FrameworkConfig): readonly Level[] | null {
  if (config.levels === undefined) return null;
  return config.levels.map((level, order) => {
    const { id, names, optional } =
      typeof level === 'string' ? { id: level, names: undefined, optional: false } : level;
    return makeLevel(id, order, names, optional);
  });
}

/** Levels found by their pages: those that two departments share are the ladder. `listings` are orders that index pages give. */
export function discoverLevels(
  departmentsById: ReadonlyMap<string, ReadonlySet<string>>,
  listings: readonly (readonly string[])[],
): readonly Level[] {
  const departments = new Set([...departmentsById.values()].flatMap((ids) => [...ids]));
  const shared = [...departmentsById].filter(([, ids]) => ids.size >= Math.min(2, departments.size)).map(([id]) => id);
  const ladder = orderLevels(shared, listings);
  return ladder.map((id, order) => makeLevel(id, order));
}

function orderLevels(ids: readonly string[], listings: readonly (readonly string[])[]): string[] {
  const known = new Set(ids);
  const orders = listings.map((listing) => listing.filter((id) => known.has(id)));
  const longest = orders.reduce<readonly string[]>((best, order) => (order.length > best.length ? order : best), []);
  const order = [...longest];
  for (const id of [...ids].sort((left, right) => ladderPlace(left) - ladderPlace(right))) {
    if (order.includes(id)) continue;
    const after = order.findIndex((other) => ladderPlace(other) > ladderPlace(id));
    order.splice(after < 0 ? order.length : after, 0, id);
  }
  return order;
}

function ladderPlace(id: string): number {
  const words = splitWords(id.replace(/[-_]/g, ' '));
  const place = usualLadder.findIndex((name) => words.includes(name));
  const number = /\d+/.exec(id)?.[0];
  if (place >= 0) return place;
  return number === undefined ? usualLadder.length : Number(number);
}

/** A level by its id, such as `senior` or `staff-engineer`. */
export function makeLevel(id: string, order: number | null, names?: readonly string[], optional = false): Level {
  const name = names?.[0] ?? humanName(id);
  const words = [...(names ?? [name]), humanName(id)].map((each) => splitWords(each));
  return { id, name, words: words.filter((each) => each.length > 0), order, optional };
}
