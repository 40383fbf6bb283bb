import type { Boatyard, Group, Level } from './model.ts';
import type { Shape } from './write.ts';

/** One change of one department's page, and what is to be said of it. */
export interface Mutation {
  readonly name: string;
  readonly change: (yard: Boatyard, shape: Shape) => void;
  /** Rules of which one is to speak, and words of its message; `null`: none may speak. */
  readonly told: { readonly by: RegExp; readonly says: RegExp } | null;
  readonly shapes?: readonly Shape[];
}

type Edit = (items: readonly string[], group: Group) => readonly string[];

export const levelOf = (yard: Boatyard, of = 'senior', department = 'joinery'): Level => {
  const level = yard.departments.find(({ id }) => id === department)?.levels.find(({ id }) => id === of);
  if (level === undefined) throw new Error(`no level ${of} of ${department}`);
  return level;
};
export const groupOf = (yard: Boatyard, name: string, of = 'senior', department = 'joinery'): Group => {
  const group = levelOf(yard, of, department).groups.find((each) => each.name === name);
  if (group === undefined) throw new Error(`no group ${name}`);
  return group;
};

/** A group whose items are touched is a copy, where others include it. */
export const edit =
  (name: string, change: Edit, of = 'senior', department = 'joinery') =>
  (yard: Boatyard): void => {
    const group = groupOf(yard, name, of, department);
    group.included = false;
    group.items = [...change(group.items, group)];
  };
/** Replaces words of one item. */
export const replaced = (
  name: string,
  place: number,
  from: string | RegExp,
  to: string,
  of = 'senior',
  department = 'joinery',
) =>
  edit(name, (items) => items.map((item, at) => (at === place ? item.replace(from, () => to) : item)), of, department);
export const without =
  (place: number): Edit =>
  (items) =>
    items.filter((_, index) => index !== place);
export const styled =
  (style: Group['style'], change: Edit = (items) => items): Edit =>
  (items, group) => {
    group.style = style;
    return change(items, group);
  };
/** In a table, a group's name stands there once for all levels. */
export const heading =
  (name: string, to: string) =>
  (yard: Boatyard, shape: Shape): void => {
    const levels = shape === 'columns' || shape === 'rows' ? ['junior', 'senior', 'staff'] : ['senior'];
    for (const level of levels) groupOf(yard, name, level).heading = to;
  };

/** Another sentence in front of the groups. */
export const introduced =
  (intro: string) =>
  (yard: Boatyard): void => {
    levelOf(yard).intro = intro;
  };
export const opened =
  (opening: NonNullable<Group['opening']>) =>
  (yard: Boatyard): void => {
    groupOf(yard, 'Leadership').opening = opening;
  };

export const shareds = /competency-shared/;
export const words = /competency-(?:shared|wording)/;
export const told = (
  name: string,
  change: Mutation['change'],
  says: RegExp,
  by = shareds,
  shapes?: readonly Shape[],
): Mutation => ({
  name,
  change,
  told: { by, says },
  ...(shapes ? { shapes } : {}),
});
export const silent = (name: string, change: Mutation['change'], shapes?: readonly Shape[]): Mutation => ({
  name,
  change,
  told: null,
  ...(shapes ? { shapes } : {}),
});
export const copies: readonly Shape[] = ['copied', 'base page', 'headings', 'columns', 'rows', 'YAML'];
export const copiedLists: readonly Shape[] = ['copied', 'base page', 'headings'];
export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
export const unstopped = (text: string) => text.replace(/\.$/, '');
