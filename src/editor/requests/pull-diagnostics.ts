import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rules as allRules } from '../../../rules/index.ts';
import type { Finding } from '../../lint/finding.ts';
import type { RuleFailure } from '../../lint/judge-despite-failures.ts';
import { pagesInScope } from '../../lint/scope.ts';
import { ruleUrl } from '../../lint/version.ts';
import type { Handbook } from '../../model/handbook.ts';
import type { Handbooks } from '../handbooks.ts';
import { demandUncancelled } from '../life-cycle.ts';
import type { HandbookNow } from '../open-handbook.ts';
import { rangeOf, startOfLine, uriOf } from '../positions.ts';

/** What is wrong on one document, open or not; `unchanged` when that is what `previous` names. */
export async function pullDiagnostics(
  uri: string,
  previous: string | undefined,
  handbooks: Handbooks,
): Promise<DocumentDiagnosticReport> {
  return reportOf(await diagnosticsAt(uri, handbooks), previous);
}

/** What is wrong on a document: findings, or the one reason why there are none. */
export async function diagnosticsAt(uri: string, handbooks: Handbooks): Promise<Diagnostic[]> {
  const place = handbooks.placeOf(uri);
  if (place === null) return [];
  try {
    return diagnosticsOf(await handbooks.now(place.opened), place.path);
  } catch (error) {
    // A configuration or a file that cannot be read: said once for the handbook.
    return handbooks.isFirstOpen(uri) ? [failure(error instanceof Error ? error.message : String(error))] : [];
  }
}

/** What is wrong in all handbooks, a batch at a time. `previous`: result ids, `open`: documents, both by absolute path. */
export async function* pullAll(
  previous: ReadonlyMap<string, string>,
  open: ReadonlyMap<string, Pick<TextDocument, 'uri' | 'version'>>,
  handbooks: Handbooks,
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport[]> {
  for (const opened of handbooks.all()) {
    let batch: WorkspaceDocumentDiagnosticReport[] = [];
    const now = await handbooks.now(opened).catch(() => null);
    if (now === null) continue;
    for (const { path } of pagesInScope(now.handbook, undefined)) {
      const absolute = join(now.handbook.root, path);
      const { uri, version } = open.get(absolute) ?? { uri: uriOf(now.handbook, path), version: null };
      batch.push({ uri, version, ...reportOf(diagnosticsOf(now, path), previous.get(absolute)) });
      if (batch.length < 50) continue;
      yield batch;
      batch = [];
      await breathe();
      demandUncancelled(token);
    }
    yield batch;
  }
}

function reportOf(items: Diagnostic[], previous: string | undefined) {
  const resultId = createHash('sha1').update(JSON.stringify(items)).digest('base64url');
  if (resultId === previous) return { kind: 'unchanged' as const, resultId };
  return { kind: 'full' as const, resultId, items };
}

const old = new Set(allRules.filter(({ finds }) => finds === 'old').map(({ id }) => id));

/** What the rules say about one page, as an editor shows it. */
function diagnosticsOf({ handbook, judged }: HandbookNow, path: string): Diagnostic[] {
  const { findings, failures } = judged.of(path, handbook);
  return [
    ...findings.map((finding) => fromFinding(finding, handbook)),
    ...failures.map(({ message, rule }) => failure(message, rule)),
  ];
}

/** What is said on the first line of a page: why nothing, or not all, can be said about it. */
function failure(message: string, rule: RuleFailure['rule'] = null): Diagnostic {
  return {
    range: startOfLine(1),
    severity: DiagnosticSeverity.Error,
    source: 'handbook-lint',
    message,
    ...(rule === null ? {} : { code: rule, codeDescription: { href: ruleUrl(rule) } }),
  };
}

function fromFinding(finding: Finding, handbook: Handbook): Diagnostic {
  const { rule, severity, message, note, suggestions, related, url } = finding;
  return {
    range: rangeOf(finding),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    codeDescription: { href: url },
    source: 'handbook-lint',
    ...(old.has(rule) ? { tags: [DiagnosticTag.Deprecated] } : {}),
    message: note === undefined ? message : `${message}\n${note}`,
    relatedInformation: related.map(({ path, line, message: about }) => ({
      location: { uri: uriOf(handbook, path), range: startOfLine(line) },
      message: about,
    })),
    // For the request for its quick fixes.
    data: { suggestions },
  };
}
