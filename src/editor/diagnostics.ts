import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { rules as allRules } from '../../rules/index.ts';
import type { Finding, Suggestion } from '../lint/finding.ts';
import { type Failure, type Judged, judgeInSpite } from '../lint/judge-in-spite.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import { pagesInScope } from '../lint/scope.ts';
import type { HandbookNow } from './open-handbook.ts';
import { rangeOf } from './positions.ts';

/** What a diagnostic carries to the request for its quick fixes. */
export interface DiagnosticData {
  readonly suggestions: readonly Suggestion[];
}

const known = allRules.map(({ id }) => id);
const old = new Set(allRules.filter(({ finds }) => finds === 'old').map(({ id }) => id));

/** What the rules say about one page. A file that is no page, or an ignored one, has nothing wrong. */
export function judgementOf({ handbook, rules }: HandbookNow, path: string): Judged {
  const [page] = pagesInScope(handbook, [path]);
  if (page?.path !== path) return { findings: [], failures: [] };
  return judgeInSpite(page, { handbook, rules, known });
}

/** The same as an editor shows it. */
export function diagnosticsOf(now: HandbookNow, path: string): Diagnostic[] {
  const { handbook } = now;
  const { findings, failures } = judgementOf(now, path);
  return [
    ...findings.map((finding) => fromFinding(finding, handbook.root)),
    ...failures.map(({ message, rule }) => failure(message, rule)),
  ];
}

/** What is said on the first line of a page: why nothing, or not all, can be said about it. */
export function failure(message: string, rule: Failure['rule'] = null): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Error,
    source: 'handbook-lint',
    message,
    ...(rule === null ? {} : { code: rule, codeDescription: { href: ruleUrl(rule) } }),
  };
}

function fromFinding(finding: Finding, root: string): Diagnostic {
  const { rule, severity, message, note, suggestions, related, url } = finding;
  const data: DiagnosticData = { suggestions };
  return {
    range: rangeOf(finding),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    codeDescription: { href: url },
    source: 'handbook-lint',
    ...(old.has(rule) ? { tags: [DiagnosticTag.Deprecated] } : {}),
    message: note === undefined ? message : `${message}\n${note}`,
    relatedInformation: related.map(({ path, line, message: about }) => ({
      location: {
        uri: pathToFileURL(join(root, path)).href,
        range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 0 } },
      },
      message: about,
    })),
    data,
  };
}
