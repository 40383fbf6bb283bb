import { statSync } from 'node:fs';
import { printable } from '../reporters/printable.ts';
import type { Arguments } from './arguments.ts';
import { describePage } from './describe-page.ts';
import { Failure } from './failure.ts';
import { findTarget } from './find-target.ts';
import { openFor } from './open-for.ts';
import { wantsColor } from './terminal.ts';

/** Prints what the handbook knows of a file, or of the page at an address of the site. */
export async function explainPage(subject: string, args: Arguments): Promise<number> {
  // A folder of this machine can be called like an address; it is no page.
  const isFile = statSync(subject, { throwIfNoEntry: false })?.isFile() ?? false;
  const { root, paths } = findTarget(isFile ? [subject] : [], args.root, args.config);
  const handbook = await openFor(root, args);
  const address = subject.replace(/[?#].*$/s, '').replace(/\/?$/, '/');
  const page = isFile ? handbook.page(paths?.[0] ?? '') : (handbook.at(address) ?? handbook.alias(address));
  if (page === undefined) {
    const why = isFile ? 'is no page of the handbook' : 'is neither a file nor the address of a page';
    throw new Failure(`${subject} ${why} ${root}.`);
  }
  const bold = wantsColor(args.color) ? (text: string) => `\u001b[1m${text}\u001b[22m` : (text: string) => text;
  for (const { title, rows } of describePage(page, handbook)) {
    process.stdout.write(`${bold(printable(title))}\n`);
    process.stdout.write(rows.map((row) => `  ${printable(row)}\n`).join(''));
  }
  return 0;
}
