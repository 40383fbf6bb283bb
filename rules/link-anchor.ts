/**
 * A link to a place on a page leads to a heading or anchor that the page has.
 *
 * ## What it does
 *
 * Compares what follows the `#` of a link with the ids of the built page. They are made from its headings, those of the files
 * it includes among them, from `{#id}`, from raw HTML and from shortcodes that print an id. Upper and lower case count, as they do in a browser.
 * On a page where a shortcode makes headings while the site is built, an unknown place cannot be checked and is never reported.
 *
 * ## Why it matters
 *
 * The reader lands at the top of a long page and has to search for what the link promised.
 *
 * ## How to fix
 *
 * Write the id that the finding suggests. The id follows from the words of the heading, so it changes when they do.
 * A heading that many pages link to keeps its id with `{#id}` at its end.
 *
 * ## When to turn it off
 *
 * When most pages get their headings from templates that this tool does not know. List those shortcodes
 * under `shortcodes` in handbook.yaml first.
 */
import { pathRange } from '../src/links/destination.ts';
import { linkData, linksOn } from '../src/links/judge.ts';
import { malformedUrl } from '../src/links/malformed-url.ts';
import { suggestAnchor } from '../src/links/suggest-anchor.ts';
import { onlyOn, pageName } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import { accentsApart } from '../src/phrases/accents.ts';
import { quoted, shown } from '../src/phrases/quoted.ts';
import { escaped } from '../src/sites/destination.ts';
import { isOnHost } from '../src/sites/href.ts';

const missing = (page: string, fragment: string) => `${page} has no heading for #${fragment}.`;
const noFootnote = (page: string, label: string) =>
  `${page} has no footnote ${label}. Refer to a footnote as [^1] is referred to, or link to a heading.`;
const thePage = (title: string) => `The page ${title}`;
const seenPage = (title: string) => `The page ${title}, where this part is shown,`;
const thisPage = 'This page';
const meant = (id: string) => ` Link to #${id} instead.`;
const nothingNear = (fragment: string) => ` Link to a heading that it has, or leave out #${fragment}.`;

export default defineRule({
  id: 'handbook-link-anchor',
  kind: 'links',
  level: 'error',
  check(page, { handbook, report }) {
    for (const judged of linksOn(page, handbook).broken) {
      const { link, resolution } = judged;
      if (resolution.reason !== 'missing-anchor' || !resolution.page) continue;
      // Told by handbook-link-page.
      if (malformedUrl(link, page, handbook)) continue;
      const target = resolution.page;
      const isHere = target === page;
      const isIncluder = onlyOn(judged) !== '' && judged.seenOn.includes(target);
      const title = pageName(target);
      const subject = isHere ? thisPage : isIncluder ? seenPage(title) : thePage(title);
      const fragment = shown(resolution.fragment);
      const near = suggestAnchor(target, resolution.fragment, handbook);
      const footnote = /^fn(?:ref\d*)?:(.+)$/.exec(resolution.fragment)?.[1];
      const message =
        footnote !== undefined && !near
          ? noFootnote(subject, quoted(footnote))
          : missing(subject, fragment) +
            (near ? meant(shown(near.anchor.id)) + accentsApart(fragment, near.anchor.id) : nothingNear(fragment));
      // Where the link has another fault as well, mending this one brings that to light, and someone should look.
      const isOnlyFault = resolution.indirections.length === 0 && !isOnHost(link.href, handbook.config.hosts);
      const suggestions =
        near && link.fragment
          ? [{ title: `Link to #${near.anchor.id}`, text: escaped(near.anchor.id), safe: near.safe && isOnlyFault }]
          : [];
      report({ range: link.fragment ?? pathRange(link), message, suggestions, data: linkData(judged) });
    }
  },
});
