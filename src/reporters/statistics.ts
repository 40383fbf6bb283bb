import type { Finding } from '../lint/finding.ts';
import { inThousands } from '../phrases/amounts.ts';
import { printable } from './printable.ts';

const MOST = 10;

/** Findings by rule, in lines: for a report that is too long to be read whole. */
export function rulesTable(findings: readonly Finding[]): readonly string[] {
  return tally('By rule', findings, ({ rule }) => rule.replace(/^handbook-/, ''), Number.POSITIVE_INFINITY);
}

/** Findings by rule and by folder, and what is missing that most links want. */
export function statisticsTables(findings: readonly Finding[], fromHere: string): readonly string[] {
  return [
    ...rulesTable(findings),
    '',
    ...tally('By folder', findings, ({ path }) => folderOf(fromHere + path), MOST),
    ...wantedTable(findings),
  ];
}

function wantedTable(findings: readonly Finding[]): readonly string[] {
  const missing = findings.filter(
    ({ data: { target, outcome } }) => typeof target === 'string' && outcome === 'broken',
  );
  return missing.length === 0
    ? []
    : ['', ...tally('Missing, and most wanted', missing, ({ data: { target } }) => String(target), MOST)];
}

function tally(
  title: string,
  findings: readonly Finding[],
  nameOf: (finding: Finding) => string,
  most: number,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const name = nameOf(finding);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = sorted.slice(0, most);
  const width = inThousands(shown[0]?.[1] ?? 0).length;
  const rows = shown.map(([name, count]) => `  ${inThousands(count).padStart(width)}  ${printable(name)}`);
  const [more, rest] = [sorted.length - shown.length, sorted.slice(most).reduce((sum, [, count]) => sum + count, 0)];
  return [
    title,
    ...rows,
    ...(more > 0 ? [`  ${inThousands(rest).padStart(width)}  in ${inThousands(more)} more`] : []),
  ];
}

/** Folders by three names, which mostly is a department: `content/handbook/people/`. */
function folderOf(path: string): string {
  const folders = path.split('/').slice(0, -1).slice(0, 3);
  return folders.length === 0 ? './' : `${folders.join('/')}/`;
}
