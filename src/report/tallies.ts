import type { ReportFinding, Tally } from './data.ts';

/** Counts findings by a name that each has one or more of; those with most errors first, then by name. */
export function tallyBy(
  findings: readonly ReportFinding[],
  names: (finding: ReportFinding) => readonly string[],
): Tally[] {
  const tallies = new Map<string, { name: string; errors: number; warnings: number }>();
  for (const finding of findings)
    for (const name of names(finding)) {
      const tally = tallies.get(name) ?? { name, errors: 0, warnings: 0 };
      if (finding.severity === 'error') tally.errors++;
      else tally.warnings++;
      tallies.set(name, tally);
    }
  return [...tallies.values()].sort(
    (a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.name < b.name ? -1 : 1),
  );
}
