import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { rules as allRules } from '../../rules/index.ts';
import type { Finding, Suggestion } from '../lint/finding.ts';
import type { RuleFailure } from '../lint/judge-despite-failures.ts';
import { ruleUrl } from '../lint/rule-url.ts';
import type { HandbookNow } from './open-handbook.ts';
import { rangeOf } from './positions.ts';

/** What a diagnostic carries to the request for its quick fixes. */
interface DiagnosticData {
  readonly suggestions: readonly Suggestion[];
}

const old = new Set(allRules.filter(({ finds }) => finds === 'old').map(({ id }) => id));

/** What the rules say about one page, as an editor shows it. */
export function diagnosticsOf({ handbook, judged }: HandbookNow, path: string): Diagnostic[] {
  const { findings, failures } = judged.of(path, handbook);
  return [
    ...findings.map((finding) => fromFinding(finding, handbook.root)),
    ...failures.map(({ message, rule }) => failure(message, rule)),
  ];
}

/** What is said on the first line of a page: why nothing, or not all, can be said about it. */
export function failure(message: string, rule: RuleFailure['rule'] = null): Diagnostic {
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
