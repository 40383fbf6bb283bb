import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { PageValues } from '../../../config/page-values.ts';

/** `2024-01-02-hello` names its page `hello` where its date is read from the file's name. */
export function slugInName(name: string, { date }: PageValues, { dateInName }: HugoSettings): string {
  const isRead = dateInName === 'first' || (dateInName === 'last' && date === undefined);
  if (!isRead || dayIn(name) === null) return '';
  return name.slice(10).replace(/^[ _-]{1,64}|[ _-]{1,64}$/g, '');
}

/** The day that a page is of, by its file's name or by its own words. */
export function dateOf(name: string, { date }: PageValues, { dateInName }: HugoSettings): number | null {
  const day = dateInName === null ? null : dayIn(name);
  return (dateInName === 'first' ? (day ?? date) : (date ?? day)) ?? null;
}

/** The day that a file's name begins with, in ms; `null` for none, as for the 30th of February. */
function dayIn(name: string): number | null {
  const written = /^\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? '';
  const day = Date.parse(written);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(written) ? day : null;
}
