import { internalLinks } from '../../src/links/judge.ts';
import { resolveLink } from '../../src/links/resolve.ts';
import type { Link } from '../../src/markdown/facts.ts';
import type { Handbook, Page } from '../../src/model/handbook.ts';
import { isResource, writtenHref } from '../../src/sites/link-kinds.ts';
import type { Resolution } from '../../src/sites/resolution.ts';
import type { OracleLink, OracleVerdict } from './records.ts';

/** How the verdicts of the resolver agree with those of the built site. */
export interface LinkComparison {
  /** Links with a verdict of the oracle: neither dynamic nor on another site. */
  readonly links: number;
  readonly good: number;
  readonly broken: number;
  /** Of the broken ones, those that lead to where something else may serve pages: counted as agreeing, and told to nobody. */
  readonly elsewhere: number;
  readonly agreeing: number;
  /** Distinct pairs of file and href, and those on which every verdict agrees. */
  readonly pairs: number;
  readonly pairsAgreeing: number;
  readonly falseAlarms: readonly string[];
  readonly misses: readonly string[];
  /** Good links that the model does not see or cannot check. */
  readonly unsure: readonly string[];
  readonly dynamic: number;
  /** Errors on links that the oracle calls dynamic. */
  readonly dynamicErrors: readonly string[];
  /** Those that hold by the configuration's word alone, that unknown shortcodes print no ids. */
  readonly assumedErrors: number;
  /** Links by the site's own full URL, judged as if root-absolute. */
  readonly ownHost: number;
  readonly ownHostAgreeing: number;
  /** Broken by us, and no link at all to the oracle. */
  readonly onlyOurs: readonly string[];
}

/** Compares the verdicts, link for link on the pages that show them. */
export function compareLinks(handbook: Handbook, oracle: readonly OracleLink[]): LinkComparison {
  const ours = judgeAll(handbook);
  const sum = {
    links: 0,
    good: 0,
    broken: 0,
    elsewhere: 0,
    agreeing: 0,
    dynamic: 0,
    assumedErrors: 0,
    ownHost: 0,
    ownHostAgreeing: 0,
  };
  const [falseAlarms, misses, unsure, dynamicErrors]: [string[], string[], string[], string[]] = [[], [], [], []];
  const pairs = new Map<string, boolean>();
  const seen = new Set<string>();
  for (const row of oracle) {
    const key = keyOf(row.page, row.href, kindOfRow(row));
    seen.add(key);
    const found = ours.get(key) ?? ours.get(keyOf(row.page, row.href, 'reference'));
    const verdict = found ? verdictOf(found) : 'unseen';
    const line = `${row.file}:${row.line ?? '?'} ${row.href} on ${row.page}, oracle ${row.verdict} ${row.target}, ours ${found ? inWords(found) : 'unseen'}`;
    if (row.verdict === 'dynamic') {
      sum.dynamic++;
      if (verdict === 'broken') {
        if (found && isAssumed(found, handbook)) sum.assumedErrors++;
        else dynamicErrors.push(line);
      }
      continue;
    }
    if (row.selfVerdict && found && expected(row.selfVerdict) !== null) {
      sum.ownHost++;
      if (verdict === expected(row.selfVerdict)) sum.ownHostAgreeing++;
      else unsure.push(line);
    }
    const wanted = expected(row.verdict);
    if (wanted === null) continue;
    sum.links++;
    sum[wanted]++;
    const agrees = verdict === wanted;
    const pair = `${row.file} ${row.href}`;
    pairs.set(pair, (pairs.get(pair) ?? true) && agrees);
    if (wanted === 'broken' && found?.outcome === 'unknown') sum.elsewhere++;
    if (agrees) sum.agreeing++;
    else if (wanted === 'broken') misses.push(line);
    else if (verdict === 'broken') falseAlarms.push(line);
    else unsure.push(line);
  }
  const onlyOurs: string[] = [];
  for (const [key, resolution] of ours)
    if (
      !seen.has(key) &&
      verdictOf(resolution) === 'broken' &&
      !key.endsWith(' mermaid') &&
      !key.endsWith(' reference')
    )
      onlyOurs.push(`${key}, ours ${inWords(resolution)}`);
  const pairsAgreeing = [...pairs.values()].filter(Boolean).length;
  return { ...sum, pairs: pairs.size, pairsAgreeing, falseAlarms, misses, unsure, dynamicErrors, onlyOurs };
}

function isAssumed(found: Resolution, handbook: Handbook): boolean {
  return found.outcome === 'broken' && found.page !== null && handbook.anchors(found.page).isAssumed;
}

/** Every link of every page as built, those of its includes too. */
function judgeAll(handbook: Handbook): Map<string, Resolution> {
  const all = new Map<string, Resolution>();
  for (const page of handbook.pages) if (page.address !== null) collect(page, page, handbook, all, new Set());
  return all;
}

function collect(file: Page, page: Page, handbook: Handbook, all: Map<string, Resolution>, open: Set<Page>): void {
  if (open.has(file)) return;
  open.add(file);
  for (const link of internalLinks(file, handbook)) {
    const resolution = resolveLink(link, file, handbook, page);
    for (const href of hrefsOf(link, file, resolution))
      all.set(keyOf(page.address ?? '', href, kindOfLink(link)), resolution);
  }
  for (const { state } of handbook.includes(file))
    if (state.kind === 'found') collect(state.page, page, handbook, all, open);
  open.delete(file);
}

type Kind = 'markdown' | 'image' | 'html' | 'html-resource' | 'mermaid' | 'reference';

function keyOf(page: string, href: string, kind: Kind): string {
  return `${page} ${href} ${kind}`;
}

function kindOfRow({ el, style }: OracleLink): Kind {
  const isLink = el === 'a' || el === 'area';
  if (style === 'html') return isLink ? 'html' : 'html-resource';
  return isLink ? 'markdown' : 'image';
}

function kindOfLink(link: Link): Kind {
  if (link.kind === 'mermaid') return 'mermaid';
  if (link.kind === 'ref') return 'reference';
  if (link.kind === 'html') return 'html';
  if (isResource(link)) return link.kind === 'image' ? 'image' : 'html-resource';
  return 'markdown';
}

/** What the shortcodes `ref` and `relref` print. */
function hrefsOf(link: Link, file: Page, resolution: Resolution): readonly string[] {
  if (link.kind !== 'ref') return kindOfLink(link) === 'markdown' ? [writtenHref(link, file)] : [link.href];
  const hash = link.href.indexOf('#');
  const printed = resolution.address + (hash < 0 ? '' : link.href.slice(hash));
  return [`https://site.invalid${printed}`, printed];
}

// The oracle knows nothing of prefixes that something else serves: to it, what is not there is missing.
function verdictOf(resolution: Resolution): 'good' | 'broken' | 'unknown' {
  if (resolution.outcome === 'found') return 'good';
  if (resolution.outcome === 'broken' || resolution.reason === 'unknown-tree') return 'broken';
  return 'unknown';
}

function expected(verdict: OracleVerdict): 'good' | 'broken' | null {
  if (verdict === 'ok' || verdict === 'static-ok') return 'good';
  if (verdict === 'dynamic' || verdict === 'other-site' || verdict === 'external') return null;
  return 'broken';
}

function inWords(resolution: Resolution): string {
  const why = resolution.outcome === 'found' ? '' : ` ${resolution.reason}`;
  return `${resolution.outcome}${why} ${resolution.address}`;
}
