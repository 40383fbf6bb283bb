/**
 * Who reports to whom makes sense across all role pages.
 *
 * ## What it does
 *
 * Reads the sentences, labels and cells of all role pages that say to whom a role reports, and lays them beside each other. It reports
 *
 * - a word in the boss's title that misspells one that roles have ("the Manger, Payroll");
 * - a role that reports to itself;
 * - roles that report to each other in a circle;
 * - two bosses for one level of a role;
 * - a level whose boss stands below the boss of a lower level, on the same page or on a page beside it.
 *
 * Role pages are those of a page type that asks for a reporting line (`handbook-required-sections` says which they are). A line that leaves it open ("a Manager or
 * Director"), or that speaks of a second boss ("also", "dotted line"), is left alone. A boss whom no page describes is none of these; ask for
 * such findings with the option `unnamed`.
 *
 * ## Why it matters
 *
 * People look up who decides about their work. Two answers are none.
 *
 * ## How to fix
 *
 * Correct the line, or leave it to one place to say it.
 *
 * ## When to turn it off
 *
 * When roles of your handbook report to several people as a rule.
 *
 * ## Options
 *
 * - `unnamed`: `true` reports a boss whom no title or heading of a role page names. Default: `false`, since most handbooks do not
 *   describe every role.
 *
 * ```yaml
 * rules:
 *   handbook-reporting-line: [warn, {unnamed: true}]
 * ```
 */

import * as z from 'zod';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Report } from '../src/lint/finding.ts';
import { quoted } from '../src/phrases/quoted.ts';
import { sourceOf } from '../src/sections/outline/outline.ts';
import { bare, type LineProblem, lineProblemsOf } from '../src/sections/roles/reporting-graph.ts';
import { locate } from '../src/sections/roles/reporting-lines.ts';
import { concernsRoles } from '../src/sections/roles/role-pages.ts';

const misspelt = (word: string, right: string) =>
  `${quoted(word)} looks like a misspelling of ${quoted(right)}. Correct it.`;
const unnamed = (boss: string, near: string | null) =>
  `No role page has the title or heading ${quoted(boss)}. ${near === null ? 'Write the page, or name a role that has one.' : `Did you mean ${quoted(near)}?`}`;
const itself = (role: string) => `${quoted(role)} reports to itself here. Name the role above it.`;
const circle = (chain: readonly string[]) =>
  `Following who reports to whom from ${quoted(chain[0] ?? '')} leads back to it, by way of ${chain.slice(1, -1).map(quoted).join(' and ')}. Correct the line that is wrong.`;
const two = (role: string, boss: string, other: string) =>
  `${quoted(role)} reports to ${quoted(boss)} here, and to ${quoted(other)} above. Keep the right one.`;
const lower = (role: string, boss: string, below: string, belowBoss: string) =>
  `${quoted(role)} reports to ${quoted(boss)}, which is lower than ${quoted(belowBoss)}, to whom ${quoted(below)} reports. Correct one of the two.`;

export default defineRule({
  id: 'handbook-reporting-line',
  level: 'warn',
  options: z.strictObject({
    unnamed: z.boolean().default(false).describe('Reports a boss whom no title or heading of a role page names.'),
  }),
  check(page, { handbook, options, report }) {
    if (!concernsRoles(page, handbook)) return;
    for (const problem of lineProblemsOf(handbook).get(page.path) ?? []) {
      if (problem.kind === 'unnamed' && !options.unnamed) continue;
      report(describe(problem));
    }
  },
});

function describe(problem: LineProblem): Report {
  const { line, part } = problem;
  const { page, range } = line;
  const boss = bare(line.boss ?? '');
  switch (problem.kind) {
    case 'misspelt': {
      const { word, right } = problem;
      const suggestions = [{ title: `Write ${right}`, text: right, safe: false }];
      return { range: locate(word, range, sourceOf(page)), message: misspelt(word, right), suggestions };
    }
    case 'unnamed':
      return { range, message: unnamed(problem.boss, problem.near()) };
    case 'itself':
      return { range, message: itself(bare(line.subject ?? part.text)) };
    case 'circle':
      return { range, message: circle(problem.chain) };
    case 'two': {
      const { first } = problem;
      const related = [{ path: first.page.path, range: first.range, message: 'The other one' }];
      return { range, message: two(part.text, boss, bare(first.boss ?? '')), related };
    }
    case 'lower': {
      const { below, belowLine } = problem;
      const related = [{ path: belowLine.page.path, range: belowLine.range, message: `The boss of ${below.text}` }];
      return { range, message: lower(part.text, boss, below.text, bare(belowLine.boss ?? '')), related };
    }
  }
}
