/** Where the time of a run went, for `--stats`. */
export function describeStats({
  reading,
  total,
  timings,
  pages,
}: {
  readonly reading: number;
  readonly total: number;
  readonly timings: ReadonlyMap<string, number>;
  /** How many pages the run is about, and how many of them had changed, or could see a change, since an earlier run. */
  readonly pages: { readonly judged: number; readonly all: number };
}): string {
  const rows: [string, string][] = [
    ['reading', time(reading)],
    // The whole is rounded.
    ['judging', time(Math.max(0, total - reading))],
    ...[...timings].sort(([, a], [, b]) => b - a).map(([rule, spent]): [string, string] => [`  ${rule}`, time(spent)]),
    ['in all', time(total)],
    ['pages judged', `${pages.judged} of ${pages.all}`],
    // In KiB on every system but for macOS before Node 14.
    ['most memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)} ${value.padStart(10)}\n`).join('');
}

function time(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
