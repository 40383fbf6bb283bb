import type { Digest } from './digest.ts';
import type { Page } from './handbook.ts';
import { StoredPageView } from './stored-page-view.ts';

/** What is known of a page without taking its facts apart; `null` when only they can tell. */
export function glanceAt(page: Page): Digest | null {
  return page instanceof StoredPageView ? page.stored.digest : null;
}
