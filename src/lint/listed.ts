import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** A finding as the JSON report lists it, behind a comma: so it is kept for later runs, too. */
export function listed(finding: Finding): string {
  return itemOf(entryOf(finding), '  ');
}

/** An item of a list of JSON that stands at this indent, behind a comma. */
export function itemOf(item: unknown, indent: string): string {
  const text = JSON.stringify(item, null, 2).replaceAll('\n', `\n${indent}  `);
  return `,\n${indent}  ${printableJson(text)}`;
}

/** Text of JSON that says the same, without characters that steer a terminal and without commands. */
export function printableJson(json: string): string {
  return json
    .replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\u0023')
    .replace(
      /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g,
      (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function entryOf(finding: Finding) {
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
