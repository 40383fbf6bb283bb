/**
 * A page asks for each competency once.
 *
 * ## What it does
 *
 * Reads every level page of a framework as its reader sees it, includes expanded, and reports a competency that stands
 * there twice, or that has all the words of another one and a few more, and an include that a page shows twice. It also reports a list of at
 * least three competencies that is word for word the list of another level of another department.
 *
 * Levels of one department resemble each other on purpose, so they are not compared.
 *
 * ## Why it matters
 *
 * Whoever is judged by the page is judged twice by the same thing, and one day by two versions of it.
 *
 * ## How to fix
 *
 * Remove the competency from the list that the department adds; the shared list has it already.
 * Write a list of its own for a level that only has a copy.
 *
 * ## When to turn it off
 *
 * When lists repeat competencies on purpose.
 */
import {
  type CopiedList,
  type Duplicate,
  findCopiedLists,
  findDuplicates,
  findRepeatedIncludes,
  type RepeatedInclude,
} from '../src/competencies/compare/duplicates.ts';
import { labelOf, unstopped } from '../src/competencies/labels.ts';
import { defineFrameworkRule, type FrameworkJudge } from '../src/lint/framework-reports.ts';
import { quoted, shown } from '../src/phrases/quoted.ts';

const twice = ({ page, item, twin }: Duplicate) =>
  twin.page === item.page
    ? `${labelOf(page)} asks for ${quoted(unstopped(item.wording.text))} twice. Remove one of the two.`
    : `${labelOf(page)} asks for ${quoted(unstopped(item.wording.text))} twice, here and in ${shown(twin.page.path)}. Remove it here.`;
const nearly = ({ page, twin }: Duplicate) =>
  `${labelOf(page)} already asks for ${quoted(unstopped(twin.wording.text))}, which says nearly the same. Keep one of the two.`;
const shownTwice = ({ page, file }: RepeatedInclude) =>
  `${labelOf(page)} shows ${shown(file.path)} twice. Remove one of the two.`;
const copied = ({ page, from }: CopiedList) =>
  `${labelOf(page)} has this list word for word from ${labelOf(from)}. Write what is different at this level, or remove it.`;

const judge: FrameworkJudge = function* judge(framework) {
  for (const duplicate of findDuplicates(framework)) {
    const { item, twin, kind } = duplicate;
    const related = [{ path: twin.page.path, range: twin.textRange, message: 'The same competency' }];
    const message = kind === 'same' ? twice(duplicate) : nearly(duplicate);
    yield { page: item.page, range: item.textRange, message, related };
  }
  for (const repeated of findRepeatedIncludes(framework))
    yield { page: repeated.page.page, range: repeated.include.call.range, message: shownTwice(repeated) };
  for (const copy of findCopiedLists(framework)) {
    const related = [{ path: copy.original.page.path, range: copy.original.range, message: 'The same list' }];
    yield { page: copy.list.page, range: copy.list.range, message: copied(copy), related };
  }
};

export default defineFrameworkRule('handbook-competency-duplicate', 'warn', judge);
