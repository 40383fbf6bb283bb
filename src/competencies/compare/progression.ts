import { distinctBy } from '../../collections/groups.ts';
import type { Competency, CompetencyGroup, Framework, LevelPage } from '../framework.ts';
import { placeOf } from './agreement.ts';
import type { FileRange } from './shared-departure.ts';

/** A fault in how a level of a department, `page`, builds on the one below it. */
export type ProgressionFault = { readonly page: LevelPage; readonly lower: LevelPage } & Fault;

type Fault =
  /** A competency in the words of the lower level. */
  | { readonly kind: 'same'; readonly item: Competency; readonly twin: Competency }
  /** A whole list in the words of the lower level. */
  | { readonly kind: 'same-list'; readonly group: CompetencyGroup; readonly twin: CompetencyGroup }
  /** A competency that the level below and the level above have. */
  | { readonly kind: 'gap'; readonly group: CompetencyGroup; readonly item: Competency; readonly higher: LevelPage }
  /** A category that the level below calls otherwise. */
  | { readonly kind: 'category'; readonly name: string; readonly below: string; readonly at: FileRange };

/** Lists shorter than this are reported item by item. */
const fewestItems = 2;

/** Compares each level of a department with the level below it. */
export function findProgressionFaults(framework: Framework): readonly ProgressionFault[] {
  const faults = framework.departments.flatMap((department) => {
    // The ladder, from below.
    const pages = framework.levels.flatMap(({ id, order }) =>
      order === null ? [] : (department.levels.get(id) ?? []),
    );
    return pages.flatMap((page, at) => {
      const lower = pages[at - 1];
      return lower === undefined ? [] : compare(page, lower, pages[at + 1] ?? null);
    });
  });
  // An include that several departments show says one thing.
  return distinctBy(faults, placeOfFault);
}

function placeOfFault(fault: ProgressionFault): string {
  switch (fault.kind) {
    case 'same':
      return placeOf(fault.item);
    case 'same-list':
      return fault.group.items.map(placeOf).join(' ');
    case 'gap':
      return `${fault.group.page.path} ${fault.group.range} ${fault.item.wording.key}`;
    case 'category':
      return `${fault.at.page.path} ${fault.at.range}`;
  }
}

function compare(page: LevelPage, lower: LevelPage, higher: LevelPage | null): ProgressionFault[] {
  return page.groups.flatMap((group) => {
    const below = groupOf(lower, group);
    if (below === undefined) return [];
    const faults = [...sameWords(group, below), ...gaps(group, below, higher), ...renamed(group, below)];
    return faults.map((fault) => ({ page, lower, ...fault }));
  });
}

function sameWords(group: CompetencyGroup, below: CompetencyGroup): Fault[] {
  const byKey = new Map(below.items.map((item) => [keyOf(item), item]));
  const same = group.items.flatMap((item): (Fault & { readonly kind: 'same' })[] => {
    const twin = byKey.get(keyOf(item));
    // A list that holds for several levels is no copy.
    return twin === undefined || placeOf(twin) === placeOf(item) ? [] : [{ kind: 'same', item, twin }];
  });
  const isWhole =
    same.length >= fewestItems && same.length === group.items.length && same.length === below.items.length;
  return isWhole ? [{ kind: 'same-list', group, twin: below }] : same;
}

function gaps(group: CompetencyGroup, below: CompetencyGroup, higher: LevelPage | null): Fault[] {
  const above = higher === null ? undefined : groupOf(higher, group);
  if (higher === null || above === undefined || group.items.length === 0) return [];
  const own = new Set(group.items.map(keyOf));
  const top = new Set(above.items.map(keyOf));
  const lost = below.items.filter((item) => top.has(keyOf(item)) && !own.has(keyOf(item)));
  return lost.map((item) => ({ kind: 'gap', group, item, higher }));
}

/** Categories that share half of their words with one of the level below that this level has not. */
function renamed(group: CompetencyGroup, below: CompetencyGroup): Fault[] {
  const [own, theirs] = [categoriesOf(group), categoriesOf(below)];
  const gone = [...theirs.keys()].filter((name) => !own.has(name));
  return [...own].flatMap(([key, { name, at }]): Fault[] => {
    if (theirs.has(key)) return [];
    const words = new Set(key.split(' '));
    const near = gone.find((other) => {
      const others = other.split(' ');
      const shared = others.filter((word) => words.has(word)).length;
      return shared >= 2 && shared * 2 >= Math.max(words.size, others.length);
    });
    return near === undefined ? [] : [{ kind: 'category', name, below: theirs.get(near)!.name, at }];
  });
}

function categoriesOf({ items }: CompetencyGroup) {
  const categories = new Map<string, { readonly name: string; readonly at: FileRange }>();
  for (const { category, page } of items) {
    if (category === null) continue;
    const { wording, range } = category;
    if (!categories.has(wording.key)) categories.set(wording.key, { name: wording.text, at: { page, range } });
  }
  return categories;
}

function groupOf(page: LevelPage, group: CompetencyGroup): CompetencyGroup | undefined {
  return page.groups.find((each) => each.group.name === group.group.name);
}

function keyOf({ wording, row }: Competency): string {
  return `${row ?? ''} ${wording.neutral}`;
}
