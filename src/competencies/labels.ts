import { allOf, someOf } from '../phrases/amounts.ts';
import { withDashes } from '../phrases/quoted.ts';
import type { Competency, Department, Group, Level, LevelPage, SharedList } from './framework.ts';

/** "Support, Staff", as findings name a level page; `the` where they do so within a sentence. */
export function labelOf({ department, level }: LevelPage, article: 'The' | 'the' = 'The'): string {
  return withDashes(
    department.id === '' ? `${article} base page of ${level.name}` : `${department.name}, ${level.name}`,
  );
}

/** Who has something that a page lacks: "Kitchen, Bakery and 2 more have". Teams count as their department. */
export function othersHaving(page: LevelPage, having: readonly LevelPage[]): string | null {
  const others = having.filter(({ department }) => department.id !== '');
  const top = topOf(page.department);
  const elsewhere = others.map(({ department }) => topOf(department)).filter((department) => department !== top);
  const departments = elsewhere.length > 0 ? elsewhere : others.map(({ department }) => department);
  const names = [...new Set(departments.map(({ name }) => name))];
  return names.length === 0 ? null : `${listed(names)} ${names.length === 1 ? 'has' : 'have'}`;
}

function topOf(department: Department): Department {
  return department.parent === null ? department : topOf(department.parent);
}

/** "Leadership competencies"; "competencies" where no headings make groups. */
export function competenciesOf(groups: readonly Group[]): string {
  const names = groups.filter(({ match }) => match !== 'all').map(({ name }) => withDashes(name));
  return [...(names.length > 0 ? [allOf(names)] : []), 'competencies'].join(' ');
}

/** " under Leadership"; nothing where no headings make groups. */
export function underGroup({ match, name }: Group): string {
  return match === 'all' ? '' : ` under ${withDashes(name)}`;
}

/** "Intern and Principal", as findings name levels. */
export function levelsOf(levels: readonly Level[]): string {
  return allOf(levels.map(({ name }) => withDashes(name)));
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(names: readonly string[]): string {
  return someOf(names.map(withDashes));
}

/** A competency's words without the full stop, as a message quotes them. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, '');
}

/** A competency's words as they are written, links and emphasis included, on one line. */
export function sourceOf({ page, textRange }: Competency): string {
  return page.text
    .slice(...textRange)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Who has a competency of a shared list: "Ops, Legal and 2 more have", "the shared list has". `names`: without the verb. */
export function whoHas(
  { list, page }: { readonly list: SharedList; readonly page: LevelPage },
  item: Competency | undefined,
  form: 'names' | 'has' = 'has',
): string {
  const holders = item === undefined ? undefined : list.agreed?.get(item);
  if (holders === undefined) return form === 'names' ? 'the shared list' : 'the shared list has';
  const others = holders.filter((each) => each !== page).map(({ department }) => department.name);
  return form === 'names' ? listed(others) : `${listed(others)} ${others.length === 1 ? 'has' : 'have'}`;
}
