import { type BuildComparison, type ChangedLink, compareBuilds } from '../../links/compare-builds.ts';
import { linesOf } from '../../lint/line-table.ts';
import { printableJson } from '../../lint/results/finding-json.ts';
import { printableLine } from '../../reporters/printable.ts';
import { newestHugo, parseVersion } from '../../sites/hugo/version.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { findTarget } from '../find-target.ts';
import { openFor } from '../open-for.ts';
import { writeOrPrint } from '../output/write-file.ts';

/**
 * `handbook-lint --since-hugo 0.131 [--hugo 0.169]`: what a newer Hugo makes of the links that an older one builds well. Exit
 * code 1 when it breaks any.
 */
export async function hugoUpgrade(args: Arguments, from: string): Promise<number> {
  if (parseVersion(from) === null)
    throw new Failure(`--since-hugo, "${from}" is no version of Hugo. Write it like 0.131.`);
  const other = args.outputs.find(({ format }) => format !== 'text' && format !== 'json');
  if (other) throw new Failure(`--since-hugo is written by --format text or json, not ${other.format}.`);
  const to = args.hugo ?? newestHugo;
  const { root } = findTarget(args);
  const before = await openFor(root, { ...args, hugo: from });
  if (before.config.site !== 'hugo') throw new Failure('This is no Hugo site, so no version of Hugo builds it.');
  const after = await openFor(root, { ...args, hugo: to });
  const found = compareBuilds(before, after);
  for (const { format, file } of args.outputs)
    writeOrPrint(file, format === 'json' ? inJson(found, from, to) : inWords(found, from, to));
  return found.broken.length > 0 ? 1 : 0;
}

function inWords({ broken, mended, lost, gained }: BuildComparison, from: string, to: string): string {
  const lines = [`Links that Hugo ${to} breaks and Hugo ${from} did not: ${broken.length}`];
  for (const changed of broken) {
    const { page, link, mend } = changed;
    const help = mend === null ? '' : `  write ${mend}`;
    lines.push(`  ${page.path}:${lineOf(changed)} ${link.href}${help}`);
  }
  lines.push(`Links that it mends: ${mended.length}`);
  for (const changed of mended) lines.push(`  ${changed.page.path}:${lineOf(changed)} ${changed.link.href}`);
  lines.push(`Links that cannot be checked any more: ${lost}; that can be now: ${gained}`);
  return `${lines.map(printableLine).join('\n')}\n`;
}

function inJson({ broken, mended, lost, gained }: BuildComparison, from: string, to: string): string {
  const row = (changed: ChangedLink) => ({
    path: changed.page.path,
    line: lineOf(changed),
    href: changed.link.href,
    mend: changed.mend ?? undefined,
  });
  const said = { from, to, broken: broken.map(row), mended: mended.map(row), lost, gained };
  return `${printableJson(JSON.stringify(said, null, 2))}\n`;
}

function lineOf({ page, link }: ChangedLink): number {
  return linesOf(page).point(link.range[0]).line;
}
