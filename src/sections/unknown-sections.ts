import type { Handbook, Page } from '../model/handbook.ts';
import { judgeSections } from './judge.ts';
import { pageTypeOf } from './page-type.ts';

/** Counts the sections of a page that cannot be checked: a shortcode, component or tag may show them. */
export function countUnknownSections(page: Page, handbook: Handbook): number {
  const found = pageTypeOf(page, handbook);
  if (found?.kind !== 'type') return 0;
  return judgeSections(page, handbook, found.type).filter(({ kind }) => kind === 'unknown').length;
}
