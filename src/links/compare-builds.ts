import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { Resolution } from '../sites/resolution.ts';
import { anchorOf } from './heading-anchor.ts';
import { type JudgedLink, judgeLinks } from './judge.ts';

/** A link with another outcome when another version builds the site. */
export interface ChangedLink {
  readonly page: Page;
  readonly link: Link;
  /** What to write in place of the link's path or fragment so that it leads where it led; `null` when that is gone. */
  readonly mend: string | null;
}

/** What another version does to the links of a handbook. */
export interface BuildComparison {
  /** Good before, broken now. */
  readonly broken: readonly ChangedLink[];
  /** Broken before, good now: its heading had another id, though a shortcode may have printed this one too. */
  readonly mended: readonly ChangedLink[];
  /** Links that could be checked before, and cannot be now. */
  readonly lost: number;
  /** Links that can be checked now, and could not be before. */
  readonly gained: number;
}

/** Compares the links of a handbook as two versions of its generator build it: the same files, read for each. */
export function compareBuilds(before: Handbook, after: Handbook): BuildComparison {
  const [broken, mended]: [ChangedLink[], ChangedLink[]] = [[], []];
  let [lost, gained] = [0, 0];
  for (const page of after.pages) {
    const old = before.page(page.path);
    if (old === undefined) continue;
    const known = new Map(judgeLinks(old, before).map((judged) => [keyOf(judged), judged]));
    for (const judged of judgeLinks(page, after)) {
      const was = known.get(keyOf(judged))?.resolution;
      const now = judged.resolution;
      if (was === undefined || was.outcome === now.outcome) continue;
      if (now.outcome === 'unknown' || isAssumed(now, after)) {
        if (was.outcome !== 'unknown') lost++;
      } else if (was.outcome === 'unknown' && !hadAnotherId(was, now, before)) gained++;
      else {
        const changed = { page, link: judged.link, mend: mendOf(was, now, after) };
        (now.outcome === 'broken' ? broken : mended).push(changed);
      }
    }
  }
  return { broken, mended, lost, gained };
}

/** Whether an anchor is missing only if shortcodes that are not here print no ids, of which handbook.yaml's word is no proof. */
function isAssumed(now: Resolution, after: Handbook): boolean {
  if (now.outcome !== 'broken' || now.reason !== 'missing-anchor' || now.page === null) return false;
  return after.anchors(now.page).isAssumed;
}

/** Whether the heading that a link meets now had another id before, on a page whose other ids nobody knows. */
function hadAnotherId(was: Resolution, now: Resolution, before: Handbook): boolean {
  if (was.outcome !== 'unknown' || was.reason !== 'generated' || now.outcome !== 'found' || !now.anchor) return false;
  const page = was.page && before.page(was.page.path);
  const old = page && anchorOf(now.anchor, page, before);
  return old != null && old.id !== now.anchor.id;
}

function keyOf({ link }: JudgedLink): string {
  return `${link.range[0]} ${link.href}`;
}

/** What to write so that the link leads where it led: the id that the heading has now, or the address that the page has now. */
function mendOf(was: Resolution, now: Resolution, after: Handbook): string | null {
  if (was.outcome !== 'found' || now.outcome !== 'broken' || was.page === null) return null;
  const page = after.page(was.page.path);
  if (page?.address == null) return null;
  if (now.reason !== 'missing-anchor') return page.address;
  const anchor = was.anchor && anchorOf(was.anchor, page, after);
  return anchor ? `#${anchor.id}` : null;
}
