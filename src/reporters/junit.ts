import { countOne } from '../collections/groups.ts';
import { pathBelow } from '../files/paths.ts';
import type { Finding } from '../lint/finding.ts';
import { printable } from './printable.ts';
import type { Reporter } from './report.ts';

/** JUnit's XML: a suite per page that has findings, a failed test per finding. */
const junit: Reporter = function* ({ findings, summary }, context) {
  const seconds = (summary.milliseconds / 1000).toFixed(3);
  // A report without tests counts as a failed job in some systems.
  const clean =
    '  <testsuite name="handbook-lint" tests="1" failures="0" errors="0" skipped="0">\n    <testcase name="No findings" classname="handbook-lint"/>\n  </testsuite>\n';
  const tests = Math.max(1, findings.length);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="handbook-lint" tests="${tests}" failures="${findings.length}" errors="0" time="${seconds}">
`;
  if (findings.length === 0) yield clean;
  const counts = new Map<string, number>();
  for (const { path } of findings) countOne(counts, path);
  let last: string | undefined;
  for (const finding of findings) {
    const { path } = finding;
    const file = attribute(pathBelow(context.fromRepository, path));
    if (path !== last) {
      const tests = counts.get(path);
      if (last !== undefined) yield suiteEnd;
      yield `  <testsuite name="${file}" tests="${tests}" failures="${tests}" errors="0" skipped="0">\n`;
    }
    last = path;
    yield toCase(finding, file);
  }
  if (last !== undefined) yield suiteEnd;
  yield '</testsuites>\n';
};

export default junit;

const suiteEnd = '  </testsuite>\n';

function toCase({ rule, severity, start, message, url }: Finding, file: string): string {
  const place = `line ${start.line}, column ${start.column}`;
  return `    <testcase name="${attribute(rule)}, ${place}" classname="${file}">
      <failure type="${severity}" message="${attribute(message)}">${attribute(`${message}\n${place}\n${url}`)}</failure>
    </testcase>
`;
}

/** Fit for an attribute and for text; XML 1.0 has no way to write most control characters. */
function attribute(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\n', '&#10;');
}
