/**
 * An image or another file that a page uses is there.
 *
 * ## What it does
 *
 * Looks for every image, video, download and other file that a page shows or links to, where the built site would
 * serve it: under the static folders, beside the page when the page has a folder of its own, and under assets for links in Markdown.
 *
 * ## Why it matters
 *
 * The reader sees a broken picture, or a download that fails.
 *
 * ## How to fix
 *
 * Correct the name, upper and lower case included, or add the file. A picture beside `page.md` is not
 * found from that page. It is from `page/index.md`.
 *
 * ## When to turn it off
 *
 * When files are put beside the built site by something else. `unknown` in handbook.yaml names their folder more narrowly.
 */
import { pathRange } from '../src/links/destination.ts';
import { linkData, linksOn } from '../src/links/judge.ts';
import { malformedUrl } from '../src/links/malformed-url.ts';
import { resolveAs } from '../src/links/resolve.ts';
import { type NearFile, suggestFile } from '../src/links/suggest-file.ts';
import { meant, offSite, onHost, onlyOn } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Suggestion } from '../src/lint/finding.ts';
import type { Link } from '../src/markdown/facts.ts';
import type { Handbook, Page } from '../src/model/handbook.ts';
import { accentsApart } from '../src/phrases/accents.ts';
import { shown } from '../src/phrases/quoted.ts';
import { escaped } from '../src/sites/destination.ts';
import { splitHref } from '../src/sites/href.ts';
import { siteAt } from '../src/sites/index.ts';
import { isResource } from '../src/sites/link-kinds.ts';

const missingImage = (way: string, address: string) =>
  `This image${way} needs the file ${address}, but there is no such file.`;
const missingFile = (way: string, address: string) =>
  `This link${way} goes to the file ${address}, but there is no such file.`;
const nothingNear = ' Correct the name, or add the file.';

export default defineRule({
  id: 'handbook-link-file',
  kind: 'links',
  level: 'error',
  check(page, { handbook, report }) {
    for (const judged of linksOn(page, handbook).broken) {
      const { link, resolution } = judged;
      const isOffSite = resolution.reason === 'off-site' && resolution.page === null;
      if (resolution.reason !== 'missing-file' && !isOffSite) continue;
      // Told by handbook-link-page.
      if (malformedUrl(link, page, handbook)) continue;
      if (isOffSite) {
        const text = escaped(resolution.address);
        const safe = resolveAs(text, link, page, handbook).outcome === 'found';
        report({
          range: pathRange(link),
          message: offSite(onlyOn(judged), shown(splitHref(link.href).path)) + meant(shown(resolution.address)),
          suggestions: [{ title: `Use ${shown(resolution.address)}`, text, safe }],
          data: linkData(judged),
        });
        continue;
      }
      const missing = isResource(link) ? missingImage : missingFile;
      const near = suggestFile(resolution.address, handbook);
      const message = missing(onlyOn(judged), shown(onHost(resolution.address, resolution)));
      report({
        range: pathRange(link),
        message:
          message +
          (near
            ? meant(shown(onHost(near.address, resolution))) + accentsApart(resolution.address, near.address)
            : nothingNear),
        suggestions: near ? [suggestion(near, link, page, handbook)] : [],
        data: linkData(judged),
      });
    }
  },
});

/** A mend is safe when the link, so written, leads to a file. */
function suggestion({ address, safe }: NearFile, link: Link, page: Page, handbook: Handbook): Suggestion {
  const text = siteAt(page, handbook).fileDestinationFor?.(address, link, page) ?? escaped(address);
  const isFound = resolveAs(text, link, page, handbook).outcome === 'found';
  return { title: `Use ${shown(address)}`, text, safe: safe && isFound };
}
