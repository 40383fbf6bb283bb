import { rules } from '../../../rules/index.ts';
import { openHandbook } from '../../incremental/open.ts';
import type { Finding } from '../../lint/finding.ts';
import { lint } from '../../lint/run.ts';
import { count, inThousands } from '../../phrases/amounts.ts';

const SAMPLES = 10;

/** What a run finds today: ten of the findings, and how many of them a pipeline would ask for. `config`: as proposed, when none is on disk. */
export async function firstRun(root: string, config: string | null): Promise<readonly string[]> {
  const handbook = await openHandbook({
    root,
    config: config === null ? undefined : { path: 'handbook.yaml', text: config },
  });
  const { findings, summary } = lint(handbook, { rules });
  if (findings.length === 0) return ['A first run finds nothing wrong.'];
  const samples = chooseSamples(findings);
  const total = `${count(findings.length, 'finding')} (${count(summary.errors, 'error')}, ${count(summary.warnings, 'warning')})`;
  return [
    `A first run has ${total}${samples.length < findings.length ? `. ${samples.length} of them:` : ':'}`,
    ...samples.map(({ path, start, message }) => `  ${path}:${start.line} ${message}`),
    `0 of ${inThousands(findings.length)} would stop a commit or a merge request today: hook and pipeline report only what a change breaks.`,
  ];
}

/** Picks findings of as many rules as possible, in the order of the report. */
function chooseSamples(findings: readonly Finding[]): readonly Finding[] {
  const perRule = new Map<string, number>();
  const ranked = findings.map((finding, at) => {
    const turn = perRule.get(finding.rule) ?? 0;
    perRule.set(finding.rule, turn + 1);
    return { finding, at, turn };
  });
  const chosen = ranked.sort((a, b) => a.turn - b.turn || a.at - b.at).slice(0, SAMPLES);
  return chosen.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}
