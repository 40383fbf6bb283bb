import type { LinkCounts } from '../../links/judge.ts';
import type { Mark } from './page-result.ts';

/** What a run did, in numbers. */
export interface Summary {
  readonly pages: number;
  /** Links inside the site, by outcome. */
  readonly links: LinkCounts;
  /** Sections that page types ask for, and that a shortcode, component or tag may show. */
  readonly sections: { readonly unknown: number };
  readonly errors: number;
  readonly warnings: number;
  /** Findings per rule id; rules without findings are absent. */
  readonly rules: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

export function countFindings(findings: Iterable<Mark>): Pick<Summary, 'errors' | 'warnings' | 'rules'> {
  const rules: Record<string, number> = {};
  let [errors, warnings] = [0, 0];
  for (const { rule, severity } of findings) {
    rules[rule] = (rules[rule] ?? 0) + 1;
    if (severity === 'error') errors++;
    else warnings++;
  }
  const sorted = Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { errors, warnings, rules: sorted };
}
