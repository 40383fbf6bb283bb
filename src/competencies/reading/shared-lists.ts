import type { SharedPolicy } from '../../config/frameworks.ts';
import type { Handbook, Include, Page } from '../../model/handbook.ts';
import type { Competency, Department, Framework, Group, Level, LevelPage, SharedList } from '../framework.ts';
import { itemsIn } from './items.ts';
import { readParts } from './parts.ts';
import { settingsOf } from './places/departments.ts';

type Unshared = Omit<Framework, 'shared' | 'agreed'>;

/** The lists that all departments share: declared, or those that the base page or most departments include. */
export function findShared(framework: Unshared, handbook: Handbook): readonly SharedList[] {
  return framework.levels.flatMap((level) => {
    const pages = framework.pages.filter((page) => page.level.id === level.id);
    const declared = framework.config.shared;
    if (declared === undefined) return discoverShared(level, pages, framework.config.similarity.list);
    return declared.flatMap((each) => {
      const group = groupNamed(each.group, pages);
      if (group === undefined) return [];
      if (each.include === undefined) return baseLists(level, group, pages, each.policy);
      const argument = each.include.replaceAll('{level}', level.id);
      const { root } = handbook.config.includes;
      const page = handbook.page(root === '' ? argument : `${root}/${argument}`);
      if (page === undefined) return [];
      const items = itemsInFile(page, handbook);
      const call = callOf(page, framework.pages) ?? `{{% ${handbook.config.includes.shortcodes[0]} "${argument}" %}}`;
      return items.length === 0 ? [] : [{ level, group, page, call, items, policy: each.policy }];
    });
  });
}

function groupNamed(name: string, pages: readonly LevelPage[]): Group | undefined {
  const wanted = name.toLowerCase();
  const groups = pages.flatMap((page) => page.groups.map(({ group }) => group));
  return (
    groups.find((group) => group.name.toLowerCase() === wanted) ??
    groups.find((group) => group.name.toLowerCase().includes(wanted))
  );
}

function discoverShared(level: Level, pages: readonly LevelPage[], share: number): SharedList[] {
  const base = pages.find(({ department }) => department.id === '');
  const groups = new Set(pages.flatMap((page) => page.groups.map(({ group }) => group)));
  return [...groups].flatMap((group) => {
    if (base !== undefined) return baseLists(level, group, pages, 'add');
    const asked = pages.filter((page) => page.department.groups.includes(group)).length;
    return [...includeUses(group, pages)].flatMap(([page, { items, call, count }]): SharedList[] => {
      const all = count + countCopies(page, items, group, pages, share);
      return all >= 2 && all * 2 > asked ? [{ level, group, page, call, items, policy: 'add' }] : [];
    });
  });
}

/** How many pages have most of an include's competencies in a group, without including it? */
function countCopies(
  file: Page,
  items: readonly Competency[],
  group: Group,
  pages: readonly LevelPage[],
  share: number,
): number {
  const least = Math.max(2, items.length * share);
  const copies = pages.filter(({ groups }) => {
    const own = groups.find((each) => each.group === group)?.items ?? [];
    const written = new Set(own.flatMap(({ via, wording }) => (via === null ? wording.key : [])));
    return (
      own.every(({ page }) => page !== file) && items.filter(({ wording }) => written.has(wording.key)).length >= least
    );
  });
  return copies.length;
}

/** What the base page shows in a group: its includes, or its own list. */
function baseLists(level: Level, group: Group, pages: readonly LevelPage[], policy: SharedPolicy): SharedList[] {
  const base = pages.find(({ department }) => department.id === '');
  const own = base?.groups.find((each) => each.group.name === group.name);
  if (base === undefined || own === undefined || own.items.length === 0) return [];
  const included = [...includeUses(group, [base])];
  const lists = included.map(([page, { items, call }]) => ({ level, group, page, call, items, policy }));
  return lists.length > 0 ? lists : [{ level, group, page: base.page, call: null, items: own.items, policy }];
}

interface Use {
  readonly items: readonly Competency[];
  readonly call: string;
  count: number;
}

/** The files with competencies that pages include in a group, and by how many. */
function includeUses(group: Group, pages: readonly LevelPage[]): Map<Page, Use> {
  const uses = new Map<Page, Use>();
  for (const each of pages) {
    const own = each.groups.find(({ group: { name } }) => name === group.name);
    for (const include of new Set(own?.items.map(({ via }) => via))) {
      if (include?.state.kind !== 'found' || own === undefined) continue;
      const known = uses.get(include.state.page);
      if (known) known.count += 1;
      else {
        const items = own.items.filter(({ via }) => via === include);
        uses.set(include.state.page, { items, call: callText(include), count: 1 });
      }
    }
  }
  return uses;
}

/** The competencies in an include file, as it stands. */
export function itemsInFile(page: Page, handbook: Handbook): readonly Competency[] {
  return readParts(page, handbook).flatMap(itemsIn);
}

function callOf(page: Page, pages: readonly LevelPage[]): string | undefined {
  for (const { groups } of pages)
    for (const { includes } of groups)
      for (const include of includes)
        if (include.state.kind === 'found' && include.state.page === page) return callText(include);
  return undefined;
}

export function callText({ from, call }: Include): string {
  return from.text.slice(...call.range);
}

/** What a department may do with a shared list. */
export function policyOf(list: SharedList, department: Department, framework: Unshared): SharedPolicy {
  for (let each: Department | null = department; each !== null; each = each.parent) {
    const own = settingsOf(each.id, framework.config)?.shared;
    if (typeof own === 'string') return own;
    if (own !== undefined && Object.hasOwn(own, list.group.name)) return own[list.group.name] ?? list.policy;
  }
  return list.policy;
}
