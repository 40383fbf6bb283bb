import type { QuarterConfig } from '../config/page-types.ts';

/** A fiscal quarter: `{year: 26, quarter: 4}` is the last one of FY26. */
export interface Quarter {
  /** Four digits. */
  readonly year: number;
  readonly quarter: number;
}

export function quarterOf(day: Date, { starts, named }: QuarterConfig): Quarter {
  const month = day.getUTCMonth() + 1;
  const started = day.getUTCFullYear() - (month < starts ? 1 : 0);
  const year = started + (named === 'end' && starts > 1 ? 1 : 0);
  return { year, quarter: Math.floor(((month - starts + 12) % 12) / 3) + 1 };
}

/** The quarters that a text names: "FY24-Q3", "FY24 Q3" with the pattern `FY{yy}Q{q}`. */
export function quartersIn(text: string, { pattern }: QuarterConfig): readonly Quarter[] {
  const source = pattern
    .split(/(\{q\}|\{yyyy\}|\{yy\})/)
    .map((part) => {
      if (part === '{q}') return '(?<q>[1-4])';
      if (part === '{yyyy}') return '(?<year>\\d{4})';
      if (part === '{yy}') return "(?:20|')?(?<year>\\d{2})";
      return part.replace(/[\s-]+/g, '').replace(/[^\p{L}\p{N}]/gu, '\\$&');
    })
    .filter((part) => part !== '')
    .join('[\\s-]*');
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu'))].map(({ groups }) => {
    const year = Number(groups?.year);
    return { year: year < 100 ? 2000 + year : year, quarter: Number(groups?.q) };
  });
}

/** As the pattern writes it. */
export function nameOfQuarter({ year, quarter }: Quarter, { pattern }: QuarterConfig): string {
  return pattern
    .replace('{yyyy}', String(year))
    .replace('{yy}', String(year % 100).padStart(2, '0'))
    .replace('{q}', String(quarter));
}

/** Counts quarters, so that two can be compared. */
export const ordinal = ({ year, quarter }: Quarter) => year * 4 + quarter;
