import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pagesInScope } from '../../lint/scope.ts';
import { diagnosticsOf, failure } from '../diagnostics.ts';
import type { Handbooks } from '../handbooks.ts';
import { demandUncancelled } from '../life-cycle.ts';
import { uriOf } from '../positions.ts';

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
