import type { Competency, CompetencyGroup, Framework, Level, LevelPage, SharedList } from '../framework.ts';

type Unagreed = Omit<Framework, 'agreed'>;

interface Held {
  readonly item: Competency;
  readonly group: CompetencyGroup;
  readonly pages: Set<LevelPage>;
}

/**
 * The lists that departments share because most of them have the same competencies, without an include or a base page: at
 * one level and in one group, what more than `agree.share` of the departments have, and at least `agree.departments`.
 */
export function findAgreed(framework: Unagreed): readonly SharedList[] {
  const { agree } = framework.config;
  if (agree === false) return [];
  const shared = new Set(framework.shared.flatMap(({ items }) => items.map(placeOf)));
  const sharedGroups = new Set(framework.shared.map(({ level, group }) => `${level.id} ${group.name}`));
  return framework.levels.flatMap((level): SharedList[] => {
    const pages = framework.pages.filter(({ level: own, department }) => own.id === level.id && department.id !== '');
    if (pages.length < agree.departments) return [];
    const names = new Set(pages.flatMap(({ groups }) => groups.map(({ group }) => group.name)));
    return [...names].flatMap((name) => {
      if (sharedGroups.has(`${level.id} ${name}`)) return [];
      const voters = pages.filter(({ groups }) =>
        groups.some(({ group, items }) => group.name === name && items.length > 0),
      );
      const held = holdersOf(name, voters).filter(
        ({ item, pages: holders }) =>
          !shared.has(placeOf(item)) && holders.size >= agree.departments && holders.size > voters.length * agree.share,
      );
      return listOf(level, voters, held);
    });
  });
}

function listOf(level: Level, voters: readonly LevelPage[], held: readonly Held[]): SharedList[] {
  const [first] = held;
  if (first === undefined || held.every(({ pages }) => pages.size === voters.length && voters.length < 3)) return [];
  const agreed = new Map(held.map(({ item, pages }) => [item, [...pages]]));
  const items = held.map(({ item }) => item);
  return [{ level, group: first.group.group, page: first.item.page, call: null, items, policy: 'add', agreed }];
}

/** Each competency of one group with the pages that have it, in the order of the first page that has it. */
function holdersOf(name: string, pages: readonly LevelPage[]): readonly Held[] {
  const byKey = new Map<string, Held>();
  const all: Held[] = [];
  for (const page of pages) {
    for (const group of page.groups) {
      if (group.group.name !== name) continue;
      for (const item of group.items) {
        const { key, neutral } = item.wording;
        const row = item.row ?? '';
        const known = byKey.get(`= ${row} ${key}`) ?? byKey.get(`~ ${row} ${neutral}`);
        const held = known ?? { item, group, pages: new Set<LevelPage>() };
        if (known === undefined) all.push(held);
        byKey.set(`= ${row} ${key}`, held);
        byKey.set(`~ ${row} ${neutral}`, held);
        held.pages.add(page);
      }
    }
  }
  return all;
}

/** Where a competency stands, as one word. */
export function placeOf(item: Competency): string {
  return `${item.page.path} ${item.textRange}`;
}

/** Does the group link to what may say it for this level: a page that has the level, or an index? A page of other levels alone does not. */
export function refersToLevel({ refersTo }: CompetencyGroup, { level }: LevelPage, { pages }: Framework): boolean {
  return [...refersTo].some((target) => {
    const levels = pages.filter(({ page }) => page === target).map(({ level: { id } }) => id);
    return levels.length === 0 || levels.includes(level.id);
  });
}
