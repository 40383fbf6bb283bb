/**
 * A page calls its role and its level as its title and headings do.
 *
 * ## What it does
 *
 * Compares what role pages and level pages of competency frameworks say of themselves. It reports
 *
 * - below the heading of a level, the first sentence of a part that names another level ("The Senior Designer reports to …", "The
 *   Senior Designer is a grade 8" below "Staff Designer"), or another kind of role ("Coordinator" below "Specialist");
 * - a heading with a misspelt word that the sentence below it spells right;
 * - a title that names another level than the file's name (`staff.md` with the title "Senior Engineer");
 * - on a level page of a framework, a title that names another level or department, a heading that starts with another level, and the
 *   first sentence of the page or below a heading, where it is about another level or department.
 *
 * Only what a page says of itself counts. "Mentors Senior Engineers", "reports to the Senior Manager" and a sentence that
 * names both levels compare them, and are left alone.
 *
 * ## Why it matters
 *
 * Pages for levels are written by copying the one below. What was not changed is then read as true, in salary talks as well.
 *
 * ## How to fix
 *
 * Write the level and role that the page is about.
 *
 * ## When to turn it off
 *
 * When headings and texts of your role pages use different titles for one role on purpose.
 */
import { type NamedElsewhere, namedElsewhere } from '../src/competencies/named-elsewhere.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import { type FrameworkJudge, reportsOn } from '../src/lint/framework-reports.ts';
import { quoted, shown } from '../src/phrases/quoted.ts';
import { type RoleMistake, roleMistakesOf } from '../src/sections/roles/role-mistakes.ts';
import { concernsRoles } from '../src/sections/roles/role-pages.ts';

const text = (says: string, heading: string) =>
  `This sentence speaks of ${quoted(says)}, below ${quoted(heading)}. Write the role that the text is about.`;
const heading = (word: string, right: string) =>
  `The heading says ${quoted(word)}, and the text below it ${quoted(right)}. Correct the heading.`;
const title = (says: string, file: string) =>
  `The title says ${quoted(says)}, and the file is called ${shown(file)}. Correct the one that is wrong.`;
const elsewhere = ({ kind, says, own }: NamedElsewhere) =>
  `This ${{ title: 'title', heading: 'heading', sentence: 'sentence' }[kind]} names ${quoted(says)}, and the page is that of ${quoted(own)}. Name the right one.`;

const judge: FrameworkJudge = function* judge(framework) {
  for (const each of namedElsewhere(framework)) yield { page: each.page, range: each.range, message: elsewhere(each) };
};

export default defineRule({
  id: 'handbook-role-name',
  level: 'warn',
  check(page, { handbook, report }) {
    for (const each of reportsOn(page, handbook, judge)) report(each);
    if (!concernsRoles(page, handbook)) return;
    for (const mistake of roleMistakesOf(handbook).get(page.path) ?? []) report(describe(mistake));
  },
});

function describe(mistake: RoleMistake) {
  const { range } = mistake;
  switch (mistake.kind) {
    case 'text': {
      const { part } = mistake;
      const related = [{ path: part.place.page.path, range: part.place.range, message: 'It stands below this' }];
      return { range, message: text(mistake.says, part.text), related };
    }
    case 'heading':
      return {
        range,
        message: heading(mistake.word, mistake.right),
        suggestions: [{ title: `Write ${mistake.right}`, text: mistake.right, safe: false }],
      };
    case 'title':
      return { range, message: title(mistake.says, mistake.file) };
  }
}
