import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rules } from '../../../rules/index.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { openOver } from '../../incremental/open.ts';
import { openBefore } from '../../lint/changes/index.ts';
import { pairOf } from '../../lint/changes/pair.ts';
import { compareWithBaseline, readBaseline } from '../../lint/results/baseline.ts';
import { printableJson } from '../../lint/results/finding-json.ts';
import { fingerprint } from '../../lint/results/fingerprint.ts';
import type { LintResult } from '../../lint/results/result.ts';
import { lint } from '../../lint/run.ts';
import type { Handbook } from '../../model/handbook.ts';
import { type Circumstances, collectReport } from '../../report/collect.ts';
import { type ReportData, readReport } from '../../report/data.ts';
import { type OwnersOf, readCodeOwners } from '../../report/owners.ts';
import { reportPage } from '../../report/page/document.ts';
import { printableLine } from '../../reporters/printable.ts';
import type { Arguments } from '../arguments.ts';
import { askedChange } from '../change/asked-change.ts';
import { readFileArgument } from '../config-of.ts';
import { Failure } from '../failure.ts';
import { openFor, openTarget, tellUnread } from '../open-for.ts';
import { fromRepository, lineUrls } from '../output/report-context.ts';
import { writeFile } from '../output/write-file.ts';
import { readPackageFile } from '../package-file.ts';
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
    progress.clear();
    tellUnread(handbook);
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

/**
 * What became worse or better against the revision or the baseline that the command line names; `null` when it names none. Unlike
 * `--since` of a plain run it compares two whole states: a finding on a renamed page counts as gone and as new.
 */
async function changeSince(
  root: string,
  result: LintResult,
  handbook: Handbook,
  args: Arguments,
): Promise<Circumstances['change']> {
  if (args.baseline !== undefined) {
    const entries = readBaseline(readFileArgument(args.baseline).toString('utf8'), args.baseline);
    const run = { isJudged: () => true, exists: (path: string) => handbook.page(path) !== undefined };
    const { fresh, vanished } = compareWithBaseline(result.findings, entries, run);
    const gone = vanished.reduce((sum, { count }) => sum + count, 0);
    return { against: args.baseline, fresh: new Set(fresh.map(fingerprint)), gone };
  }
  const change = await askedChange(args);
  if (change === null) return null;
  const open = (tree: FileTree) => openFor(root, args, tree);
  const old = await openBefore(handbook, pairOf({ root, ...change }).before, { open, openOver });
  const before = lint(old, { rules, levels: args.levels });
  const known = new Set(before.findings.map(fingerprint));
  const present = result.findings.map(fingerprint);
  const fresh = new Set(present.filter((id) => !known.has(id)));
  const { base } = change;
  const against = base === null ? 'HEAD' : base.kind === 'ref' ? base.ref : base.branch;
  return { against, fresh, gone: known.size - (present.length - fresh.size) };
}

/** Where GitHub and GitLab look for the file, in the order in which they do. */
const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Whose the files below the root are, by the repository's CODEOWNERS; nobody's when there is none. */
function codeOwners(root: string): OwnersOf {
  const below = fromRepository(root);
  const top = root.slice(0, root.length - below.replace(/\/$/, '').length);
  const file = places.map((place) => join(top, place)).find((path) => existsSync(path));
  if (file === undefined) return () => [];
  const owners = readCodeOwners(readFileSync(file, 'utf8'));
  return (path) => owners(below + path);
}

/** Where a line can be read: in the web under GitLab's or GitHub's CI, else in an editor that follows `vscode:` addresses. */
function lineSource(root: string): string {
  const marks = [7_777_777, 'handbook-lint-path'] as const;
  const url = lineUrls()?.(fromRepository(root) + marks[1], marks[0]);
  if (url !== undefined) return url.replace(marks[1], '{path}').replace(String(marks[0]), '{line}');
  return `vscode://file${encodeURI(root)}/{path}:{line}`;
}

/** The time of the report, or what SOURCE_DATE_EPOCH says (reproducible-builds.org). */
function now(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  return new Date(Number.isFinite(epoch) && epoch > 0 ? epoch * 1000 : Date.now()).toISOString();
}

function readStored(file: string): ReportData {
  const text = readFileArgument(file).toString('utf8');
  try {
    return readReport(text);
  } catch (error) {
    throw new Failure(`${file} cannot be read, ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function pageAssets() {
  const script = readPackageFile('dist/report/client.js');
  const style = readPackageFile('dist/report/style.css');
  if (script === null || style === null) throw new Failure('The package is not whole, dist/report is missing.');
  return { script, style };
}
