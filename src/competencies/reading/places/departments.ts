import { countBy } from '../../../collections/groups.ts';
import type { FrameworkConfig } from '../../../config/frameworks.ts';
import { folderOf, foldersAbove, nameOf } from '../../../files/paths.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import type { Department, Group, LevelPage } from '../../framework.ts';
import { humanName } from '../groups/group-names.ts';
import type { FrameworkPaths } from './find-pages.ts';

/** A department before its pages are read. */
export interface DepartmentPlace {
  readonly id: string;
  readonly name: string;
  readonly index: Page | null;
  readonly parent: DepartmentPlace | null;
}

/**
 * The departments that have pages, the folders around them, and those that are declared. `named`: those with pages, and what their pages
 * call them.
 */
export function placeDepartments(
  handbook: Handbook,
  config: FrameworkConfig,
  paths: FrameworkPaths,
  named: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, DepartmentPlace> {
  const withPages = new Set(named.keys());
  const ids = new Set([...withPages, ...Object.keys(config.departments)]);
  for (const id of [...ids]) for (const around of enclosing(id)) ids.add(around);
  const indexes = new Map(
    handbook.pages.flatMap((page) => (page.kind === 'section' ? [[folderOf(page.path), page] as const] : [])),
  );
  const places = new Map<string, DepartmentPlace>();
  for (const id of [...ids].sort()) {
    const folder =
      id === '' ? paths.base.folderOf('') : (paths.own.get(id)?.folderOf(id) ?? paths.pattern.folderOf(id));
    const index = indexes.get(folder) ?? null;
    const around = enclosing(id).find((other) => places.has(other));
    const parent = around === undefined ? null : places.get(around)!;
    const name = settingsOf(id, config)?.name ?? named.get(id) ?? departmentName(id, withPages);
    places.set(id, { id, name, index, parent });
  }
  const names = countBy([...withPages].flatMap((id) => places.get(id)?.name ?? []));
  // Two teams of one name are told apart by the departments around them.
  for (const [id, place] of places)
    if ((names.get(place.name) ?? 0) > 1 && id.includes('/') && withPages.has(id))
      places.set(id, { ...place, name: id.split('/').slice(-2).map(humanName).join(' ') });
  return places;
}

/** What handbook.yaml says of a department. */
export function settingsOf(
  id: string,
  { departments }: FrameworkConfig,
): FrameworkConfig['departments'][string] | undefined {
  return Object.hasOwn(departments, id) ? departments[id] : undefined;
}

/** `a/b` and `a` for `a/b/c`. */
export function enclosing(id: string): string[] {
  return [...foldersAbove(id)].reverse();
}

/** A department whose only pages are those of one team in it goes by its own name. */
function departmentName(id: string, withPages: ReadonlySet<string>): string {
  if (id === '') return 'The base';
  const [top = id] = id.split('/');
  const family = [...withPages].filter((other) => other === top || other.startsWith(`${top}/`));
  const own = family.length === 1 && family[0] === id ? top : nameOf(id);
  // "head-of-data" is the level head of data.
  return humanName(own.replace(/^of[-_ ](?=\p{L})/u, ''));
}

/** The groups that a department is asked for, and the department whose pages or profile set them; `null`: all departments' do. */
export interface AskedGroups {
  readonly groups: readonly Group[];
  readonly from: string | null;
}

/** A department whose level pages are still added. */
export type BuiltDepartment = Department & { readonly levels: Map<string, LevelPage> };

/** Puts departments together, once their pages are read. */
export function buildDepartments(
  places: ReadonlyMap<string, DepartmentPlace>,
  groups: ReadonlyMap<string, AskedGroups>,
): ReadonlyMap<string, BuiltDepartment> {
  const built = new Map<string, BuiltDepartment>();
  for (const [id, { name, index, parent }] of places) {
    const { groups: asked = [], from = null } = groups.get(id) ?? {};
    built.set(id, {
      id,
      name,
      index,
      parent: parent === null ? null : (built.get(parent.id) ?? null),
      groups: asked,
      groupsFrom: from === null ? null : (built.get(from) ?? null),
      levels: new Map(),
    });
  }
  return built;
}
