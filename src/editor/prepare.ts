import { setImmediate as breathe } from 'node:timers/promises';
import { outgoingLinks } from '../links/linked-pages.ts';
import type { Handbook } from '../model/handbook.ts';
import { linkRanges } from './find/links-to.ts';

/** This many pages are prepared between two messages of the editor. */
const BATCH = 16;

/** What is remembered of pages' places, for handbooks whose links were all followed. */
const followed = new WeakSet<object>();

/**
 * Follows all links of a handbook while nobody asks for anything, so that the first request for references need not. Ends early when
 * `isDisturbed` says so; what was followed by then is kept as long as pages stay where they are.
 */
export async function followLinks(handbook: Handbook, isDisturbed: () => boolean): Promise<void> {
  const { pages, memory } = handbook;
  if (followed.has(memory.places)) return;
  for (let start = 0; start < pages.length; start += BATCH) {
    for (const page of pages.slice(start, start + BATCH))
      if (outgoingLinks(page, handbook).length > 0) linkRanges(page, handbook);
    await breathe();
    if (isDisturbed()) return;
  }
  followed.add(memory.places);
}
