import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHandbook } from '../../src/incremental/open.ts';
import { internalLinks } from '../../src/links/judge.ts';
import { resolveLink } from '../../src/links/resolve.ts';
import type { Link } from '../../src/markdown/facts.ts';
import type { Handbook, Page } from '../../src/model/handbook.ts';
import type { Resolution } from '../../src/sites/resolution.ts';

/** One line of `expected.tsv`: a link, and what some versions of Hugo made of it; `-` where one built nothing. */
interface Row {
  readonly site: string;
  readonly file: string;
  readonly line: number;
  readonly href: string;
  readonly verdicts: ReadonlyMap<string, string>;
}

/** How our verdicts on many small sites agree with those of real builds. */
export interface SmallSiteComparison {
  readonly sites: number;
  readonly links: number;
  readonly right: number;
  readonly unknown: readonly string[];
  readonly falseAlarms: readonly string[];
  readonly misses: readonly string[];
  /** Right that it is broken, or good, but for another reason. */
  readonly otherwise: readonly string[];
}

/** Compares every link of the sites in a folder, under every version that built them. */
export async function compareSmallSites(folder: string, only?: string): Promise<SmallSiteComparison> {
  const rows = readRows(readFileSync(join(folder, 'expected.tsv'), 'utf8'));
  const lists = {
    unknown: [] as string[],
    falseAlarms: [] as string[],
    misses: [] as string[],
    otherwise: [] as string[],
  };
  let [links, right] = [0, 0];
  const sites = [...new Set(rows.map(({ site }) => site))].filter((site) => only === undefined || site === only);
  for (const site of sites) {
    const ofSite = rows.filter((row) => row.site === site);
    for (const version of ofSite[0]?.verdicts.keys() ?? []) {
      const handbook = await openHandbook({ root: join(folder, 'sites', site), hugo: version });
      for (const row of ofSite) {
        const wanted = row.verdicts.get(version);
        if (wanted === undefined || wanted === '-') continue;
        links++;
        const ours = verdictOf(row, handbook);
        const line = `${site} ${version} ${row.file}:${row.line} ${row.href}, built ${wanted}, ours ${ours}`;
        if (isRight(wanted, ours)) right++;
        else if (ours.startsWith('unknown')) lists.unknown.push(line);
        else if (isGood(wanted) && !isGood(ours)) lists.falseAlarms.push(line);
        else if (!isGood(wanted) && isGood(ours)) lists.misses.push(line);
        else lists.otherwise.push(line);
      }
    }
  }
  return { sites: sites.length, links, right, ...lists };
}

function readRows(text: string): readonly Row[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const versions = head
    .split('\t')
    .slice(4)
    .map((name) => name.replace(/^hugo-/, ''));
  return lines.map((line) => {
    const [site = '', file = '', number = '', href = '', ...verdicts] = line.split('\t');
    const named = versions.map((version, index) => [version, verdicts[index] ?? '-'] as const);
    return { site, file, line: Number(number), href, verdicts: new Map(named) };
  });
}

/** The verdict in the words of the list; `unseen` when we see no such link. */
function verdictOf(row: Row, handbook: Handbook): string {
  const page = handbook.page(row.file);
  const link = page && internalLinks(page, handbook).find((each) => isMeant(each, page, row));
  if (!page || !link) return page ? 'unseen' : 'unseen (no such page)';
  return inWords(resolveLink(link, page, handbook));
}

function isMeant(link: Link, page: Page, { line, href }: Row): boolean {
  if (lineOf(page.text, link.range[0]) !== line) return false;
  const wanted = /^<\w+ (?:href|src)="([^"]*)"/.exec(href)?.[1] ?? href.replace(/^!/, '');
  return wanted.startsWith('{{')
    ? link.kind === 'ref'
    : link.href === wanted || page.text.slice(...link.target) === wanted;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function inWords(resolution: Resolution): string {
  if (resolution.outcome === 'unknown')
    return resolution.reason === 'other-site' ? 'off-site' : `unknown ${resolution.reason}`;
  if (resolution.outcome === 'found')
    return resolution.indirections.some(({ kind }) => kind === 'alias') ? 'alias' : 'ok';
  if (resolution.reason === 'missing-anchor') return 'no-anchor';
  if (resolution.reason === 'unrendered') return 'empty';
  return resolution.reason === 'off-site' ? 'off-site' : 'missing';
}

function isRight(wanted: string, ours: string): boolean {
  // A reference that finds nothing is missing to us, and an empty destination once it is built.
  return wanted === ours || isDead(wanted, ours) || isDead(ours, wanted);
}

/** A page that is not written is missing, and may have an address or none. */
function isDead(one: string, other: string): boolean {
  return one === 'empty' && other === 'missing';
}

function isGood(verdict: string): boolean {
  return verdict === 'ok' || verdict === 'alias';
}
