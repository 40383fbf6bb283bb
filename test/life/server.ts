import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';

/** A language server that is asked for the diagnostics of all pages. */
export interface Server {
  /** `content/a.md:3:7 handbook-link-page message` of each, after the server was told that files changed. */
  all(): Promise<readonly string[]>;
  stop(): void;
}

/** Starts the built command as an editor does, for one folder. */
export async function startServer(command: string, root: string): Promise<Server> {
  const child = spawn(process.execPath, [command, '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const ended = new Promise<never>((_, reject) => {
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  ended.catch(() => {});
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const uri = pathToFileURL(root).href;
  const request = <Result>(method: string, params: unknown) =>
    Promise.race([ended, connection.sendRequest<Result>(method, params)]);
  await request('initialize', {
    processId: process.pid,
    rootUri: uri,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {} },
    },
    workspaceFolders: [{ uri, name: 'handbook' }],
  });
  await connection.sendNotification('initialized', {});
  return {
    async all() {
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `${uri}/content`, type: 2 }],
      });
      const { items } = await request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
      return items
        .flatMap((report) => {
          const path = decodeURIComponent(report.uri.slice(uri.length + 1));
          return report.kind === 'full' ? report.items.map((each) => shown(path, each)) : [];
        })
        .sort();
    },
    stop() {
      connection.dispose();
      child.kill();
    },
  };
}

type Item = Extract<WorkspaceDiagnosticReport['items'][number], { kind: 'full' }>['items'][number];

function shown(path: string, { range, code, message }: Item): string {
  const { line, character } = range.start;
  return `${path}:${line + 1}:${character + 1} ${code} ${message}`;
}
