import type { Finding } from '../../src/lint/finding.ts';

/**
 * What findings say, one line each: where, the rule and its words, what it offers in brackets, and what it points to in round
 * ones. Pages are named without `content/`, includes without `assets/includes/`, rules without `handbook-`.
 */
export function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ path, start, end, rule, message, suggestions, related }) => {
    const last = end.line === start.line ? end.column : `${end.line}:${end.column}`;
    const offers = suggestions.map(({ text }) => ` [${text.trimEnd().replaceAll('\n', '⏎')}]`).join('');
    const points = related.map((place) => ` (${place.path}:${place.line})`).join('');
    const name = rule.replace(/^handbook-(?:competency-)?/, '');
    return short(`  ${path}:${start.line}:${start.column}-${last} ${name}: ${message}${offers}${points}`);
  });
}

export const short = (text: string) => text.replaceAll('assets/includes/', '').replaceAll('content/', '');
