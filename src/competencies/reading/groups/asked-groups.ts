import { addToGroup } from '../../../collections/groups.ts';
import type { FrameworkConfig } from '../../../config/frameworks.ts';
import type { Group } from '../../framework.ts';
import { splitWords, stem } from '../../wording.ts';
import { type AskedGroups, type DepartmentPlace, enclosing, settingsOf } from '../places/departments.ts';
import { commonGroups, departmentGroups, type GroupCandidate, isOnAny } from './discover-groups.ts';

/** Where no headings make groups, every list is of this one. */
export const everything: Group = {
  name: 'Competencies',
  headings: [],
  match: 'all',
  list: 'any',
  min: 1,
  optional: true,
};

/**
 * Decides which groups each department is asked for, declared or found; `common`: all of them. A team follows the department around
 * it. `pages`: what the pages of each department offer as groups.
 */
export function askedGroups(
  config: FrameworkConfig,
  places: ReadonlyMap<string, DepartmentPlace>,
  pages: readonly { readonly department: string; readonly candidates: readonly GroupCandidate[] }[],
): { readonly common: readonly Group[]; readonly byDepartment: ReadonlyMap<string, AskedGroups> } {
  const offered = new Map<string, (readonly GroupCandidate[])[]>();
  for (const { department, candidates } of pages) addToGroup(offered, department, candidates);
  const asksNone = config.groups?.length === 0;
  const declared = asksNone ? undefined : config.groups?.map(declaredGroup);
  const common = declared ?? commonGroups([...offered.values()]).map((group) => ({ ...group, optional: asksNone }));
  const byDepartment = new Map<string, AskedGroups>();
  for (const id of places.keys()) {
    const profile = settingsOf(id, config)?.profile;
    const own = profile !== undefined && Object.hasOwn(config.profiles, profile) ? config.profiles[profile] : undefined;
    const around = enclosing(id).find((other) => byDepartment.has(other));
    const inherited = around === undefined ? undefined : byDepartment.get(around);
    if (own !== undefined) byDepartment.set(id, { groups: own.groups.map(declaredGroup), from: id });
    else if (inherited !== undefined && inherited.from !== null) byDepartment.set(id, inherited);
    else {
      const all = declared ?? foundGroups(id, offered.get(id) ?? [], common);
      const asked = asksNone ? all.map((group) => ({ ...group, optional: true })) : all;
      const from = all === common || id === '' ? null : id;
      byDepartment.set(id, { groups: asked.length === 0 ? [everything] : asked, from });
    }
  }
  return { common, byDepartment };
}

/** The groups of a department by its own pages: the common ones, and those that it has besides. */
function foundGroups(
  department: string,
  pages: readonly (readonly GroupCandidate[])[],
  common: readonly Group[],
): readonly Group[] {
  const present = common.filter((group) => isOnAny(group, pages));
  // A department is asked for no common groups of which it has none, where it has several others at each level.
  const hasOthers = present.length === 0 && pages.length >= 2 && pages.every((candidates) => candidates.length >= 2);
  // A base page that says what all departments share need not have what each of them adds.
  return departmentGroups(pages, department === '' || hasOthers ? present : common);
}

/** All groups that handbook.yaml lists, for all departments or in a profile. */
export function declaredGroups({ groups = [], profiles }: FrameworkConfig): readonly Group[] {
  return [...groups, ...Object.values(profiles).flatMap((profile) => profile.groups)].map(declaredGroup);
}

function declaredGroup(group: NonNullable<FrameworkConfig['groups']>[number]): Group {
  const { name, headings, list, min, optional } =
    typeof group === 'string'
      ? { name: group, headings: undefined, list: 'any' as const, min: 1, optional: false }
      : group;
  const all = [name, ...(headings ?? [])].map((heading) => splitWords(heading).map(stem));
  return { name, headings: all, match: 'part', list, min, optional };
}
