import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Finding, Point } from '../lint/finding.ts';
import { fingerprint } from '../lint/fingerprint.ts';
import { jsonWithList, mapped } from './json-list.ts';
import type { Reporter } from './report.ts';

/** SARIF 2.1.0, for GitHub code scanning and editors. */
const sarif: Reporter = ({ findings }, { version, fromRepository }) => {
  const rules: ReportingDescriptor[] = [...new Map(findings.map(({ rule, url }) => [rule, url]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, helpUri]) => ({ id, helpUri, shortDescription: { text: id } }));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'handbook-lint',
            informationUri: 'https://www.npmjs.com/package/remark-preset-lint-handbook',
            version,
            semanticVersion: version,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  const resultOf = (finding: Finding) => toResult(finding, indexes.get(finding.rule) ?? 0, fromRepository);
  return jsonWithList(log, mapped(findings, resultOf));
};

export default sarif;

function toResult(finding: Finding, ruleIndex: number, prefix: string): Result {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity === 'error' ? 'error' : 'warning',
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: locate(prefix + finding.path), region: toRegion(finding) } }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ path, line, message }, id) => ({
            id,
            physicalLocation: { artifactLocation: locate(prefix + path), region: { startLine: line } },
            message: { text: message },
          })),
        }),
    partialFingerprints: { 'handbookLint/v1': fingerprint(finding) },
  };
}

function locate(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function toRegion({ start, end }: { start: Point; end: Point }): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
