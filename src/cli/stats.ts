/** Where the time of a run went, for `--stats`. */
export function describeStats(reading: number, total: number, timings: ReadonlyMap<string, number>): string {
  const rows: [string, string][] = [
    ['reading', time(reading)],
    ['judging', time(total - reading)],
    ...[...timings].sort(([, a], [, b]) => b - a).map(([rule, spent]): [string, string] => [`  ${rule}`, time(spent)]),
    ['in all', time(total)],
    // In KiB on every system but for macOS before Node 14.
    ['most memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)} ${value.padStart(10)}\n`).join('');
}

function time(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
