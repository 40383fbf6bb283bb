/**
 * Every competency says something.
 *
 * ## What it does
 *
 * Reports words that stand where a competency should: "TBD", "to be added", "N/A", "same as Senior",
 * "no differences", and empty cells of tables that have levels as columns. Includes are read too, and the
 * finding stands in the include.
 *
 * ## Why it matters
 *
 * Nobody can be judged by "TBD", and the page looks finished to whoever only sees its headings.
 *
 * ## How to fix
 *
 * Write what the level asks for. When it asks for nothing beyond the shared list, remove the line or the include.
 *
 * ## When to turn it off
 *
 * While a framework is being written.
 */
import { labelOf, underGroup } from '../src/competencies/labels.ts';
import { findPlaceholders, type PlaceholderFound } from '../src/competencies/placeholders.ts';
import { defineFrameworkRule, type FrameworkJudge } from '../src/lint/framework-reports.ts';
import { quoted, withDashes } from '../src/phrases/quoted.ts';

const placeholder = (found: PlaceholderFound) =>
  `${quoted(found.text)} is no competency. Write what ${who(found)} asks for${underGroup(found.group.group)}, or remove this.`;
const emptyCell = (found: PlaceholderFound) =>
  `${quoted(withDashes(found.row || found.group.heading))} is empty for ${who(found)}. Write what is asked for.`;

const who = ({ levelPage, isShared }: PlaceholderFound) =>
  isShared ? `the level ${withDashes(levelPage.level.name)}` : labelOf(levelPage, 'the');

const judge: FrameworkJudge = function* judge(framework) {
  for (const found of findPlaceholders(framework))
    yield { page: found.page, range: found.range, message: (found.row === null ? placeholder : emptyCell)(found) };
};

export default defineFrameworkRule('handbook-competency-placeholder', 'warn', judge);
