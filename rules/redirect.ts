/**
 * A redirect leads to a page, and is needed.
 *
 * ## What it does
 *
 * Looks at every line of the files of redirects and at the `aliases` in front matter. It reports a redirect whose target is gone,
 * one that never applies because an earlier one catches the same addresses, and one that never applies because a page has that address.
 * Targets on other sites are not checked.
 *
 * ## Why it matters
 *
 * A redirect exists to keep old links alive. One without a target turns them into error pages where nobody looks for them.
 *
 * ## How to fix
 *
 * Correct the target, or remove the line.
 *
 * ## When to turn it off
 *
 * When redirects are made and checked elsewhere.
 *
 * ## Options
 *
 * - `unused` (default `true`): report redirects that never apply.
 */

import * as z from 'zod';
import { aliasesOf, aliasOwners } from '../src/links/aliases.ts';
import { problemOfRedirect, type RedirectProblem } from '../src/links/redirect-problem.ts';
import { suggestAnchor } from '../src/links/suggest-anchor.ts';
import { suggestPage } from '../src/links/suggest-page.ts';
import { meant, pageName } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import type { Handbook, Page } from '../src/model/handbook.ts';
import type { Redirect } from '../src/model/redirects.ts';
import { shown } from '../src/phrases/quoted.ts';
import { escaped } from '../src/sites/destination.ts';

const gone = (from: string, to: string) => `${from} is sent on to ${to}, but no page has that address.`;
const goneBelow = (from: string, to: string) => `${from} is sent on to addresses below ${to}, but no page has one.`;
const anchorGone = (from: string, page: string, id: string) =>
  `${from} is sent on to #${id} of the page ${page}, which has no such heading.`;
const anchorMeant = (id: string) => ` Send it to #${id} instead.`;
const anchorNowhere = (id: string) => ` Send it to one that it has, or leave out #${id}.`;
const nothingNear = ' Send it to another page, or remove the line.';
const doubled = (from: string, earlier: string) =>
  `This redirect of ${from} is never used, because the one of ${earlier} above it already applies. Remove one of the two.`;
const shadowed = (from: string, page: string) =>
  `This redirect of ${from} is never used, because the page ${page} has that address. Remove the line, or move the page.`;
const aliasDoubled = (alias: string, page: string) =>
  `The old address ${alias} is also claimed by the page ${page}, and only one of the two can have it. Remove it from one of them.`;
const aliasShadowed = (alias: string, page: string) =>
  `The old address ${alias} is the present address of the page ${page}. Remove it here.`;
const aliasOwn = (alias: string) => `The old address ${alias} is the present address of this page. Remove it.`;

export default defineRule({
  id: 'handbook-redirect',
  kind: 'redirects',
  level: 'error',
  options: z.strictObject({ unused: z.boolean().default(true) }),
  check(page, { handbook, options, report }) {
    if (page.kind !== 'redirects') {
      if (options.unused) checkAliases(page, handbook, report);
      return;
    }
    for (const rule of handbook.redirects) {
      if (rule.path !== page.path) continue;
      const problem = problemOfRedirect(rule, handbook);
      const found = problem && describe(rule, problem, handbook);
      if (found && (options.unused || (problem.kind !== 'doubled' && problem.kind !== 'shadowed'))) report(found);
    }
  },
});

function describe(rule: Redirect, problem: RedirectProblem, handbook: Handbook): Report {
  const from = shown(rule.from);
  const data = { href: rule.to, target: rule.to, outcome: problem.kind };
  if (problem.kind === 'shadowed')
    return { range: rule.fromRange, message: shadowed(from, pageName(problem.page)), data };
  if (problem.kind === 'doubled') {
    const related = [{ path: problem.by.path, range: problem.by.range, message: 'This one applies.' }];
    return { range: rule.range, message: doubled(from, shown(problem.by.from)), related, data };
  }
  if (problem.kind === 'anchor-gone') return { ...describeAnchor(rule, problem, handbook), data };
  if (problem.kind === 'gone-below')
    return { range: rule.toRange, message: goneBelow(from, shown(problem.prefix)) + nothingNear, data };
  const near = suggestPage(problem.address, handbook)?.page.address;
  const message = gone(from, shown(problem.address)) + (near ? meant(shown(near)) : nothingNear);
  const suggestions = near ? [{ title: `Send to ${shown(near)}`, text: escaped(near), safe: false }] : [];
  return { range: rule.toRange, message, suggestions, data };
}

function describeAnchor(
  rule: Redirect,
  problem: RedirectProblem & { kind: 'anchor-gone' },
  handbook: Handbook,
): Report {
  const { page, fragment } = problem;
  const near = suggestAnchor(page, fragment, handbook)?.anchor.id;
  const gone = anchorGone(shown(rule.from), pageName(page), shown(fragment));
  const message = gone + (near ? anchorMeant(shown(near)) : anchorNowhere(shown(fragment)));
  if (!rule.to.endsWith(`#${fragment}`)) return { range: rule.toRange, message };
  const range = [rule.toRange[1] - fragment.length, rule.toRange[1]] as const;
  const suggestions = near ? [{ title: `Send to #${near}`, text: escaped(near), safe: false }] : [];
  return { range, message, suggestions };
}

function checkAliases(page: Page, handbook: Handbook, report: (report: Report) => void): void {
  for (const alias of aliasesOf(page, handbook)) {
    const { address } = alias;
    const holder = handbook.at(address);
    const other =
      holder ?? aliasOwners(address, handbook).find((owner) => owner !== page && owner.language === page.language);
    if (other === undefined) continue;
    const name = shown(address);
    const shadowing = holder === page ? aliasOwn(name) : aliasShadowed(name, pageName(other));
    report({ range: alias.range, message: holder === undefined ? aliasDoubled(name, pageName(other)) : shadowing });
  }
}
