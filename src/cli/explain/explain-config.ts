import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, readConfigSource } from '../../config/loading/load.ts';
import { diskTree } from '../../files/disk-tree.ts';
import { wholeCheckout } from '../../git/sparse.ts';
import { printableLine } from '../../reporters/printable.ts';
import { siteOf } from '../../sites/index.ts';
import { describeTakenFor } from '../../sites/taken-for.ts';
import { mayBeUnknown } from '../../sites/unknown/evidence.ts';
import type { Arguments } from '../arguments.ts';
import { configOf } from '../config-of.ts';
import { Failure } from '../failure.ts';
import { type CommandTarget, describeWithFolder, findTarget } from '../find-target.ts';
import { openFor } from '../open-for.ts';
import { readPackageFile } from '../package-file.ts';
import { wantsColor } from '../terminal/colours.ts';
import { renderMarkdown } from '../terminal/render-markdown.ts';
import { describeFrameworks } from './describe-frameworks.ts';

/**
 * `handbook-lint explain-config`: everything that handbook.yaml can say, and what was found of the competency
 * frameworks that this handbook's says something of.
 */
export async function explainConfig(args: Arguments): Promise<number> {
  const page = readPackageFile('docs/configuration.md');
  if (page === null) throw new Failure('This installation lacks docs/configuration.md. Please install it again.');
  process.stdout.write(renderMarkdown(page, wantsColor(args.color)));
  const target = findTarget(args);
  process.stdout.write(`\nHow the site is built\n\n${await describeBuild(target, args)}`);
  const found = await describeFound(target, args);
  if (found !== '') process.stdout.write(`\nFrameworks of this handbook\n\n${found}`);
  return 0;
}

/** What the site is taken for, and what its own files were found to say: version, hooks, languages, folders. */
async function describeBuild(target: CommandTarget, args: Arguments): Promise<string> {
  const { root } = target;
  const { tree } = wholeCheckout(diskTree(root));
  const { config: source = readConfigSource(tree), hugo } = configOf(args, root);
  const read = await loadConfig(tree, source, undefined, hugo);
  // Where no file says what builds the site, its links may.
  const config = mayBeUnknown(read) ? (await openFor(root, args)).config : read;
  const lines = [
    describeWithFolder(describeTakenFor(config), target),
    ...(siteOf(config).describe(config).settings ?? []),
  ];
  return lines.map((line) => `${printableLine(line)}\n`).join('');
}

async function describeFound({ root }: CommandTarget, args: Arguments): Promise<string> {
  // Without a configuration there is no framework; no need to read the pages.
  if (args.config === undefined && !existsSync(join(root, 'handbook.yaml'))) return '';
  return describeFrameworks(await openFor(root, args))
    .split('\n')
    .map((line) => printableLine(line))
    .join('\n');
}
