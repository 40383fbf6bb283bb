import { existsSync } from 'node:fs';
import { compareWithBaseline, type RunScope, readBaseline, writeBaseline } from '../../lint/results/baseline.ts';
import { countFindings, type LongResult } from '../../lint/results/result.ts';
import { pagesInScope } from '../../lint/scope.ts';
import type { Handbook } from '../../model/handbook.ts';
import { count } from '../../phrases/amounts.ts';
import { printablePatch } from '../../reporters/printable.ts';
import type { Arguments } from '../arguments.ts';
import { readFileArgument } from '../config-of.ts';
import { writeFile } from './write-file.ts';

/** The result without what the baseline file holds; with `--update-baseline` the file is written first. */
export function withoutBaseline(
  result: LongResult,
  handbook: Handbook | null,
  paths: readonly string[] | undefined,
  { baseline: file, updateBaseline }: Pick<Arguments, 'baseline' | 'updateBaseline'>,
): LongResult {
  if (file === undefined || handbook === null) return result;
  const judged = new Set(pagesInScope(handbook, paths).map(({ path }) => path));
  const run: RunScope = { isJudged: (path) => judged.has(path), exists: (path) => handbook.page(path) !== undefined };
  const entries =
    updateBaseline && !existsSync(file) ? [] : readBaseline(readFileArgument(file).toString('utf8'), file);
  const { fresh, vanished } = compareWithBaseline(result.findings, entries, run);
  const gone = vanished.reduce((sum, { count }) => sum + count, 0);
  const names = vanished.slice(0, 10).map(({ path, message }) => `\n  ${path}  ${message}`);
  const list =
    names.join('') + (vanished.length > names.length ? `\n  and ${vanished.length - names.length} more` : '');
  if (updateBaseline) {
    const kept = entries.filter(({ path }) => run.exists(path) && !run.isJudged(path));
    writeFile(file, writeBaseline(result.findings, kept));
    say(
      `${file} holds ${count(result.findings.length, 'finding')} now, ${fresh.length} of them new. ${gone} no longer occurred and were removed.${list}`,
    );
  } else if (gone > 0) {
    say(`${count(gone, 'finding')} of ${file} no longer occur. Remove them by --update-baseline.${list}`);
  }
  const findings = updateBaseline ? [] : fresh;
  return { findings, summary: { ...result.summary, ...countFindings(findings) } };
}

function say(text: string): void {
  process.stderr.write(`${printablePatch(text, true)}\n`);
}
