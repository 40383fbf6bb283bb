import type { Summary } from '../lint/summary.ts';

/** `1 page`, `2,345 pages`. */
export function count(amount: number, noun: string): string {
  return `${inThousands(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `2,345`, as `toLocaleString` has it: its first call reads what all languages do, for longer than a run may take. */
export function inThousands(amount: number): string {
  if (amount < 1000) return String(amount);
  return `${inThousands(Math.floor(amount / 1000))},${String(amount % 1000).padStart(3, '0')}`;
}

/** What a run did, in one line. */
export function summarize({ pages, links, milliseconds }: Summary): string {
  const parts = [count(pages, 'page')];
  if (links.checked > 0) {
    parts.push(
      `${count(links.checked, 'link')} checked`,
      `${inThousands(links.broken)} broken`,
      `${inThousands(links.unknown)} could not be checked`,
    );
  }
  return `${parts.join(', ')}, in ${(milliseconds / 1000).toFixed(1)} s`;
}
