import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { repository } from './workspace.ts';

/** A language server that runs until the test is done. `ended` is rejected when it ends before. */
export function startServer(args: readonly string[], node = process.execPath, cwd = repository) {
  const server = spawn(node, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (data) => {
    complaints += data;
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const ended = new Promise<never>((_, reject) => {
    server.on('exit', (code) => reject(new Error(`The server ended with ${code}. ${complaints}`)));
  });
  ended.catch(() => {});
  onTestFinished(() => {
    connection.dispose();
    server.kill();
  });
  return { pid: server.pid ?? 0, connection, ended };
}

/** What a client says of itself at first. */
export function greeting({ folders, capabilities }: ClientOptions) {
  return {
    processId: process.pid,
    rootUri: folders[0] ?? null,
    capabilities: { workspace: { configuration: true, workspaceFolders: true }, ...capabilities },
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  };
}

/** How a client differs from the plainest one. */
export interface ClientOptions {
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** The answer to `workspace/configuration`; an empty object per item when absent. */
  readonly configuration?: (items: readonly unknown[]) => unknown;
}

/** A language client that sends any message and remembers what the server pushed. */
export interface ProtocolClient {
  readonly initialized: InitializeResult;
  readonly pid: number;
  /** What the server asked or told, by method, in order. */
  readonly heard: readonly { readonly method: string; readonly params: unknown }[];
  request<Result>(method: string, params: unknown): Promise<Result>;
  notify(method: string, params: unknown): Promise<void>;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Waits until the last published diagnostics of a document are as wanted. */
  until(uri: string, isWanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
}

/** Starts the language server of this tree and greets it. */
export async function startClient(options: ClientOptions): Promise<ProtocolClient> {
  const { pid, connection, ended } = startServer(['--import', 'tsx', 'src/cli/main.ts', '--stdio']);
  const heard: { method: string; params: unknown }[] = [];
  const published = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  connection.onNotification((method, params) => {
    heard.push({ method, params });
  });
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    published.set(uri, diagnostics);
    for (const look of waiting) look();
  });
  connection.onRequest((method, params) => {
    heard.push({ method, params });
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    options.configuration ? options.configuration(items) : items.map(() => ({})),
  );
  connection.listen();

  const request = <Result>(method: string, params: unknown) =>
    Promise.race([ended, connection.sendRequest<Result>(method, params)]);
  const initialized = await request<InitializeResult>('initialize', greeting(options));
  await connection.sendNotification('initialized', {});

  let version = 0;
  return {
    initialized,
    pid,
    heard,
    request,
    notify: (method, params) => connection.sendNotification(method, params),
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: ++version, text },
      }),
    change: (uri, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    until: (uri, isWanted) =>
      Promise.race([
        ended,
        new Promise<readonly Diagnostic[]>((resolve) => {
          const look = () => {
            const diagnostics = published.get(uri);
            if (diagnostics === undefined || !isWanted(diagnostics)) return;
            waiting.delete(look);
            resolve(diagnostics);
          };
          waiting.add(look);
          look();
        }),
      ]),
  };
}
