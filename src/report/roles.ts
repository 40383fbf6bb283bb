import type { Handbook } from '../model/handbook.ts';
import { judgeSections } from '../sections/judge.ts';
import { pageTypeOf } from '../sections/page-type.ts';
import type { SectionProblem } from '../sections/problems.ts';
import { sectionName } from '../sections/wording.ts';
import type { RoleReport } from './data.ts';

/** Every page that has a page type, and how its sections stand. */
export function roleReports(handbook: Handbook): RoleReport[] {
  return handbook.pages.flatMap((page) => {
    const found = pageTypeOf(page, handbook);
    if (found?.kind !== 'type') return [];
    const problems = judgeSections(page, handbook, found.type);
    const sections = found.type.sections.map((section) => ({
      name: sectionName(section),
      state: worst(problems.filter((problem) => problem.section === section)),
    }));
    return [{ path: page.path, title: page.title, type: found.type.type.name, sections }];
  });
}

type State = RoleReport['sections'][number]['state'];

function worst(problems: readonly Pick<SectionProblem, 'kind'>[]): State {
  const kinds = new Set(problems.map(({ kind }) => kind));
  if (kinds.has('missing')) return 'lacks';
  if (kinds.has('empty')) return 'empty';
  if (kinds.has('unknown')) return 'unknown';
  return kinds.size > 0 ? 'flawed' : 'has';
}

/** A page is complete when it lacks no section and none is empty. */
export function countRoles(roles: readonly RoleReport[]): { readonly pages: number; readonly complete: number } {
  const isWhole = (state: State) => state !== 'lacks' && state !== 'empty';
  return {
    pages: roles.length,
    complete: roles.filter(({ sections }) => sections.every(({ state }) => isWhole(state))).length,
  };
}
