import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { printableJson } from '../../lint/results/finding-json.ts';
import { lint } from '../../lint/run.ts';
import { collectReport } from '../../report/collect.ts';
import { type ReportData, readReport } from '../../report/data.ts';
import { reportPage } from '../../report/page/document.ts';
import { printableLine } from '../../reporters/printable.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { openTarget } from '../open-for.ts';
import { writeFile } from '../output/write-file.ts';
import { readPackageFile } from '../package-file.ts';
import { changeSince } from '../report/change-since.ts';
import { codeOwners, lineSource } from '../report/repository.ts';
import { surroundingsOf } from '../report/surroundings.ts';
import { progressOn } from '../terminal/colours.ts';

/**
 * `handbook-lint report [--output FILE] [--json] [--from FILE] [--trend FILE…]`: the health report, as one HTML file or as the JSON
 * that it is made of. It says how things are and judges nothing, so the exit code is 0 unless it cannot be made.
 */
export async function reportCommand(args: Arguments): Promise<number> {
  const data = args.from === undefined ? await collect(args) : readStored(args.from);
  const { format, file } = args.outputs[0]!;
  const isJson = args.json || format === 'json';
  const text = isJson ? `${printableJson(JSON.stringify(data, null, 2))}\n` : reportPage(data, pageAssets());
  const target = file ?? (isJson ? null : 'report.html');
  if (target === null) process.stdout.write(text);
  else {
    writeFile(target, text);
    const said = `${target} shows ${data.handbook}, ${data.findings.length + data.omitted} findings.`;
    process.stderr.write(`${printableLine(said)}\n`);
  }
  return 0;
}

async function collect(args: Arguments): Promise<ReportData> {
  const progress = progressOn();
  try {
    progress.report('Reading');
    const { root, handbook } = await openTarget(args);
    const onPage = (done: number, total: number) => progress.report('Judging', done, total);
    const result = lint(handbook, { rules, levels: args.levels, onPage });
    return collectReport(handbook, result, {
      date: now(),
      name: basename(handbook.root),
      source: lineSource(handbook.root),
      owners: codeOwners(handbook.root),
      around: surroundingsOf(handbook),
      competencyRules: new Set(rules.filter(({ kind }) => kind === 'competencies').map(({ id }) => id)),
      change: await changeSince(root, result, handbook, args),
      earlier: args.trend.map(readStored),
    });
  } finally {
    progress.clear();
  }
}

/** The time of the report, or what SOURCE_DATE_EPOCH says (reproducible-builds.org). */
function now(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  return new Date(Number.isFinite(epoch) && epoch > 0 ? epoch * 1000 : Date.now()).toISOString();
}

function readStored(file: string): ReportData {
  try {
    return readReport(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Failure(`${file} cannot be read, ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function pageAssets(): { readonly script: string; readonly style: string } {
  const script = readPackageFile('dist/report/client.js');
  const style = readPackageFile('dist/report/style.css');
  if (script === null || style === null) throw new Failure('The package is not whole, dist/report is missing.');
  return { script, style };
}
