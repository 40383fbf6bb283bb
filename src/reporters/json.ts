import type { Finding } from '../lint/finding.ts';
import { fingerprint } from '../lint/fingerprint.ts';
import type { FindingsReport } from './findings-schema.ts';
import { jsonWithList, mapped } from './json-list.ts';
import type { Reporter } from './report.ts';

/** For programs: described by findings.schema.json, and the same bytes whenever the same is found. */
const json: Reporter = ({ findings, summary: { milliseconds: _, ...summary } }, { version, root, site }) => {
  const report: FindingsReport = { version, root, site, summary, findings: [] };
  return jsonWithList(report, mapped(findings, toEntry));
};

export default json;

function toEntry(finding: Finding): FindingsReport['findings'][number] {
  return {
    rule: finding.rule,
    severity: finding.severity,
    path: finding.path,
    start: finding.start,
    end: finding.end,
    message: finding.message,
    ...(finding.note === undefined ? {} : { note: finding.note }),
    suggestions: finding.suggestions.map(({ text, title, safe }) => ({ text, title, safe })),
    url: finding.url,
    related: finding.related.map(({ path, line, message }) => ({ path, line, message })),
    data: finding.data,
    fingerprint: fingerprint(finding),
  };
}
