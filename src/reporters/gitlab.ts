import { pathBelow } from '../files/paths.ts';
import { fingerprint } from '../lint/results/fingerprint.ts';
import { jsonWithList, mapped } from './json-list.ts';
import type { Reporter } from './report.ts';

/** GitLab's Code Quality report: shown in the merge request and beside the changed lines. */
const gitlab: Reporter = ({ findings }, { fromRepository }) =>
  jsonWithList(
    [],
    mapped(findings, (finding) => ({
      description: finding.message,
      check_name: finding.rule,
      fingerprint: fingerprint(finding),
      severity: finding.severity === 'error' ? 'major' : 'minor',
      location: {
        path: pathBelow(fromRepository, finding.path),
        lines: { begin: finding.start.line, end: finding.end.line },
      },
    })),
  );

export default gitlab;
