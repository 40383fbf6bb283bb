import { mayConcern } from '../competencies/reading/places/find-pages.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { concernsRoles } from '../sections/roles/role-pages.ts';

/** Do rules compare this page with others? Whoever judges one such page has to read all of them. */
export function isCompared(page: Page, handbook: Handbook): boolean {
  // The configuration is told which frameworks nothing was found for.
  if (page.path === handbook.config.data.config) return true;
  return mayConcern(page, handbook) || concernsRoles(page, handbook);
}
