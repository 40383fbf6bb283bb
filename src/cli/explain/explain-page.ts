import { statSync } from 'node:fs';
import { suggestPage } from '../../links/suggest-page.ts';
import { printableJson } from '../../lint/results/finding-json.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { printableLine } from '../../reporters/printable.ts';
import { decodePercent, hostOf, splitHref } from '../../sites/href.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { findTarget } from '../find-target.ts';
import { openFor, tellUnread } from '../open-for.ts';
import { writeOrPrint } from '../output/write-file.ts';
import { wantsColor } from '../terminal/colours.ts';
import { describePage } from './describe-page.ts';
import { pageRecord } from './page-record.ts';

/** Prints what the handbook knows of a file, or of the page at an address of the site. */
export async function explainPage(subject: string, args: Arguments): Promise<number> {
  const { page, handbook } = await openPage(subject, args);
  const { format, file } = args.outputs[0]!;
  const isBold = file === null && wantsColor(args.color);
  const text =
    format === 'json'
      ? printableJson(JSON.stringify(pageRecord(page, handbook), null, 1))
      : inWords(page, handbook, isBold);
  writeOrPrint(file, `${text}\n`);
  tellUnread(handbook);
  return 0;
}

function inWords(page: Page, handbook: Handbook, isBold: boolean): string {
  const lines = describePage(page, handbook).flatMap(({ title, rows }) => [
    isBold ? `\u001b[1m${printableLine(title)}\u001b[22m` : printableLine(title),
    ...rows.map((row) => `  ${printableLine(row)}`),
  ]);
  return lines.join('\n');
}

/** Opens the handbook of a page that is named by its file, or by its address or URL on the site. What names no page is a Failure. */
export async function openPage(
  subject: string,
  args: Arguments,
): Promise<{ readonly page: Page; readonly handbook: Handbook }> {
  // A folder of this machine can be called like an address; it is no page.
  const isFile = statSync(subject, { throwIfNoEntry: false })?.isFile() ?? false;
  const { root, paths } = findTarget({ ...args, positionals: isFile ? [subject] : [] });
  const handbook = await openFor(root, args);
  const page = isFile ? handbook.page(paths?.[0] ?? '') : pageAt(subject, handbook);
  if (page === undefined) throw new Failure(`${subject} is no page of the handbook ${root}.`);
  return { page, handbook };
}

/** What a browser shows for an address or a full URL of the handbook. */
function pageAt(subject: string, handbook: Handbook): Page {
  const own = hostOf(subject);
  const path = decodePercent(splitHref(own === null ? subject : own.rest).path);
  const address = `/${path.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  const page = handbook.at(address) ?? handbook.at(address.slice(0, -1)) ?? handbook.at(handbook.alias(address) ?? '');
  if (page !== undefined) return page;
  const sent = handbook.redirect(address);
  const target = sent === undefined ? undefined : handbook.at(splitHref(sent.target).path.replace(/\/?$/, '/'));
  if (target !== undefined) return target;
  if (sent !== undefined)
    throw new Failure(`${subject} is sent on to ${sent.target} by ${sent.rule.path}, and no page is there.`);
  const near = handbook.atIgnoringCase(address) ?? suggestPage(address, handbook)?.page;
  const meant = near === undefined ? '' : ` Did you mean ${near.address ?? near.path}?`;
  throw new Failure(`${subject} is neither a file nor the address of a page of the handbook ${handbook.root}.${meant}`);
}
