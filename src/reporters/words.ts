import type { Summary } from '../lint/summary.ts';

/** `1 page`, `2,345 pages`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString('en')} ${noun}${amount === 1 ? '' : 's'}`;
}

/** What a run did, in one line. */
export function summarize({ pages, links, milliseconds }: Summary): string {
  const parts = [count(pages, 'page')];
  if (links.checked > 0) {
    parts.push(
      `${count(links.checked, 'link')} checked`,
      `${links.broken.toLocaleString('en')} broken`,
      `${links.unknown.toLocaleString('en')} could not be checked`,
    );
  }
  return `${parts.join(', ')}, in ${(milliseconds / 1000).toFixed(1)} s`;
}
