import { mayConcern } from '../competencies/reading/find-pages.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { concernsRoles } from '../sections/roles/role-pages.ts';

/** Puts pages first that rules compare with each other: whoever judges one of them has to read all of them. */
export function comparedFirst(pages: readonly Page[], handbook: Handbook): readonly Page[] {
  const { frameworks } = handbook.config;
  const compared: Page[] = [];
  const others: Page[] = [];
  for (const page of pages) {
    const isCompared = frameworks.some((config) => mayConcern(page, config)) || concernsRoles(page, handbook);
    (isCompared ? compared : others).push(page);
  }
  return [...compared, ...others];
}
