import type { Level, LevelPage } from './framework.ts';

/** "Support, Staff", as findings name a level page. */
export function labelOf({ department, level }: LevelPage): string {
  return plain(department.id === '' ? `The base page of ${level.name}` : `${department.name}, ${level.name}`);
}

/** The departments of some level pages, each once: "Development, Infrastructure and 2 more". */
export function departmentsOf(pages: readonly LevelPage[]): string {
  const named = pages.filter(({ department }) => department.id !== '');
  return listed([...new Set(named.map(({ department }) => department.name))]);
}

/** "Intern and Principal", as findings name levels. */
export function levelsOf(levels: readonly Level[]): string {
  return allOf(levels.map(({ name }) => name));
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(names: readonly string[]): string {
  return names.length <= 3 ? allOf(names) : `${names.slice(0, 2).map(plain).join(', ')} and ${names.length - 2} more`;
}

/** "A, B, C and D". */
export function allOf(names: readonly string[]): string {
  const clean = names.map(plain);
  return clean.length < 2 ? clean.join('') : `${clean.slice(0, -1).join(', ')} and ${clean.at(-1)}`;
}

/** A name as a message shows it: without a colon, at which tools cut. */
export function plain(name: string): string {
  return name.replace(/\s*:\s*/g, ' – ');
}

/** A competency's words without the full stop, as a message quotes them. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, '');
}
