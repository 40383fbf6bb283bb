import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { Anchor, Anchors, Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { decodePercent } from '../href.ts';
import { brokenAt, foundAt, type Indirection, type Resolution, unknownAt } from '../resolution.ts';

/**
 * Where a fragment leads: to the top of the page, to an anchor, or to nothing that the page has. It is looked up as a browser does: as
 * written, then percent-decoded; case counts, but for plain files.
 */
export function meetFragment(page: Page, fragment: string, handbook: Handbook): Anchor | 'top' | 'missing' {
  const directive = fragment.indexOf(':~:');
  const wanted = directive < 0 ? fragment : fragment.slice(0, directive);
  if (wanted === '' || wanted === 'top') return 'top';
  const decoded = decodePercent(wanted);
  return (
    handbook.anchor(page, wanted) ??
    (decoded === wanted ? undefined : handbook.anchor(page, decoded)) ??
    inAnyCase(page, decoded, handbook) ??
    'missing'
  );
}

const lowered = new WeakMap<Anchors['ids'], ReadonlyMap<string, Anchor>>();

function inAnyCase(page: Page, wanted: string, handbook: Handbook): Anchor | undefined {
  if (!handbook.site.ids.ignoreCase) return undefined;
  const { ids } = handbook.anchors(page);
  const known = getOrInsert(
    lowered,
    ids,
    () => new Map([...ids.values()].reverse().map((anchor) => [anchor.id.toLowerCase(), anchor])),
  );
  return known.get(wanted.toLowerCase());
}

/** The resolution of a link that reached `page`, with or without a fragment. */
export function arrive(
  page: Page,
  address: string,
  fragment: string | null,
  handbook: Handbook,
  indirections: readonly Indirection[],
): Resolution {
  const met = fragment === null ? 'top' : meetFragment(page, fragment, handbook);
  if (met !== 'top' && handbook.site.mayChangeAnchor?.(met, fragment ?? '', page, handbook))
    return unknownAt('generated', address, page);
  if (met !== 'missing') return foundAt(address, { page, anchor: met === 'top' ? null : met }, indirections);
  const isContested = page.address !== null && handbook.isContested(page.address);
  const isMade =
    isOfFootnote(fragment ?? '', page) ||
    isOfReference(fragment ?? '', handbook) ||
    isOfContributors(fragment ?? '', page);
  if (isMade || isContested || hasUnknowableIds(handbook, page)) return unknownAt('generated', address, page);
  return brokenAt('missing-anchor', address, fragment, indirections, page);
}

/** Ids of footnotes of a page where labels have blanks, by which goldmark counts as well. */
function isOfFootnote(fragment: string, page: Page): boolean {
  return /^fn(?:ref\d*)?:/.test(fragment) && /^ {0,3}\[\^[^\]\s]{1,999}[ \t][^\]\n]{0,999}\]:/m.test(page.text);
}

/** Fragments that scripts read: `#operation/getCrew` (Redoc, Scalar), `#/crew/getCrew` (Swagger UI). */
const OF_REFERENCES = /^!?\/|^(?:tag|operation|section|schema|model|webhook|paths)\/./;

/** Whether a fragment is of those that references of interfaces have, which scripts put on a page of a built site. */
function isOfReference(fragment: string, { site }: Handbook): boolean {
  return site.servesContent && OF_REFERENCES.test(fragment);
}

/** Kinds of contributions that all-contributors (cli 6.26) links to no page, with the name of the one who gave them. */
const CONTRIBUTION =
  /^(?:a11y|audio|blog|business|content|data|design|eventOrganizing|example|financial|fundingFinding|ideas|infra|maintenance|mentoring|plugin|platform|projectManagement|promotion|question|research|security|talk|tool|translation|tutorial|userTesting|video)-./;

/** Whether all-contributors wrote the link: `#ideas-ann` in its list of people, which leads nowhere on any page. */
function isOfContributors(fragment: string, page: Page): boolean {
  // Who reads the text of a page is judged again after each edit of it.
  return CONTRIBUTION.test(fragment) && page.text.includes('<!-- ALL-CONTRIBUTORS-LIST:START');
}

/** Whether ids are made when the site is built, or the page's layout sends the reader on to another one. */
const hasUnknowableIds = query('ids are made at build time', makesIds);

/** Endings of pages that some generators read, and that are no Markdown. */
const NO_MARKDOWN = /\.(?:html?|org|adoc|asciidoc|ad|rst|pandoc|pdc)$/i;

function makesIds(handbook: Handbook, page: Page): boolean {
  if (page.summary.isUnread) return true;
  // A page that is no Markdown is not read for ids.
  if (NO_MARKDOWN.test(page.path) || handbook.anchors(page).generatedBy.length > 0) return true;
  const values = page.facts.frontMatter?.values;
  if (!values) return false;
  return Boolean(values.redirect_to) || (typeof values.layout === 'string' && values.layout.includes('redirect'));
}
