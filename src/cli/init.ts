import { chmodSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { diskTree } from '../files/disk-tree.ts';
import { openHandbook } from '../incremental/open.ts';
import { printableLine } from '../reporters/printable.ts';
import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';
import { findCareerShapes } from './init/career-shapes.ts';
import { describeSurvey } from './init/describe-survey.ts';
import { hookManagerOf, offers, repositoryOf } from './init/offers.ts';
import { survey } from './init/survey.ts';
import { writeConfig } from './init/write-config.ts';
import { writeFile } from './write-file.ts';

/** `handbook-lint init`: looks at a folder, says what it finds, and writes what it is allowed to; never over a file. */
export async function init({ positionals: [folder], root: given, yes }: Arguments): Promise<number> {
  const root = resolve(given ?? folder ?? '.');
  if (!existsSync(root)) throw new Failure(`There is no folder ${root}.`);
  if (!yes && process.stdin.isTTY !== true)
    throw new Failure('init asks before it writes. Add --yes to agree to all of it.');
  // An empty configuration, so that one that is there already does not decide what is found.
  const handbook = await openHandbook({ root, config: { path: 'handbook.yaml', text: '' } });
  if (handbook.pages.length === 0) throw new Failure(`There are no Markdown pages in ${root}.`);
  const surveyed = survey(handbook);
  const shapes = await findCareerShapes(handbook, diskTree(root), surveyed);
  const found = { ...surveyed, careers: [...surveyed.careers, ...shapes] };
  say(describeSurvey(handbook.config, found));

  const ask = yes ? null : createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const offer of offers(root, writeConfig(handbook.config, found))) {
      const name = relative(process.cwd(), offer.path);
      const there = existsSync(offer.path) ? offer.path : offer.instead;
      if (there !== null) {
        say([`${relative(process.cwd(), there)} is there already and stays as it is.`]);
        continue;
      }
      const answer = (await ask?.question(`${offer.question} Write ${name}? [Y/n] `)) ?? '';
      if (!/^(?:y|yes|)$/i.test(answer.trim())) continue;
      writeFile(offer.path, offer.text);
      if (offer.isProgram === true) chmodSync(offer.path, 0o755);
      say([`Wrote ${name}.`]);
    }
  } finally {
    ask?.close();
  }
  say(['', ...advise(root)]);
  return 0;
}

function advise(root: string): string[] {
  const top = repositoryOf(root) ?? root;
  const manager = hookManagerOf(top);
  const lines = [
    'Next: npx handbook-lint, and npx handbook-lint explain RULE for what a finding is about.',
    'Nothing has to be mended first: --staged and --since report only what a change breaks.',
  ];
  if (manager !== null) lines.push(`For a check of every commit, docs/hooks.md has the lines for ${manager}.`);
  if (existsSync(join(top, '.gitlab-ci.yml')) || existsSync(join(top, '.github/workflows')))
    lines.push('For a check of every merge request, docs/ci.md has the job.');
  return lines;
}

function say(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
}
