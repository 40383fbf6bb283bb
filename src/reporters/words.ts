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

/** Links that are broken although nothing was found; `''` when there are none. */
export function silencedLinks({ links: { broken }, errors, warnings }: Summary): string {
  if (broken === 0 || errors + warnings > 0) return '';
  return `${count(broken, 'broken link')} ${broken === 1 ? 'is' : 'are'} not reported, as the configuration, a comment or the baseline says.`;
}

/** `3 errors and 1 warning`. */
export function countFound({ errors, warnings }: Pick<Summary, 'errors' | 'warnings'>): string {
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.join(' and ');
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
