import { countOne } from '../collections/groups.ts';
import type { Finding } from '../lint/finding.ts';
import { inThousands } from '../phrases/amounts.ts';
import { topFolder } from '../report/top-folder.ts';
import { printable } from './printable.ts';
import type { ReportContext } from './report.ts';

const MOST = 10;

/** Counts findings one after another, and gives their numbers in lines. */
export class Statistics {
  readonly #context: Pick<ReportContext, 'fromHere' | 'statistics'>;
  readonly #rules = new Map<string, number>();
  readonly #folders = new Map<string, number>();
  readonly #missing = new Map<string, number>();

  constructor(context: Pick<ReportContext, 'fromHere' | 'statistics'>) {
    this.#context = context;
  }

  add({ rule, path, data: { target, outcome } }: Finding): void {
    countOne(this.#rules, rule.replace(/^handbook-/, ''));
    countOne(this.#folders, topFolder(this.#context.fromHere + path));
    // A million findings may miss a million targets.
    if (this.#context.statistics && typeof target === 'string' && outcome === 'broken') countOne(this.#missing, target);
  }

  /** Findings by rule: for a report that is too long to be read whole. */
  byRule(): readonly string[] {
    return tally('By rule', this.#rules, Number.POSITIVE_INFINITY);
  }

  /** Findings by rule and by folder, and what is missing that most links want. */
  tables(): readonly string[] {
    const missing = this.#missing.size === 0 ? [] : ['', ...tally('Missing, and most wanted', this.#missing, MOST)];
    return [...this.byRule(), '', ...tally('By folder', this.#folders, MOST), ...missing];
  }
}

function tally(title: string, counts: ReadonlyMap<string, number>, most: number): readonly string[] {
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
