/**
 * `tsx scripts/prove-start.ts <handbook> [--config FILE] [--first N]`: what the first entries of "Where to start" clear. Copies the
 * handbook, does what each entry says and nothing else, judges the copy anew, and prints a line per entry with what it promised and
 * what is gone. New findings count against the share. Exit code 1 when a new finding comes, or less than 95 % of what is promised goes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.ts';
import { surroundingsOf } from '../src/cli/report/surroundings.ts';
import { openHandbook } from '../src/incremental/open.ts';
import type { Finding } from '../src/lint/finding.ts';
import { fingerprint } from '../src/lint/results/fingerprint.ts';
import { lint } from '../src/lint/run.ts';
import type { Handbook } from '../src/model/handbook.ts';
import type { WantedTarget } from '../src/report/data.ts';
import { mostWanted } from '../src/report/start/most-wanted.ts';
import { carryOut } from './start/carry-out.ts';

const command = new URL('../dist/cli/main.js', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { config: { type: 'string' }, first: { type: 'string', default: '10' } },
});
const [source] = positionals;
if (source === undefined) throw new Error('Usage: tsx scripts/prove-start.ts <handbook> [--config FILE] [--first N]');

const work = mkdtempSync(join(tmpdir(), 'handbook-start-'));
const copy = join(work, 'handbook');
try {
  cpSync(source, copy, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', copy]);
  if (values.config !== undefined) cpSync(values.config, join(copy, 'handbook.yaml'));
  const before = await judged();
  const entries = mostWanted(before.findings, surroundingsOf(before.handbook), Number(values.first));
  const byId = new Map(before.findings.map((finding) => [fingerprint(finding), finding]));
  carryOut(
    entries.map((entry) => ({ entry, findings: entry.findings.flatMap((id) => byId.get(id) ?? []) })),
    before.handbook,
  );
  // Pages that keep old addresses ask for it, too.
  spawnSync(process.execPath, [command, '--root', copy, '--no-cache', '--all', '--fix'], { stdio: 'ignore' });
  process.exitCode = tell(entries, before.findings, (await judged()).findings);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function judged(): Promise<{ readonly handbook: Handbook; readonly findings: readonly Finding[] }> {
  const handbook = await openHandbook({ root: copy });
  return { handbook, findings: lint(handbook, { rules }).findings };
}

function tell(entries: readonly WantedTarget[], before: readonly Finding[], after: readonly Finding[]): number {
  const left = new Set(after.map(fingerprint));
  for (const { kind, target, findings } of entries) {
    const kept = findings.filter((id) => left.has(id));
    const gone = findings.length - kept.length;
    console.log(`${String(gone).padStart(5)} of ${String(findings.length).padEnd(5)} ${kind} ${target}`);
    for (const { path, start, message } of after.filter((finding) => kept.includes(fingerprint(finding))))
      console.log(`  left: ${path}:${start.line} ${message}`);
  }
  const promised = entries.reduce((sum, { findings }) => sum + findings.length, 0);
  const cleared = before.length - after.length;
  const known = new Set(before.map(fingerprint));
  const fresh = after.filter((finding) => !known.has(fingerprint(finding)));
  const percent = ((100 * cleared) / before.length).toFixed(1);
  console.log(
    `${before.length} findings before, ${after.length} after, ${fresh.length} of them new: ${percent} % cleared, ${promised} promised.`,
  );
  for (const { path, start, message } of fresh.slice(0, 10)) console.log(`  new: ${path}:${start.line} ${message}`);
  return fresh.length === 0 && cleared >= promised * 0.95 ? 0 : 1;
}
