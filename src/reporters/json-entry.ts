import type { Finding } from '../lint/finding.ts';
import { fingerprint } from '../lint/fingerprint.ts';
import type { FindingsReport } from './findings-schema.ts';
import { itemOf } from './json-list.ts';

/** A finding as the JSON report lists it, behind a comma. */
export function listed(finding: Finding): string {
  return itemOf(entryOf(finding), '  ');
}

function entryOf(finding: Finding): FindingsReport['findings'][number] {
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
