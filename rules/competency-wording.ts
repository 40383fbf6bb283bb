/**
 * Departments that ask for the same thing say it in the same words.
 *
 * ## What it does
 *
 * Compares the competencies that departments add to the shared lists, across departments. It reports one that
 * another department has with a different small word or ending, or that says one thing in other words at the same level. It
 * names both sides and shows the words that differ. It also reports a word that most competencies of the framework spell in
 * the other way, such as "recognise" and "recognize".
 *
 * The wording that most departments have is offered; where no side is in the majority, none is. Quotes, dashes, final stops,
 * capitals, emphasis, whom the words speak to ("You set your goals", "Sets their goals") and a department's own nouns
 * ("designers", "engineers") do not make two competencies differ.
 *
 * ## Options
 *
 * - `typography` (default `false`): report differences in punctuation and capitals at one level too.
 *
 * ## Why it matters
 *
 * Two people at one level are to be judged by the same words. Different words invite different readings.
 *
 * ## How to fix
 *
 * Accept the wording that is offered, or put the competency into a shared list that both departments include.
 *
 * ## When to turn it off
 *
 * When departments word their lists independently.
 */
import * as z from 'zod';
import { findOddSpellings, type OddSpelling } from '../src/competencies/compare/spelling.ts';
import { findVariants, type Variant } from '../src/competencies/compare/variants.ts';
import { differingWords } from '../src/competencies/compare/word-diff.ts';
import type { Competency } from '../src/competencies/framework.ts';
import { listed, sourceOf, unstopped } from '../src/competencies/labels.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import { type FrameworkJudge, reportsOn } from '../src/lint/framework-reports.ts';
import { allOf, count } from '../src/phrases/amounts.ts';
import { quoted, withDashes } from '../src/phrases/quoted.ts';

const departments = ({ departments: set }: Pick<Variant['own'], 'departments'>) =>
  listed([...set].map(({ name }) => withDashes(name)));
const levels = ({ levels: set }: Variant['own']) => allOf([...set].map(({ name }) => withDashes(name)));
const verb = ({ departments: set }: Variant['own'], one: string, many: string) => (set.size === 1 ? one : many);
const worded = (variant: Variant) => {
  const { own, preferred, others, isUsual } = variant;
  const { left, right } = differingWords(unstopped(own.wording.text), unstopped(preferred.wording.text));
  const theirs = new Set(others.flatMap((each) => [...each.departments]));
  const [here, there] = [departments(own), departments({ departments: theirs })];
  const said = differenceOf([here, verb(own, 'has', 'have')], left, [there, theirs.size > 1 ? 'have' : 'has'], right);
  if (!isUsual) {
    const all = departments({ departments: new Set([...own.departments, ...theirs]) });
    return `${all} ask for nearly the same in different words. Agree on one wording. ${said}`;
  }
  return `${here} ${verb(own, 'words', 'word')} this ${levels(own)} competency differently from ${there}. ${said}`;
};
type Side = readonly [names: string, has: string];
const differenceOf = ([here, hereHas]: Side, left: string, [there, thereHas]: Side, right: string) => {
  if (left === '') return `Only ${there} ${thereHas} ${quoted(right)} in it.`;
  return right === ''
    ? `Only ${here} ${hereHas} ${quoted(left)} in it.`
    : `${here} says ${quoted(left)}, ${there} ${quoted(right)}.`;
};
const signs = ({ own, preferred }: Variant) =>
  `${departments(own)} and ${departments(preferred)} have this ${levels(own)} competency with different punctuation or capitals. Use ${quoted(preferred.wording.text)}.`;
const spelt = ({ word, usual, more }: OddSpelling) => {
  const elsewhere = more === 0 ? '' : `, here and ${count(more, 'more time')} on this page`;
  return `Most competencies of this framework spell "${word}" as "${usual}". Use the same spelling${elsewhere}.`;
};

const use = (text: string) => ({ title: 'Use the same words', text, safe: false });

const judge: FrameworkJudge = function* judge(framework) {
  for (const variant of findVariants(framework)) {
    const { own, preferred, kind, isUsual } = variant;
    const message = kind === 'signs' ? signs(variant) : worded(variant);
    const related = [place(preferred.item, `The wording of ${departments(preferred)}`)];
    const suggestions = isUsual && isPlain(own.item) ? [use(sourceOf(preferred.item))] : [];
    yield { page: own.item.page, range: own.item.textRange, message, suggestions, related, data: { kind } };
  }
  for (const odd of findOddSpellings(framework)) {
    const suggestions = [{ title: `Write ${odd.usual}`, text: odd.usual, safe: false }];
    yield { page: odd.item.page, range: odd.range, message: spelt(odd), suggestions };
  }
};

/** Can its words be replaced without taking a tag away? */
function isPlain({ page, textRange }: Competency): boolean {
  return !page.text.slice(...textRange).includes('<');
}

function place({ page, textRange }: Competency, message: string) {
  return { path: page.path, range: textRange, message };
}

export default defineRule({
  id: 'handbook-competency-wording',
  kind: 'competencies',
  level: 'warn',
  options: z.strictObject({ typography: z.boolean().default(false) }),
  check(page, { handbook, options, report }) {
    for (const each of reportsOn(page, handbook, judge))
      if (options.typography || each.data?.kind !== 'signs') report(each);
  },
});
