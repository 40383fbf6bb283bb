import { chmodSync, existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { rules } from '../../../rules/index.ts';
import { configNames } from '../../config/loading/find-root.ts';
import { attempt } from '../../files/attempt.ts';
import { diskTree } from '../../files/disk-tree.ts';
import { headCommit, openRepository } from '../../git/repository.ts';
import { wholeCheckout } from '../../git/sparse.ts';
import { openHandbook } from '../../incremental/open.ts';
import type { Finding } from '../../lint/finding.ts';
import { lint } from '../../lint/run.ts';
import { count, inThousands } from '../../phrases/amounts.ts';
import { printableLine } from '../../reporters/printable.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { findCareerShapes } from '../init/career-shapes.ts';
import { describeSurvey } from '../init/describe-survey.ts';
import type { Offer } from '../init/hook.ts';
import { offers } from '../init/offers.ts';
import { findSiteHosts } from '../init/site-hosts.ts';
import { survey, withCareers } from '../init/survey.ts';
import { writeConfig } from '../init/write-config.ts';
import { demandPages } from '../no-pages.ts';
import { writeFile } from '../output/write-file.ts';
import { fromHere } from '../package-file.ts';

/** `handbook-lint init`: looks at a folder, says what it finds, and writes what it is allowed to; never over a file. */
export async function init({ positionals, root: given, yes }: Arguments): Promise<number> {
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new Failure('Write handbook-lint init FOLDER, with one folder or none.');
  const root = resolve(given ?? folder ?? '.');
  if (!existsSync(root)) throw new Failure(`There is no folder ${root}.`);
  if (!yes && process.stdin.isTTY !== true)
    throw new Failure('init asks before it writes. Add --yes to agree to all of it.');
  // An empty configuration, so that one that is there already does not decide what is found.
  const { tree } = wholeCheckout(diskTree(root));
  const handbook = await openHandbook({ root, tree, config: { path: 'handbook.yaml', text: '' } });
  demandPages(root, handbook);
  const surveyed = survey(handbook, findSiteHosts(tree));
  const found = withCareers(surveyed, await findCareerShapes(handbook, tree, surveyed));
  say(describeSurvey(handbook.config, found));

  const config = writeConfig(handbook.config, found);
  const { list, why } = offers(root, config);
  const ask = yes ? null : createInterface({ input: process.stdin, output: process.stdout });
  const written: string[] = [];
  try {
    for (const offer of list) if (await carryOut(offer, ask)) written.push(offer.path);
  } finally {
    ask?.close();
  }
  say(why);
  const isConfigured = configNames.some((name) => existsSync(join(root, name)));
  say(['', ...(await firstRun(root, isConfigured ? null : config)), '', ...advise(written)]);
  return 0;
}

/** Asks, writes, and tells whether it wrote. */
async function carryOut(offer: Offer, ask: Interface | null): Promise<boolean> {
  const { path, question, text, added, isProgram, note } = offer;
  const there = offer.instead ?? (added === undefined && existsSync(path) ? path : null);
  if (there !== null) {
    say([`${fromHere(there)} is there already and stays as it is.`]);
    return false;
  }
  if (added !== undefined && ask !== null) say(added.split('\n').map((line) => `  + ${line}`));
  const what = added === undefined ? `Write ${fromHere(path)}?` : `Add that to ${fromHere(path)}?`;
  const answer = (await ask?.question(`${question} ${what} [Y/n] `)) ?? '';
  if (!/^(?:y|yes|)$/i.test(answer.trim())) return false;
  const mode = added === undefined ? (isProgram === true ? 0o755 : null) : statSync(path).mode & 0o777;
  writeFile(path, text);
  if (mode !== null) chmodSync(path, mode);
  say([
    `${added === undefined ? 'Wrote' : 'Added handbook-lint to'} ${fromHere(path)}.${note === undefined ? '' : ` ${note}`}`,
  ]);
  return true;
}

const SAMPLES = 10;

/** What a run finds today: ten of the findings, and how many of them a pipeline would ask for. `config`: as proposed, when none is on disk. */
async function firstRun(root: string, config: string | null): Promise<readonly string[]> {
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
    attempt(() => headCommit(openRepository(root)), 'HEAD') === null
      ? 'The first commit of all may bring them by git commit --no-verify. After it, hook and pipeline report only what a change breaks.'
      : `0 of ${inThousands(findings.length)} would stop a commit or a merge request today: hook and pipeline report only what a change breaks.`,
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

function advise(written: readonly string[]): string[] {
  const shared = written.map(fromHere).filter((path) => !/(?:^|[/\\])\.git[/\\]/.test(path));
  return [
    ...(shared.length > 0 ? [`Read ${shared.join(', ')}, and commit what you want to keep.`] : []),
    'Next: npx handbook-lint, and npx handbook-lint explain RULE for what a finding is about.',
  ];
}

function say(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
}
