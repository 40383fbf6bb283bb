/**
 * A link writes the address of its page in the right upper and lower case.
 *
 * ## What it does
 *
 * Reports links that Hugo finds only because it ignores upper and lower case, such as `/Handbook/Values/`.
 *
 * ## Why it matters
 *
 * Hugo mends such a link in Markdown. The same address in raw HTML, in a mail or in a browser's address bar meets an
 * error page, and people copy addresses from what they see.
 *
 * ## How to fix
 *
 * Take the replacement. `--fix` does that for all of them.
 *
 * ## When to turn it off
 *
 * When the server ignores case too.
 */
import { destinationOf, pathRange } from '../src/links/destination.ts';
import { linkData, linksOn } from '../src/links/judge.ts';
import { onlyOn } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import { shown } from '../src/phrases/quoted.ts';
import { escaped } from '../src/sites/destination.ts';

const otherCase = (way: string, address: string) =>
  `This link${way} writes its address with other capital letters than the page has. Please link to ${address}.`;

export default defineRule({
  id: 'handbook-link-case',
  kind: 'links',
  level: 'warn',
  check(page, { handbook, report }) {
    for (const judged of linksOn(page, handbook).indirect) {
      const { link, resolution } = judged;
      if (!resolution.indirections.some(({ kind }) => kind === 'case')) continue;
      const text = resolution.page ? destinationOf(resolution.page, link, page, handbook) : escaped(resolution.address);
      report({
        range: pathRange(link),
        message: otherCase(onlyOn(judged), shown(text)),
        suggestions: [{ title: `Link to ${shown(text)}`, text, safe: true }],
        data: linkData(judged),
      });
    }
  },
});
