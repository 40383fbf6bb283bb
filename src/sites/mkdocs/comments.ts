import type { Range } from '../../markdown/facts.ts';

/** Whether something stands in a comment of mkdocs-macros, `{# … #}`, which nobody sees (run with 0.5.11). */
export function isInComment(text: string, { range: [start] }: { readonly range: Range }): boolean {
  const open = text.lastIndexOf('{#', start);
  return open !== -1 && text.indexOf('#}', open) > start;
}

/** A page with blanks in place of the comments of mkdocs-macros: what is left stands where it stood. */
export function withoutComments(text: string): string {
  let left = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('{#', at);
    const close = open === -1 ? -1 : text.indexOf('#}', open + 2);
    if (close === -1) return left + text.slice(at);
    left += text.slice(at, open) + text.slice(open, close + 2).replace(/[^\n]/g, ' ');
    at = close + 2;
  }
}
