import { diffArrays } from 'diff';
import { distance } from 'fastest-levenshtein';
import type { FileChange } from '../../git/diff.ts';
import { anchorOf } from '../../links/heading-anchor.ts';
import { type JudgedLink, judgeLinks } from '../../links/judge.ts';
import type { Heading } from '../../markdown/facts.ts';
import type { Anchor, Handbook, Page } from '../../model/handbook.ts';
import type { Found } from '../../sites/resolution.ts';
import type { Finding } from '../finding.ts';

/** What in a change broke a link that worked before. */
export type Cause =
  /** The page has another address; `after.address` is not null. */
  | { readonly kind: 'page-moved'; readonly before: Page; readonly after: Page }
  /** The page's file is there, but the site does not show it any more. */
  | { readonly kind: 'page-hidden'; readonly before: Page; readonly after: Page }
  | { readonly kind: 'page-deleted'; readonly before: Page }
  /** The heading is `after.facts.headings[heading]` now, and has the id `newId` on the page; `file` differs from `page` for an include. */
  | {
      readonly kind: 'heading-renamed';
      readonly page: Page;
      readonly file: Page;
      readonly heading: number;
      readonly oldWords: string;
      readonly oldId: string;
      readonly newId: string;
    }
  /** Nothing took the heading's (`words`) or the raw anchor's (`null`) place; `movedTo` is where a changed page has that heading now. */
  | {
      readonly kind: 'anchor-removed';
      readonly page: Page;
      readonly words: string | null;
      readonly oldId: string;
      readonly movedTo: { readonly page: Page; readonly id: string } | null;
    }
  | { readonly kind: 'file-moved'; readonly oldAddress: string; readonly oldPath: string; readonly path: string }
  | { readonly kind: 'file-deleted'; readonly oldAddress: string; readonly oldPath: string }
  /** The redirect or alias that led on from the old address is gone. */
  | { readonly kind: 'redirect-removed'; readonly from: string };

/** A link that was right before the change, and what made it wrong. */
export interface Breakage {
  readonly link: JudgedLink['link'];
  readonly cause: Cause;
  /** The link still reaches its target, by an alias or a redirect. */
  readonly works: boolean;
}

/** Two states of one handbook. */
export interface Change {
  readonly before: Handbook;
  readonly after: Handbook;
  readonly files: readonly FileChange[];
  /** The path of a file before the change, by its path now. */
  readonly oldPathOf: (path: string) => string;
  readonly newPathOf: (path: string) => string;
}

/** What made this finding on a link, when the link stood there and worked before the change. */
export function findBreakage(finding: Finding, change: Change): Breakage | null {
  const page = change.after.page(finding.path);
  const oldPage = change.before.page(change.oldPathOf(finding.path));
  if (page === undefined || oldPage === undefined || page.kind === 'redirects' || page.kind === 'data') return null;
  const links = judgeLinks(page, change.after);
  const now = links.find(({ link }) => covers(link.range, finding) || covers(link.target, finding));
  if (now === undefined) return null;
  const alike = ({ link }: JudgedLink) => link.href === now.link.href && link.kind === now.link.kind;
  const before = judgeLinks(oldPage, change.before).filter(alike)[links.filter(alike).indexOf(now)];
  if (before === undefined || before.resolution.outcome !== 'found') return null;
  const cause = causeOf(before.resolution, change);
  return cause === null ? null : { link: now.link, cause, works: now.resolution.outcome === 'found' };
}

function covers(range: readonly [number, number], finding: Finding): boolean {
  return range[0] <= finding.start.offset && finding.end.offset <= range[1];
}

function causeOf(found: Found, change: Change): Cause | null {
  const { page, file, anchor } = found;
  if (page !== null) {
    const cause = causeAtPage(page, anchor, change);
    if (cause !== null) return cause;
  }
  if (page === null && file !== null && !change.after.fileAt(found.address))
    return causeAtFile(file, found.address, change);
  const led = found.indirections.find((indirection) => indirection.kind === 'redirect' || indirection.kind === 'alias');
  if (led === undefined) return null;
  const from = led.kind === 'redirect' ? led.rule.from : led.from;
  return isStillLed(from, change) ? null : { kind: 'redirect-removed', from };
}

function isStillLed(from: string, { after }: Change): boolean {
  return after.redirect(from) !== undefined || after.alias(from) !== undefined || after.at(from) !== undefined;
}

/** What became of a page, or of an anchor on it; `null` when both are as they were. */
function causeAtPage(page: Page, anchor: Anchor | null, change: Change): Cause | null {
  const after = pageNow(page, change);
  if (after === undefined) return { kind: 'page-deleted', before: page };
  if (after.address === null) return page.address === null ? null : { kind: 'page-hidden', before: page, after };
  if (after.address !== page.address) return { kind: 'page-moved', before: page, after };
  if (anchor === null || change.after.anchors(after).ids.has(anchor.id)) return null;
  return causeAtAnchor(anchor, after, change);
}

