import type { Page } from '../model/handbook.ts';
import type { Untouched } from './plan.ts';
import type { Reference } from './references.ts';

/** References that a change breaks and that no new words can keep, for whoever has to fix them by hand. */
export function untouchedOf(lost: readonly { readonly page: Page; readonly reference: Reference }[]): Untouched[] {
  return lost.map(({ page, reference }) => ({
    path: page.path,
    range: reference.range,
    written: page.text.slice(...reference.range),
    kind: 'breaks',
    why: `This ${reference.kind} no longer leads where it did, and nothing that could be written here does.`,
  }));
}
