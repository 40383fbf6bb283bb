import type { Range } from '../../markdown/facts.ts';
import { blanked } from '../../markdown/ranges.ts';

/** Whether something stands in a comment of mkdocs-macros, `{# … #}`, which nobody sees (run with 0.5.11). */
export function isInComment(text: string, { range: [start] }: { readonly range: Range }): boolean {
  const open = text.lastIndexOf('{#', start);
  return open !== -1 && text.indexOf('#}', open) > start;
}

/** A page with blanks in place of the comments of mkdocs-macros: what is left stands where it stood. */
export function withoutComments(text: string): string {
  const comments: Range[] = [];
  for (let open = text.indexOf('{#'); open !== -1; open = text.indexOf('{#', comments.at(-1)![1])) {
    const close = text.indexOf('#}', open + 2);
    if (close === -1) break;
    comments.push([open, close + 2]);
  }
  return blanked(text, comments);
}
