/**
 * A link to the handbook itself leaves the host's name out.
 *
 * ## What it does
 *
 * Reports links that give the full URL of one of the handbook's own pages. The host names are `hosts` in handbook.yaml.
 * A URL that leads to no page is left to `handbook-link-page`.
 *
 * ## Why it matters
 *
 * A full URL leaves a preview, a copy or a test build of the handbook for the real one, and it breaks when the host is renamed.
 *
 * ## How to fix
 *
 * Take the replacement. `--fix` does that for all of them, except for a URL that stands in the text without words of its own.
 *
 * ## When to turn it off
 *
 * When pages are also read outside of the site, in mails for instance.
 */
import { destinationOf } from '../src/links/destination.ts';
import { type JudgedLink, linkData, linksOn } from '../src/links/judge.ts';
import { resolveAs } from '../src/links/resolve.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Handbook, Page } from '../src/model/handbook.ts';
import { shown } from '../src/phrases/quoted.ts';
import { escaped } from '../src/sites/destination.ts';
import { hostOf, isExternal, isOnHost, splitHref, tail } from '../src/sites/href.ts';
import type { Found } from '../src/sites/resolution.ts';

const selfHost = (address: string) =>
  `This link gives the full address of a page of this handbook. Please link to ${address}.`;

export default defineRule({
  id: 'handbook-link-self-host',
  kind: 'links',
  level: 'warn',
  check(page, { handbook, report }) {
    for (const judged of linksOn(page, handbook).full) {
      const { link, resolution } = judged;
      if (resolution.outcome !== 'found' || !isOnHost(link.href, handbook.config.hosts)) continue;
      // A redirect to another site is no page of this one.
      if (isExternal(resolution.address)) continue;
      const text = withoutHost(judged, resolution, page, handbook);
      if (text === null) continue;
      const isBare = link.kind === 'autolink';
      const suggestion = isBare ? withWords(resolution.page, text) : text;
      report({
        range: isBare ? link.range : link.target,
        message: selfHost(shown(text)),
        suggestions: [{ title: `Link to ${shown(text)}`, text: suggestion, safe: !isBare }],
        data: linkData(judged),
      });
    }
  },
});

/** What leads to the same place without the host's name: the address, the path of the URL, or the page's file; `null` when nothing does. */
function withoutHost({ link, seenOn }: JudgedLink, found: Found, page: Page, handbook: Handbook): string | null {
  const { query, fragment } = splitHref(link.href);
  const written = splitHref(hostOf(link.href)?.rest ?? '').path;
  const paths = [escaped(found.address), written];
  const file = found.page ? [destinationOf(found.page, link, page, handbook)] : [];
  // The name of the built file is none that anybody writes, unless it was.
  if (found.address.endsWith('.html') && !written.endsWith('.html')) paths.unshift(...file);
  else paths.push(...file);
  const leadsThere = (text: string) => {
    const answer = resolveAs(text, link, page, handbook, seenOn[0]);
    return answer.outcome === 'found' && answer.page === found.page && answer.file === found.file;
  };
  return paths.map((path) => path + tail({ path: '', query, fragment })).find(leadsThere) ?? null;
}

function withWords(target: Page | null, address: string): string {
  const words = target?.title.replace(/[[\]\\]/g, '\\$&') ?? address;
  return `[${words}](${address})`;
}
