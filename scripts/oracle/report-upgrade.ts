import { openHandbook } from '../../src/incremental/open.ts';
import { type ChangedLink, compareBuilds } from '../../src/links/compare-builds.ts';
import { linesOf } from '../../src/lint/line-table.ts';
import { type OracleLink, readLines } from './records.ts';

/** A build that is compared: a version of Hugo, and the file of the links that it made. */
interface Build {
  readonly version: string;
  readonly links: string;
}

/**
 * Prints whether the report on an upgrade names exactly the links that are good in one build and dead in the other, and says so.
 * What one of the builds cannot decide counts on neither side.
 */
export async function reportUpgrade(
  root: string,
  from: Build,
  to: Build,
  config: { readonly path: string; readonly text: string } | undefined,
): Promise<boolean> {
  const [before, after] = await Promise.all(
    [from, to].map(({ version }) => openHandbook({ root, hugo: version, ...(config && { config }) })),
  );
  const found = compareBuilds(before!, after!);
  const [old, now] = [verdictsOf(from.links), verdictsOf(to.links)];
  const changed = (was: boolean) =>
    [...old].filter(([key, isGood]) => isGood === was && now.get(key) === !was).map(([key]) => key);
  const isBroken = report('broken', found.broken, changed(true));
  const isMended = report('mended', found.mended, changed(false));
  console.log(`not to be checked any more ${found.lost}, now to be checked ${found.gained}`);
  return isBroken && isMended;
}

function report(what: string, ours: readonly ChangedLink[], theirs: readonly string[]): boolean {
  const keys = ours.map(({ page, link }) => `${page.path}:${linesOf(page).point(link.range[0]).line} ${link.href}`);
  const [more, less] = [
    keys.filter((key) => !theirs.includes(key)),
    [...new Set(theirs)].filter((key) => !keys.includes(key)),
  ];
  console.log(`${what} ${keys.length}, built ${new Set(theirs).size}`);
  for (const key of more) console.log(`  only ours: ${key}`);
  for (const key of less) console.log(`  only built: ${key}`);
  return more.length === 0 && less.length === 0;
}

/** Whether each link is good, by file, line and destination; those that cannot be decided are left out. */
function verdictsOf(path: string): ReadonlyMap<string, boolean> {
  const known = new Map<string, boolean>();
  for (const { file, line, href, verdict } of readLines<OracleLink>(path)) {
    const isGood = verdict === 'ok' || verdict === 'static-ok';
    if (isGood || verdict.includes('missing')) known.set(`${file}:${line} ${href}`, isGood);
  }
  return known;
}
