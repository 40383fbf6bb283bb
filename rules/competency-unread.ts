/**
 * What a framework should read can be read.
 *
 * ## What it does
 *
 * Reports a page or file of data that lies where a framework's pages lie and gives nothing: no levels as headings, columns,
 * rows or keys, no list at all, none below a group that is asked for, or data that is not well formed. It also reports parts of tables that no reader of the page
 * sees as they were meant: a row with more or fewer cells than the header, and a table in a table's cell, and a level that a page
 * has twice, of which the second is not read. All else on such a
 * page is read. A page beside those of departments that names neither their groups nor, where there are none, their levels is a guide
 * and left alone.
 *
 * ## Why it matters
 *
 * Nobody compares what was not read, so that its drift goes unseen.
 *
 * ## How to fix
 *
 * Write the levels and lists as other pages have them, or name the page in the framework's `exclude`.
 *
 * ## When to turn it off
 *
 * While a framework is being written.
 */

import type { Framework, UnreadPage } from '../src/competencies/framework.ts';
import { listed } from '../src/competencies/labels.ts';
import { defineFrameworkRule, type FrameworkJudge } from '../src/lint/framework-reports.ts';
import { complaintAsSentence } from '../src/phrases/complaint.ts';
import { quoted, withDashes } from '../src/phrases/quoted.ts';

const messages: Readonly<
  Record<Exclude<UnreadPage['why'], 'no-group'>, (framework: string, detail: string) => string>
> = {
  'no-levels': (framework) =>
    `The framework ${framework} finds no levels here. Write them as headings or as a table's columns or rows, or add this page to exclude in handbook.yaml.`,
  'no-list': (framework) =>
    `The framework ${framework} finds no list of competencies here. Write them as a list, or add this page to exclude in handbook.yaml.`,
  unparsed: (framework, detail) =>
    `The framework ${framework} cannot read this file from here on. ${complaintAsSentence(detail)}`,
  ragged: () =>
    'This row has another number of cells than the head of its table. Add what is missing, or remove what is too much.',
  second: () =>
    'This level stands here a second time, and what it asks for is not compared. Put the two together, or correct the name.',
  nested: () => 'This table stands in a cell of another table, and is not compared. Write it as a list.',
};

const noLevelsInData = (framework: string) =>
  `The framework ${framework} finds no levels here. Name them by keys, such as senior, or by a key level, or add this file to exclude in handbook.yaml.`;

const noGroup = ({ page, detail }: UnreadPage, { pages }: Framework, framework: string) => {
  const groups = pages.find((each) => each.page === page)?.department.groups ?? [];
  const asked = listed(groups.map(({ name }) => name));
  return `The framework ${framework} asks for ${asked} and finds lists here below other headings, as ${quoted(withDashes(detail))}. Use the same headings, or give this department a profile in handbook.yaml.`;
};

const judge: FrameworkJudge = function* judge(framework) {
  for (const unread of framework.unread) {
    const { page, range, why, detail } = unread;
    if (unread.isGuide) continue;
    const name = quoted(framework.name);
    let message: string;
    if (why === 'no-group') message = noGroup(unread, framework, name);
    else message = why === 'no-levels' && page.kind === 'data' ? noLevelsInData(name) : messages[why](name, detail);
    yield { page, range, message, data: { why } };
  }
};

export default defineFrameworkRule('handbook-competency-unread', 'warn', judge);
