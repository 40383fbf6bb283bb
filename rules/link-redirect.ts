/**
 * A link uses the present address of a page, not one that is only sent on.
 *
 * ## What it does
 *
 * Reports links that reach their page through an alias of the page or through a redirect, and gives the
 * address that the page has now. With the option `browser` it also reports relative links that Hugo does not
 * know and that only the browser resolves, since those break when the page moves to another folder.
 *
 * ## Why it matters
 *
 * Redirects are cleaned up one day, and every link that still needs one breaks then. Until then each click takes a detour.
 *
 * ## How to fix
 *
 * Take the replacement. `--fix` does that for all of them.
 *
 * ## When to turn it off
 *
 * When redirects are kept forever.
 *
 * ## Options
 *
 * - `browser` (default `false`): report relative links that only the browser resolves.
 */
import * as z from 'zod';
import { destinationOf, pathRange } from '../src/links/destination.ts';
import { type JudgedLink, linkData, linksOn } from '../src/links/judge.ts';
import { onlyOn, pageName } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Handbook, Page } from '../src/model/handbook.ts';
import { shown } from '../src/phrases/quoted.ts';
import { escaped } from '../src/sites/destination.ts';
import type { Found } from '../src/sites/resolution.ts';

const old = (way: string, page: string, address: string) =>
  `This link${way} uses an old address of ${page}. It still works, but please link to ${address}.`;
const sentOn = (way: string, address: string) =>
  `This link${way} uses an address that is sent on to ${address}. It still works, but please link there directly.`;
const onlyBrowser = (way: string, page: string, address: string) =>
  `This link${way} reaches ${page} only because of where this page is now. Link to ${address}, which keeps working when this page moves.`;

export default defineRule({
  id: 'handbook-link-redirect',
  kind: 'links',
  finds: 'old',
  level: 'warn',
  options: z.strictObject({ browser: z.boolean().default(false) }),
  check(page, { handbook, options, report }) {
    for (const judged of linksOn(page, handbook).indirect) {
      const { link, resolution } = judged;
      const kinds = resolution.indirections.map(({ kind }) => kind);
      const isForwarded = kinds.includes('alias') || kinds.includes('redirect');
      if (!isForwarded && !(options.browser && kinds.includes('browser'))) continue;
      const text = replacement(judged, resolution, page, handbook);
      const name = shown(text);
      const title = resolution.page ? pageName(resolution.page) : null;
      const words = isForwarded ? old : onlyBrowser;
      report({
        range: pathRange(link),
        message: title === null ? sentOn(onlyOn(judged), name) : words(onlyOn(judged), title, name),
        suggestions: link.kind === 'autolink' ? [] : [{ title: `Link to ${name}`, text, safe: isForwarded }],
        data: linkData(judged),
      });
    }
  },
});

/** The redirect may lead to a place on the page; a link with a place of its own keeps that. */
function replacement({ link }: JudgedLink, found: Found, page: Page, handbook: Handbook): string {
  const path = found.page ? destinationOf(found.page, link, page, handbook) : escaped(found.address);
  return found.anchor && link.fragment === null ? `${path}#${escaped(found.anchor.id)}` : path;
}
