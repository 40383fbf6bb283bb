import { resolutionsOf } from '../../links/linked-pages.ts';
import type { Link, Range } from '../../markdown/facts.ts';
import type { Anchor, Handbook, Page } from '../../model/handbook.ts';

/** A place that a link leads to. */
export interface LinkTarget {
  readonly path: string;
  /** All of it: a heading with its hashes. Absent for a file, and for the top of a page. */
  readonly range?: Range;
  readonly words?: Range;
  /** Its place among the headings of its page. */
  readonly heading?: number;
}

/** The places that a link leads to, each once; the line of a redirect on the way comes last. */
export function targetsOf(link: Link, page: Page, handbook: Handbook): readonly LinkTarget[] {
  const targets = new Map<string, LinkTarget>();
  const add = (target: LinkTarget) => targets.set(`${target.path} ${target.range?.[0]}`, target);
  const resolutions = resolutionsOf(link, page, handbook);
  for (const resolution of resolutions) {
    if (resolution.outcome === 'found' && resolution.anchor) add(placeOfAnchor(resolution.anchor, handbook));
    else if (resolution.page) add({ path: resolution.page.path });
    else if (resolution.outcome === 'found' && resolution.file !== null) add({ path: resolution.file });
  }
  for (const resolution of resolutions) {
    if (resolution.outcome === 'unknown') continue;
    for (const indirection of resolution.indirections)
      if (indirection.kind === 'redirect')
        add({ path: indirection.rule.path, range: indirection.rule.range, words: indirection.rule.fromRange });
  }
  return [...targets.values()];
}

/** Where an id comes from: its heading, or the tag that has it. */
export function placeOfAnchor({ path, id, headingIndex }: Anchor, handbook: Handbook): LinkTarget {
  const facts = handbook.page(path)?.facts;
  if (facts === undefined) return { path };
  const heading = headingIndex === null ? undefined : facts.headings[headingIndex];
  if (heading && headingIndex !== null)
    return { path, range: heading.range, words: heading.textRange, heading: headingIndex };
  const range = facts.anchors.find((anchor) => anchor.id === id)?.range;
  return range ? { path, range } : { path };
}
