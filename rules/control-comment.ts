/**
 * A control comment names a rule that exists and silences something.
 *
 * ## What it does
 *
 * Looks at comments such as `<!--lint disable handbook-link-page-->`. It reports an id that starts
 * with `handbook-` and that no rule has, and a `disable` or `ignore` that silences nothing. Ids without
 * that prefix may belong to other tools, so nothing is said of them; `link-page` silences
 * `handbook-link-page` all the same.
 *
 * ## Why it matters
 *
 * A misspelt id silences nothing. A comment that outlived its mistake will hide the next one.
 *
 * ## How to fix
 *
 * Correct the id, or remove the comment.
 *
 * ## When to turn it off
 *
 * When pages are also checked by another version of this tool, with other rules.
 */
import { defineRule } from '../src/lint/define-rule.ts';
import { nearest } from '../src/phrases/nearest.ts';

const unknown = (id: string, near: string | null) =>
  `There is no rule "${id}".${near === null ? '' : ` Did you mean "${near}"?`}`;
const unused = (id: string) => `This comment silences "${id}", but there is nothing to silence. Remove it.`;

export default defineRule({
  id: 'handbook-control-comment',
  level: 'warn',
  check: () => {},
  review(_page, { controls, report }) {
    for (const { id, range, state, known } of controls) {
      if (state === 'unknown') {
        const near = nearest(id, [...known]);
        report({
          range,
          message: unknown(id, near),
          suggestions: near === null ? [] : [{ title: `Write ${near}`, text: near, safe: false }],
        });
      } else if (state === 'unused') {
        report({ range, message: unused(id) });
      }
    }
  },
});
