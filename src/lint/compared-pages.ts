import { mayConcern } from '../competencies/reading/find-pages.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { concernsRoles } from '../sections/roles/role-pages.ts';

/** Puts pages first that rules compare with each other: whoever judges one of them has to read all of them. */
export function comparedFirst(pages: readonly Page[], handbook: Handbook): readonly Page[] {
  const compared: Page[] = [];
  const others: Page[] = [];
  for (const page of pages) {
    // The configuration is told which frameworks nothing was found for.
    const isConfig = page.path === handbook.config.data.config;
    const isCompared = isConfig || mayConcern(page, handbook) || concernsRoles(page, handbook);
    (isCompared ? compared : others).push(page);
  }
  return [...compared, ...others];
}
