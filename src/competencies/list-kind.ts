import type { CompetencyList } from './framework.ts';

/** The source of a flat list with the other kind of markers; `null` when something is nested in it. */
export function remark({ page, range, items, kind }: CompetencyList): string | null {
  let text = page.text.slice(...range);
  for (const item of [...items].reverse()) {
    if (item.category !== null || item.details.length > 0) return null;
    const at = item.range[0] - range[0];
    const marker = /^(?:[-*+]|\d{1,9}[.)])(?=\s)/.exec(text.slice(at))?.[0];
    if (marker === undefined || /\n\s*\n/.test(page.text.slice(...item.range).trim())) return null;
    text = `${text.slice(0, at)}${kind === 'ordered' ? '-' : '1.'}${text.slice(at + marker.length)}`;
  }
  return text;
}
