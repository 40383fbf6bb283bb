/**
 * A link to a page of the handbook leads to a page that is there.
 *
 * ## What it does
 *
 * Follows every link as the built site does, by the rules of Hugo and then by those of the browser, and
 * reports the ones that end at no page. Links in Markdown, in raw HTML, in `ref` shortcodes and in mermaid
 * diagrams count. A link in an include is judged on the pages that show the include and reported once.
 * What cannot be known, such as a part of the site that comes from elsewhere (`unknown` in handbook.yaml), is never reported.
 *
 * ## Why it matters
 *
 * Whoever follows the link meets an error page.
 *
 * ## How to fix
 *
 * Link to the address that the finding suggests. When the page has gone for good, remove the link.
 * When it has moved, one line in the file of redirects keeps every link to it alive.
 *
 * ## When to turn it off
 *
 * Never, on a handbook that people read. List what is served from elsewhere under `unknown`.
 */
import { destinationOf, pathRange } from '../src/links/destination.ts';
import { linkData, linksOn } from '../src/links/judge.ts';
import { malformedUrl } from '../src/links/malformed-url.ts';
import { resolveAs, resolveLink } from '../src/links/resolve.ts';
import { draftAt, suggestForLink } from '../src/links/suggest.ts';
import { meant, offSite, onHost, onlyOn, pageName } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Link } from '../src/markdown/facts.ts';
import type { Handbook, Page } from '../src/model/handbook.ts';
import { accentsApart } from '../src/phrases/accents.ts';
import { shown } from '../src/phrases/quoted.ts';
import { splitHref } from '../src/sites/href.ts';
import { siteAt } from '../src/sites/index.ts';
import { meetFragment } from '../src/sites/serving/fragment.ts';

const missing = (way: string, address: string) => `This link${way} goes to ${address}, but no page has that address.`;
const noReference = (way: string, written: string) =>
  `This reference${way} names ${written}, but there is no such page.`;
const noFile = (way: string, path: string) => `This link${way} goes to ${path}, but there is no such file.`;
const redirected = (way: string, first: string, address: string) =>
  `This link${way} goes to ${first} and from there to ${address}, but no page has that address.`;
const draft = (way: string, page: string) =>
  `This link${way} goes to ${page}, which is still a draft and not on the site. Publish that page, or link to another one.`;
const unrendered = (way: string, page: string) =>
  `This link${way} goes to ${page}, but that page is set to have no address on the site. Link to another page, or remove the link.`;
const outside = (way: string) =>
  `This link${way} leads out of the handbook. Link to a page of the handbook, or give the full address.`;
const malformedMessages = {
  'no-scheme': (address: string) =>
    `This link goes to another site but lacks the https in front, so it leads nowhere. Write the whole address of ${address}.`,
  'no-mailto': (address: string) =>
    `This link holds a mail address but lacks the mailto in front, so it leads nowhere. Put mailto and a colon before ${address}.`,
  'one-slash': (address: string) =>
    `This link has only one slash after https, so it leads nowhere. Write two before ${address}.`,
  backslash: (address: string) => `The backslash in this link becomes a part of its address. Write ${address}.`,
};
const nothingNear = ' Link to another page, or remove the link.';

export default defineRule({
  id: 'handbook-link-page',
  kind: 'links',
  level: 'error',
  check(page, { handbook, report }) {
    for (const judged of linksOn(page, handbook).broken) {
      const { link, resolution } = judged;
      const range = pathRange(link);
      const data = linkData(judged);
      const way = onlyOn(judged);
      if (resolution.reason === 'outside') report({ range, message: outside(way), data });
      if (resolution.reason === 'unrendered')
        report({
          range,
          message: unrendered(way, resolution.page ? pageName(resolution.page) : shown(resolution.address)),
          data,
        });
      const malformed = malformedUrl(link, page, handbook);
      if (malformed) {
        const text = shown(malformed.text.replace(/^mailto:/, ''));
        const safe = malformed.kind !== 'backslash' || leadsSomewhere(link, page, handbook);
        const suggestions = [{ title: `Link to ${text}`, text: malformed.text, safe }];
        report({ range: link.target, message: malformedMessages[malformed.kind](text), suggestions, data });
        continue;
      }
      if (resolution.reason === 'off-site' && resolution.page) {
        const text = destinationOf(resolution.page, link, page, handbook);
        const safe = leadsTo(text, resolution.page, link, page, handbook);
        const message = offSite(way, shown(splitHref(link.href).path)) + meant(shown(resolution.address));
        report({ range, message, suggestions: [{ title: `Link to ${shown(resolution.address)}`, text, safe }], data });
      }
      if (resolution.reason !== 'missing-page') continue;
      const unpublished = draftAt(resolution.address, handbook);
      if (unpublished) {
        report({ range, message: draft(way, pageName(unpublished)), data });
        continue;
      }
      const first = resolution.indirections[0];
      const isSentOn = first?.kind === 'redirect';
      const message = isSentOn
        ? redirected(way, shown(first.rule.from), shown(resolution.address))
        : link.kind === 'ref'
          ? noReference(way, shown(splitHref(link.href).path))
          : (siteAt(page, handbook).addressesAreFiles ? noFile : missing)(
              way,
              shown(onHost(resolution.address, resolution)),
            );
      const near = suggestForLink(judged, resolution, page, handbook);
      if (!near) {
        report({ range, message: message + nothingNear, data });
        continue;
      }
      const text = destinationOf(near.page, link, page, handbook);
      const name = shown(onHost(near.page.address ?? near.page.path, resolution));
      const safe =
        near.safe && hasFragment(near.page, link, handbook) && leadsTo(text, near.page, link, page, handbook);
      const suggestions = link.kind === 'autolink' ? [] : [{ title: `Link to ${name}`, text, safe }];
      const apart = accentsApart(resolution.address, near.page.address ?? near.page.path);
      report({ range, message: message + meant(link.kind === 'ref' ? shown(text) : name) + apart, suggestions, data });
    }
  },
});

/** Whether what the link names after `#` is on that page. */
function hasFragment(page: Page, { href }: Link, handbook: Handbook): boolean {
  const { fragment } = splitHref(href);
  return fragment === null || meetFragment(page, fragment, handbook) !== 'missing';
}

/** Whether the link, so written, leads to the page: a link in an include is judged on other pages. */
function leadsTo(text: string, target: Page, link: Link, page: Page, handbook: Handbook): boolean {
  if (page.kind === 'include' || link.kind === 'ref') return true;
  const resolution = resolveAs(text, link, page, handbook);
  return resolution.outcome === 'found' && resolution.page === target;
}

/** Whether there would be nothing more to say about the link if its address were taken for what it reads as. */
function leadsSomewhere(link: Link, page: Page, handbook: Handbook): boolean {
  const resolution = resolveLink({ ...link, kind: 'html' }, page, handbook, page);
  return resolution.outcome === 'found' && resolution.indirections.length === 0;
}
