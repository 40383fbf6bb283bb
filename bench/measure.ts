/**
 * Times whole processes in turn (A B C, A B C, …), so that a drift of the machine's speed meets all alike.
 * Uses `/usr/bin/time` for the operating system's own account of CPU and peak memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs before each measured run, unmeasured: to empty a cache, say. */
  readonly before?: () => void;
  /** Exit codes that count as a run that did its work; others are an error. Default: 0 and 1. */
  readonly exits?: readonly number[];
  /** What a run says on stderr that did not do its work, whatever its exit code. */
  readonly fails?: RegExp;
  /** Seconds; a run that takes longer is ended and counts as that long. */
  readonly limit?: number;
  /** It takes so long that it runs in this many of the rounds only, and not before the first one. Default: in all. */
  readonly turns?: number;
}

export interface Run {
  readonly wall: number;
  readonly cpu: number;
  /** Mebibytes. */
  readonly memory: number;
  readonly ended: boolean;
}

export interface Measured {
  readonly name: string;
  readonly runs: readonly Run[];
  readonly median: Run;
}

function runOnce(command: Command, folder: string): Run {
  command.before?.();
  const report = join(folder, 'time.txt');
  const [file, ...args] = ['/usr/bin/time', '-o', report, '-f', '%e %U %S %M', ...command.argv];
  const started = process.hrtime.bigint();
  const result = spawnSync(file!, args, {
    cwd: command.cwd,
    env: { ...process.env, NO_COLOR: '1', ...command.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: command.limit === undefined ? undefined : command.limit * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (result.error && (result.error as NodeJS.ErrnoException).code === 'ETIMEDOUT') {
    return { wall, cpu: Number.NaN, memory: Number.NaN, ended: true };
  }
  if (result.error) throw result.error;
  const lines = readFileSync(report, 'utf8').trim().split('\n');
  const [, user, system, kilobytes] = (lines.at(-1) ?? '').split(' ').map(Number);
  if (!(command.exits ?? [0, 1]).includes(result.status ?? -1)) {
    throw new Error(`${command.name}: exit ${result.status}\n${String(result.stderr).slice(-2000)}`);
  }
  const complaint = command.fails?.exec(String(result.stderr));
  if (complaint)
    throw new Error(`${command.name}: ${String(result.stderr).slice(complaint.index, complaint.index + 500)}`);
  return { wall, cpu: user! + system!, memory: kilobytes! / 1024, ended: false };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Spreads a command's turns over the rounds, of which the first counts as 0. */
function hasTurn({ turns }: Command, round: number, rounds: number): boolean {
  if (turns === undefined) return true;
  const before = (round: number) => Math.floor((round * turns) / rounds);
  return round >= 0 && before(round + 1) > before(round);
}

/** Runs all commands `rounds` times in turn, after one round that is not counted. */
export function measure(
  commands: readonly Command[],
  rounds: number,
  log: (line: string) => void = () => {},
): Measured[] {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-bench-'));
  const all = new Map<Command, Run[]>(commands.map((command) => [command, []]));
  try {
    for (let round = -1; round < rounds; round++) {
      for (const command of commands) {
        if (!hasTurn(command, round, rounds)) continue;
        const run = runOnce(command, folder);
        if (round >= 0) all.get(command)!.push(run);
        log(`${round < 0 ? 'warm-up' : `round ${round + 1}/${rounds}`}  ${command.name}  ${run.wall.toFixed(2)} s`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [...all].map(([{ name }, runs]) => ({
    name,
    runs,
    median: {
      wall: median(runs.map((run) => run.wall)),
      cpu: median(runs.map((run) => run.cpu)),
      memory: median(runs.map((run) => run.memory)),
      ended: runs.some((run) => run.ended),
    },
  }));
}

/** A over B, run by run; the median of those ratios. */
export function ratio(a: Measured, b: Measured): number {
  return median(a.runs.map((run, index) => run.wall / b.runs[index]!.wall));
}

export function toTable(rows: readonly (readonly string[])[]): string {
  const [head, ...rest] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head!), line(head!.map((_, index) => (index ? '---:' : '---'))), ...rest.map(line)].join('\n');
}

/** The slope of a straight line through the points on logarithmic axes: 1 is linear growth. */
export function exponent(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  return logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
