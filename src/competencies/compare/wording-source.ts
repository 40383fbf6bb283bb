import type { Competency } from '../framework.ts';

/** A competency's words as they are written, links and emphasis included, on one line. */
export function sourceOf({ page, textRange }: Competency): string {
  return page.text
    .slice(...textRange)
    .replace(/\s+/gu, ' ')
    .trim();
}
