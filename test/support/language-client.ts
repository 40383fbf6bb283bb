import type { CodeAction, Diagnostic, PublishDiagnosticsParams, Range, TextEdit } from 'vscode-languageserver-protocol';
import { greeting, startServer } from './protocol-client.ts';

/** Speaks to a language server over its standard streams, as an editor does. */
export interface LanguageClient {
  open(uri: string, text: string): Promise<Diagnostic[]>;
  change(uri: string, text: string): Promise<Diagnostic[]>;
  /** Tells the server that watched files changed; resolves to what it then says about each open document. */
  touch(): Promise<Map<string, Diagnostic[]>>;
  close(uri: string): Promise<void>;
  fixes(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]>;
}

/** Starts `node --import tsx <entry> <…arguments>`, or what is built by the given Node, and opens the folders as a workspace. */
export async function startLanguageServer(
  command: readonly string[],
  folders: readonly string[],
  built?: { readonly node: string; readonly cwd: string },
): Promise<LanguageClient> {
  const args = built === undefined ? ['--import', 'tsx', ...command] : command;
  const { connection, ended } = startServer(args, built?.node, built?.cwd);
  const documents = new Map<string, { version: number; text: string }>();
  const waiting = new Map<string, (published: PublishDiagnosticsParams) => boolean>();

  connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) => {
    if (waiting.get(published.uri)?.(published)) waiting.delete(published.uri);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await Promise.race([ended, connection.sendRequest('initialize', greeting({ folders }))]);
  await connection.sendNotification('initialized', {});

  /** Resolves to what is published next; of a version, if one is given. */
  const published = (uri: string, version?: number) => {
    const next = new Promise<Diagnostic[]>((resolve) =>
      waiting.set(uri, (published) => {
        if (version !== undefined && published.version !== version) return false;
        resolve(published.diagnostics);
        return true;
      }),
    );
    return Promise.race([ended, next]);
  };
  return {
    async open(uri, text) {
      documents.set(uri, { version: 1, text });
      const answer = published(uri, 1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      return answer;
    },
    async change(uri, text) {
      const version = (documents.get(uri)?.version ?? 0) + 1;
      documents.set(uri, { version, text });
      const answer = published(uri, version);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      return answer;
    },
    async touch() {
      const answers = [...documents.keys()].map(async (uri) => [uri, await published(uri)] as const);
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
      return new Map(await Promise.all(answers));
    },
    async close(uri) {
      documents.delete(uri);
      const answer = published(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await answer;
    },
    fixes: (uri, diagnostic) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
  };
}

/** The text in a range, which is in lines and UTF-16 units from 0. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** Applies a quick fix to the text. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (before, { range, newText }) =>
      before.slice(0, offsetOf(text, range.start)) + newText + before.slice(offsetOf(text, range.end)),
    text,
  );
}

function offsetOf(text: string, { line, character }: Range['start']): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}
