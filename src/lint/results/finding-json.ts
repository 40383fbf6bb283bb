import type { Finding } from '../finding.ts';
import { fingerprint } from './fingerprint.ts';
import { asShown } from './page-result.ts';

/** A finding as an item of the JSON report, with the comma before it. The cache keeps findings in this form, too. */
export function findingAsJson(finding: Finding): string {
  return jsonListItem(entryOf(finding), '  ');
}

export type ShownRow = readonly [place: string, message: string];

/** What is shown of a finding besides its page, rule and severity, as an item of a JSON list, with the comma before it. */
export function shownAsJson(finding: Finding): string {
  const { place, message } = asShown(finding);
  return `,${JSON.stringify([place, message] satisfies ShownRow)}`;
}

/** An item of a JSON list at this indent, with the comma before it. */
export function jsonListItem(item: unknown, indent: string): string {
  const text = JSON.stringify(item, null, 2).replaceAll('\n', `\n${indent}  `);
  return `,\n${indent}  ${printableJson(text)}`;
}

/** JSON in which characters that steer a terminal, and commands to CI systems, are escaped. */
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
    note: finding.note,
    suggestions: finding.suggestions.map(({ text, title, safe }) => ({ text, title, safe })),
    url: finding.url,
    related: finding.related.map(({ path, line, message }) => ({ path, line, message })),
    data: finding.data,
    fingerprint: fingerprint(finding),
  };
}