/** The page in its new state, by its file's new name, by its address, or as the one new page with its title. */
function pageNow(page: Page, change: Change): Page | undefined {
  const samePath = change.after.page(change.newPathOf(page.path));
  if (samePath !== undefined) return samePath;
  const sameAddress = page.address === null ? undefined : change.after.at(page.address);
  if (sameAddress !== undefined) return sameAddress;
  const added = new Set(change.files.filter(({ kind }) => kind === 'added').map(({ path }) => path));
  const twins = change.after.pages.filter(
    (other) => added.has(other.path) && other.title === page.title && other.address !== null,
  );
  return twins.length === 1 ? twins[0] : undefined;
}

function causeAtAnchor(anchor: Anchor, page: Page, change: Change): Cause {
  const removed: Cause = {
    kind: 'anchor-removed',
    page,
    words: anchor.heading,
    oldId: anchor.id,
    movedTo: anchor.heading === null ? null : newPlaceOf(anchor.heading, page, change),
  };
  const oldFile = change.before.page(anchor.path);
  const file = change.after.page(change.newPathOf(anchor.path));
  if (anchor.headingIndex === null || oldFile === undefined || file === undefined) return removed;
  const heading = alignHeadings(oldFile.facts.headings, file.facts.headings)[anchor.headingIndex] ?? null;
  if (heading === null) return removed;
  const now = anchorOf({ path: file.path, headingIndex: heading }, page, change.after);
  if (now === undefined) return removed;
  const oldWords = anchor.heading ?? '';
  return { kind: 'heading-renamed', page, file, heading, oldWords, oldId: anchor.id, newId: now.id };
}

/** The one other page of the change that has a heading with these words. */
function newPlaceOf(words: string, page: Page, { after, files }: Change): { page: Page; id: string } | null {
  const found = files.flatMap(({ path }) => {
    const other = after.page(path);
    if (other === undefined || other === page || other.address === null) return [];
    return [...after.anchors(other).ids.values()]
      .filter(({ heading }) => heading === words)
      .map(({ id }) => ({ page: other, id }));
  });
  return found.length === 1 ? found[0]! : null;
}

function causeAtFile(file: string, address: string, change: Change): Cause | null {
  const path = change.newPathOf(file);
  const touched = change.files.some(({ oldPath, kind }) => oldPath === file && kind !== 'changed');
  if (!touched) return null;
  if (path === file) return { kind: 'file-deleted', oldAddress: address, oldPath: file };
  return { kind: 'file-moved', oldAddress: address, oldPath: file, path };
}

/**
 * Which heading each old heading became; `null` for one that is gone. Headings with the same words stay themselves; between
 * them, those that came take the place of those that went.
 */
export function alignHeadings(before: readonly Heading[], after: readonly Heading[]): readonly (number | null)[] {
  const became: (number | null)[] = before.map(() => null);
  const parts = diffArrays(before.map(nameOf), after.map(nameOf));
  let old = 0;
  let now = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (!part.removed && !part.added) {
      for (let step = 0; step < part.value.length; step++) became[old + step] = now + step;
      old += part.value.length;
      now += part.value.length;
      continue;
    }
    const next = parts[at + 1];
    const went = part.removed ? part.value.length : next?.removed ? next.value.length : 0;
    const came = part.added ? part.value.length : next?.added ? next.value.length : 0;
    replace(before.slice(old, old + went), after.slice(now, now + came)).forEach((to, from) => {
      became[old + from] = to === null ? null : now + to;
    });
    old += went;
    now += came;
    if (went > 0 && came > 0) at++;
  }
  return became;
}

function nameOf(heading: Heading): string {
  return `${heading.level} ${heading.text}`;
}

/** Pairs in order when as many came as went; else only headings whose words are alike. */
function replace(went: readonly Heading[], came: readonly Heading[]): (number | null)[] {
  if (went.length === came.length) return went.map((_, index) => index);
  const free = new Set(came.keys());
  return went.map((heading) => {
    const alike = [...free].map((index) => ({ index, apart: relativeDistance(heading.text, came[index]!.text) }));
    const best = alike.sort((a, b) => a.apart - b.apart)[0];
    if (best === undefined || best.apart > 0.6) return null;
    free.delete(best.index);
    return best.index;
  });
}

function relativeDistance(a: string, b: string): number {
  const [short, long] = [a.slice(0, 200).toLowerCase(), b.slice(0, 200).toLowerCase()];
  if (short !== '' && (long.includes(short) || short.includes(long)) && long !== '') return 0;
  return distance(short, long) / Math.max(short.length, long.length, 1);
}
