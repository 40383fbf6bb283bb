import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';
import { runs } from '../support/runs.ts';

const competencyRules = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const line = fc.constantFrom(
  '## Craft',
  '### Senior Craft Competencies',
  '# ',
  '- Owns: the room.',
  '- Owns the room',
  '  - Nested',
  '1. Numbered',
  '- [Craft](#craft)',
  '- [Senior](/careers/a/senior/)',
  '- [](/careers/b/)',
  '{{% include "includes/x.md" %}}',
  '{{% include "includes/y.md" %}}',
  '{{$ include "includes/y.md" %}}',
  '| Competency | Junior | Senior |\n| --- | --- | --- |\n| A |  | TBD |',
  '| x |\n|---|',
  '<div>- html</div>',
  '> - quoted',
  '- TBD',
  '-',
  '',
);
const page = fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join('\n')}\n`);

test('no page, however made, stops a run; every message is without a colon and every range inside its page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 9, maxLength: 9 }), fc.boolean(), async (pages, isTable) => {
      const [index = '', a = '', b = '', c = '', d = '', base = '', x = '', y = '', nested = ''] = pages;
      const handbook = await memoryHandbook({
        'handbook.yaml': `frameworks:\n  - name: careers\n    pages: content/careers/{department}${isTable ? '' : '/{level}'}.md\n`,
        'content/careers/_index.md': index,
        'content/careers/a/junior.md': a,
        'content/careers/a/senior.md': b,
        'content/careers/b/senior.md': c,
        'content/careers/b/team/senior.md': nested,
        'content/careers/c/senior.md': d,
        'content/careers/senior.md': base,
        'assets/includes/x.md': x,
        'assets/includes/y.md': y,
      });
      for (const { path, message, start, end } of lint(handbook, { rules: competencyRules }).findings) {
        expect(message).not.toContain(':');
        expect(start.offset).toBeLessThanOrEqual(end.offset);
        expect(end.offset).toBeLessThanOrEqual(handbook.page(path)?.text.length ?? -1);
      }
    }),
    { numRuns: runs(30, 150) },
  );
});
