import type { Documents } from './documents.ts';
import type { Client } from './greet.ts';
import type { Handbooks, PageNow } from './handbooks.ts';
import type { LifeCycle } from './life-cycle.ts';
import type { Settings } from './settings.ts';

/** What answers are made of. */
export interface Editor {
  readonly documents: Documents;
  readonly handbooks: Handbooks;
  readonly lifeCycle: LifeCycle;
  readonly client: () => Client;
  readonly settings: () => Settings;
}

/** The page that a document shows; `null` when it shows none, or its handbook cannot be opened. */
export function pageShown(uri: string, handbooks: Handbooks): Promise<PageNow | null> {
  return handbooks.pageAt(uri).catch(() => null);
}
