/**
 * Each level of a department asks for more than the level below it, and drops nothing in between.
 *
 * ## What it does
 *
 * Compares each level page with that of the next lower level of the same department. It reports a competency, or a whole list,
 * that is word for word that of the lower level; a competency that the level below and the level above have and this one
 * lacks; and a category, a short item with a list below it, that the lower level calls by another name.
 *
 * A list that both levels include from one file is no copy.
 *
 * ## Why it matters
 *
 * Whoever wants to be promoted asks what is different at the next level. Where the words are the same, nobody can say.
 *
 * ## How to fix
 *
 * Say what is more at this level, or ask for it at the lowest level only.
 *
 * ## When to turn it off
 *
 * It is off by default, since many frameworks repeat on purpose what every level needs. Turn it on where each level says only
 * what is new.
 */
import { findProgressionFaults, type ProgressionFault } from '../src/competencies/compare/progression.ts';
import { labelOf, unstopped } from '../src/competencies/labels.ts';
import { defineFrameworkRule, type FrameworkJudge, type PlacedReport } from '../src/lint/framework-reports.ts';
import { quoted, withDashes } from '../src/phrases/quoted.ts';

type Of<Kind extends ProgressionFault['kind']> = Extract<ProgressionFault, { kind: Kind }>;

const same = ({ page, lower, item }: Of<'same'>) =>
  `${labelOf(page)} asks for ${quoted(unstopped(item.wording.text))} in the same words as ${withDashes(lower.level.name)}. Say what is more at this level, or ask for it once.`;
const sameList = ({ page, lower, group }: Of<'same-list'>) =>
  `${labelOf(page)} has the ${withDashes(group.group.name)} list of ${withDashes(lower.level.name)}, word for word. Say what is more at this level.`;
const gap = ({ page, lower, higher, item }: Of<'gap'>) =>
  `${labelOf(page)} lacks ${quoted(unstopped(item.wording.text))}, which ${withDashes(lower.level.name)} and ${withDashes(higher.level.name)} have. Add it, or leave it out there too.`;
const category = ({ lower, name, below }: Of<'category'>) =>
  `The category ${quoted(name)} is called ${quoted(below)} at the level ${withDashes(lower.level.name)}. Use one name.`;

const judge: FrameworkJudge = (framework) => findProgressionFaults(framework).map(describe);

function describe(fault: ProgressionFault): PlacedReport {
  switch (fault.kind) {
    case 'same': {
      const { item, twin } = fault;
      const related = [{ path: twin.page.path, range: twin.textRange, message: 'The same words' }];
      return { page: item.page, range: item.textRange, message: same(fault), related };
    }
    case 'same-list': {
      const list = fault.group.lists[0] ?? fault.group;
      const twin = fault.twin.lists[0] ?? fault.twin;
      const related = [{ path: twin.page.path, range: twin.range, message: 'The same list' }];
      return { page: list.page, range: list.range, message: sameList(fault), related };
    }
    case 'gap': {
      const { group, item } = fault;
      const related = [{ path: item.page.path, range: item.textRange, message: 'It is asked for here' }];
      return { page: group.page, range: group.range, message: gap(fault), related, identity: item.wording.key };
    }
    case 'category':
      return { ...fault.at, message: category(fault) };
  }
}

export default defineFrameworkRule('handbook-competency-progression', 'off', judge);
