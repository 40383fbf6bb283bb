import type { Finding } from '../../src/lint/finding.ts';
import { keyMaker } from '../../src/lint/results/fingerprint.ts';
import { countFindings } from '../../src/lint/results/result.ts';
import type { LintResult } from '../../src/lint/run.ts';
import type { ReportContext, Reporter } from '../../src/reporters/report.ts';

/** Everything that a page's author could use to break out of a report. */
export const hostile =
  'A | b <script>alert(1)</script> & "q" \'s\' `code` *b* [x](https://evil.example) @all #1 !2 %0A ::error:: ]]> \u001b[31mred\u001b]0;t\u0007 \u202ertl\u0000\u009b1m\nsecond line\r\n| c | \ud800';

const key = keyMaker();

/** A finding with only what matters given. */
export function finding(given: Partial<Finding> = {}): Finding {
  return {
    rule: 'handbook-link-page',
    severity: 'error',
    path: 'content/values/_index.md',
    start: { line: 3, column: 8, offset: 40 },
    end: { line: 3, column: 22, offset: 54 },
    message: 'This link goes to /hiring/offers/, but no page has that address.',
    suggestions: [],
    url: 'https://unpkg.com/remark-preset-lint-handbook@0.1.0/docs/rules/link-page.md',
    related: [],
    data: {},
    key: key('handbook-link-page', '/hiring/offers/', ''),
    ...given,
  };
}

/** A run's result with these findings. */
export function result(findings: readonly Finding[]): LintResult {
  const links = { checked: 1234, broken: 5, unknown: 6 };
  return {
    findings,
    summary: { pages: 12, links, sections: { unknown: 0 }, ...countFindings(findings), milliseconds: 1500 },
  };
}

export const context: ReportContext = {
  version: '0.1.0',
  root: '/home/me/handbook',
  fromHere: (path: string) => path,
  fromRepository: 'site/',
  color: false,
  isOnTerminal: false,
  statistics: false,
  hyperlinks: false,
  isChange: false,
  fails: true,
  lineUrl: null,
  site: null,
  source: () => null,
  rulePage: () => null,
};

export const mixed = [
  finding({ suggestions: [{ title: 'Link to /hiring/offer/', text: '/hiring/offer/', safe: false }] }),
  finding({
    severity: 'warn',
    rule: 'handbook-redirect',
    path: 'layouts/index.redirects',
    related: [{ path: 'content/a.md', line: 7, message: 'The page it stands for.' }],
  }),
];
export const broken = [finding({ message: hostile, path: 'content/a|b <c> @all,x:y.md' }), finding({ message: '' })];

/** The whole text that a reporter gives. */
export function textOf(report: Reporter, ...given: Parameters<Reporter>): string {
  return [...report(...given)].join('');
}
