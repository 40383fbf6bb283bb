import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { openHandbook } from '../src/incremental/open.ts';
import { lint } from '../src/lint/run.ts';
import { fixtures, formatFindings } from './support/fixtures.ts';

// Each finding of the report is a defect that was planted, and each defect that was planted is in the report.
test('the example handbook shows what the rules find', async () => {
  const handbook = await openHandbook({ root: `${fixtures}example-handbook` });
  const { findings } = lint(handbook, { rules });
  const report = formatFindings(findings, (path) => handbook.page(path)?.text ?? '');
  const file = new URL('example-handbook.expected.txt', import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, report);
  else expect(report).toBe(readFileSync(file, 'utf8'));
});
