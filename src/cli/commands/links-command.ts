import { judgeLinks } from '../../links/judge.ts';
import { pathFilter } from '../../lint/path-filter.ts';
import { printableJson } from '../../lint/results/finding-json.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { siteAt } from '../../sites/index.ts';
import type { Arguments } from '../arguments.ts';
import { externalRecord, type LinkRecord, recordOf } from '../explain/link-record.ts';
import { openTarget, tellUnread } from '../open-for.ts';
import { writeOrPrint } from '../output/write-file.ts';

/** `handbook-lint links`: every link inside the site with its place and where it leads; `--external`: those to other sites. */
export async function linksCommand(args: Arguments): Promise<number> {
  const { format, file } = args.outputs[0]!;
  const { paths, handbook } = await openTarget(args);
  const isWanted = pathFilter(paths ?? undefined);
  const records = handbook.pages
    .filter(({ path }) => isWanted(path))
    .flatMap((page) => (args.external ? externalLinks(page, handbook) : internalLinks(page, handbook)));
  const text =
    format === 'json' ? `${printableJson(JSON.stringify(records, null, 1))}\n` : records.map(tsvLine).join('');
  writeOrPrint(file, text);
  tellUnread(handbook);
  return 0;
}

function internalLinks(page: Page, handbook: Handbook): readonly LinkRecord[] {
  return judgeLinks(page, handbook).map((judged) => recordOf(page, judged));
}

function externalLinks(page: Page, handbook: Handbook): readonly LinkRecord[] {
  return page.facts.externalLinks
    .filter((link) => !siteAt(page, handbook).leadsHere(link, handbook))
    .map((link) => externalRecord(page, link));
}

/** What steers a terminal, ends a line or turns the reading direction. */
const STEERING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufff9-\ufffb]/gu;

/** Path, line, column, outcome, link as written, where it leads, reason; an empty field for what is not known. */
function tsvLine({ path, line, column, outcome, href, target, reason }: LinkRecord): string {
  const fields = [path, line, column, outcome, href, target ?? '', reason ?? ''];
  const row = fields.map((field) => String(field).replace(STEERING, encodeURIComponent)).join('\t');
  return `${row.replace(/##(?=\[|vso\[|teamcity\[)/gi, '#%23').replace(/^\s*::/, (signs) => signs.replaceAll(':', '%3A'))}\n`;
}
