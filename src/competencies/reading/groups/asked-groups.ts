import { addToGroup } from '../../../collections/groups.ts';
import type { FrameworkConfig } from '../../../config/frameworks.ts';
import type { Group } from '../../framework.ts';
import { splitWords, stem } from '../../wording.ts';
import { type DepartmentPlace, enclosing, settingsOf } from '../places/departments.ts';
import { commonGroups, departmentGroups, type GroupCandidate, isOnAny } from './discover-groups.ts';

/** What a page offers as groups. */
interface PageCandidates {
  readonly department: string;
  readonly candidates: readonly GroupCandidate[];
}

/** Which groups each department is asked for, declared or found. */
interface AskedGroups {
  readonly common: readonly Group[];
  readonly byDepartment: ReadonlyMap<string, { readonly groups: readonly Group[]; readonly from: string | null }>;
}

/** Where no headings make groups, every list is of this one. */
export const everything: Group = {
  name: 'Competencies',
  headings: [],
  match: 'all',
  list: 'any',
  min: 1,
  optional: true,
};

type DeclaredGroup = NonNullable<FrameworkConfig['groups']>[number];

/** Decides which groups each department is asked for. A team follows the department around it. */
export function askedGroups(
  config: FrameworkConfig,
  places: ReadonlyMap<string, DepartmentPlace>,
  pages: readonly PageCandidates[],
): AskedGroups {
  const byDepartment = new Map<string, (readonly GroupCandidate[])[]>();
  for (const { department, candidates } of pages) addToGroup(byDepartment, department, candidates);
  const asksNone = config.groups?.length === 0;
  const isDeclared = config.groups !== undefined && !asksNone;
  const found = () =>
    commonGroups([...byDepartment].map(([department, candidates]) => ({ department, pages: candidates })));
  const common = isDeclared
    ? (config.groups ?? []).map(declaredGroup)
    : found().map((group) => ({ ...group, optional: asksNone }));
  const asked = new Map<string, { readonly groups: readonly Group[]; readonly from: string | null }>();
  for (const id of places.keys()) {
    const profile = settingsOf(id, config)?.profile;
    const declared =
      profile === undefined || !Object.hasOwn(config.profiles, profile) ? undefined : config.profiles[profile];
    const around = enclosing(id).find((other) => asked.has(other));
    const inherited = around === undefined ? undefined : asked.get(around);
    if (declared !== undefined) asked.set(id, { groups: declared.groups.map(declaredGroup), from: id });
    else if (inherited !== undefined && inherited.from !== null) asked.set(id, inherited);
    else {
      const own = byDepartment.get(id) ?? [];
      // A base page that says what all departments share need not have what each of them adds.
      const present = common.filter((group) => isOnAny(group, own));
      // Nor is a department asked for groups of which it has none, where it has several others at each level.
      const hasSeveral = own.length >= 2 && own.every((candidates) => candidates.length >= 2);
      const hasOthers = present.length === 0 && hasSeveral;
      const usual = id === '' || hasOthers ? present : common;
      const all = isDeclared ? common : departmentGroups(own, usual);
      const groups =
        all.length === 0 ? [everything] : asksNone ? all.map((group) => ({ ...group, optional: true })) : all;
      asked.set(id, { groups, from: all === common || id === '' ? null : id });
    }
  }
  return { common, byDepartment: asked };
}

/** All groups that handbook.yaml lists, for all departments or in a profile. */
export function declaredGroups({ groups = [], profiles }: FrameworkConfig): readonly Group[] {
  return [...groups, ...Object.values(profiles).flatMap((profile) => profile.groups)].map(declaredGroup);
}

function declaredGroup(group: DeclaredGroup): Group {
  const { name, headings, list, min, optional } =
    typeof group === 'string'
      ? { name: group, headings: undefined, list: 'any' as const, min: 1, optional: false }
      : group;
  const all = [name, ...(headings ?? [])].map((heading) => splitWords(heading).map(stem));
  return { name, headings: all, match: 'part', list, min, optional };
}
