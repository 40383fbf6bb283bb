import { expect, test } from 'vitest';
import { countFindings } from '../../src/lint/results/result.ts';
import { collectReport } from '../../src/report/collect.ts';
import { reportPage } from '../../src/report/page/document.ts';
import { finding } from '../reporters/samples.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('of 100,000 findings the page keeps errors first, says what it leaves out, and stays below 10 MB', async () => {
  const handbook = await memoryHandbook({ 'content/_index.md': `# Home\n\n${'words '.repeat(200)}\n` });
  const long = 'A sentence that goes on and on, with words from the page. '.repeat(30);
  const findings = Array.from({ length: 100_000 }, (_, index) =>
    finding({
      severity: index % 2 === 0 ? 'warn' : 'error',
      path: `content/${'folder-with-a-name/'.repeat(8)}page-${index % 500}.md`,
      message: `${index} ${long}`,
      key: String(index),
      data: { target: `/gone/${index % 900}/`, outcome: 'broken' },
    }),
  );
  const summary = {
    pages: 1,
    links: { checked: 0, broken: 0, unknown: 0 },
    sections: { unknown: 0 },
    ...countFindings(findings),
    milliseconds: 0,
  };
  const data = collectReport(
    handbook,
    { findings, summary },
    {
      date: '2026-01-01T00:00:00.000Z',
      name: 'large',
      source: 'https://example.com/{path}#L{line}',
      owners: () => ['@a-team-with-a-long-name'],
      around: {
        exists: () => false,
        hidden: () => null,
        elsewhere: () => null,
        keep: () => null,
        redirect: () => null,
      },
      competencyRules: new Set(),
      change: { against: 'main', fresh: new Set(), gone: 0 },
      earlier: [],
    },
  );
  expect(data.findings.length + data.omitted).toBe(100_000);
  expect(data.omitted).toBeGreaterThan(0);
  expect(data.findings.every(({ severity }) => severity === 'error')).toBe(true);
  expect(data.figures.errors + data.figures.warnings).toBe(100_000);
  const page = reportPage(data, { script: '', style: '' });
  expect(page.length).toBeLessThan(10_000_000);
  expect(page).toContain(`${data.omitted.toLocaleString('en-US')} more findings are counted above and left out here`);
});
