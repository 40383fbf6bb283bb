/** Times a language server over its standard streams: from the change of an open page to what it then says about it. */
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

export interface Server {
  /** `[program, …arguments]`. */
  readonly argv: readonly string[];
  /** The workspace folder. */
  readonly folder: string;
}

/** Milliseconds of the first check, with all that has to be read for it, and of each of `keys` keystrokes after it. */
export async function timeKeystrokes(
  { argv: [program = process.execPath, ...args], folder }: Server,
  page: string,
  text: string,
  keys: number,
): Promise<{ readonly first: number; readonly later: readonly number[] }> {
  const server = spawn(program, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const ended = new Promise<never>((_, reject) => {
    server.on('exit', (code) => reject(new Error(`The language server ended with ${code}.`)));
  });
  ended.catch(() => {});
  let answer: () => void = () => {};
  connection.onNotification('textDocument/publishDiagnostics', () => answer());
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = String(pathToFileURL(`${folder}/${page}`));
  const workspaceFolders = [{ uri: String(pathToFileURL(folder)), name: 'handbook' }];
  const time = async (send: () => Promise<void>) => {
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const start = performance.now();
    await send();
    await Promise.race([answered, ended]);
    return performance.now() - start;
  };
  try {
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: workspaceFolders[0]!.uri,
      capabilities: { workspace: { configuration: true, workspaceFolders: true } },
      workspaceFolders,
    });
    await connection.sendNotification('initialized', {});
    const first = await time(() =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    );
    const later: number[] = [];
    for (let key = 1; key <= keys; key += 1) {
      const contentChanges = [{ text: `${text}\n${'x'.repeat(key)}` }];
      const textDocument = { uri, version: key + 1 };
      later.push(
        await time(() => connection.sendNotification('textDocument/didChange', { textDocument, contentChanges })),
      );
    }
    return { first, later };
  } finally {
    connection.dispose();
    server.kill();
  }
}
