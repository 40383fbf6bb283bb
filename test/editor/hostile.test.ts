import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { type WorkspaceDiagnosticReport, WorkspaceDiagnosticRequest } from 'vscode-languageserver-protocol';
import { startClient } from '../support/protocol-client.ts';
import { repository, workspace } from '../support/workspace.ts';

const page = '# Hiring\n\n[gone](/handbook/nowhere/)\n';
const path = 'content/handbook/hiring.md';
const handbook = () => workspace({ 'handbook.yaml': '', [path]: page });

const onDocument = [
  'definition',
  'references',
  'hover',
  'documentLink',
  'documentSymbol',
  'foldingRange',
  'codeLens',
  'codeAction',
  'diagnostic',
];

/** A server without a client that behaves. */
function startBare() {
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', '--stdio'], { cwd: repository });
  onTestFinished(() => {
    server.kill();
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  onTestFinished(() => connection.dispose());
  connection.listen();
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  return { server, connection, ended };
}

const greeting = { processId: process.pid, rootUri: null, capabilities: {} };

it('refuses requests before initialize and after shutdown, and ends as the protocol says', async () => {
  const { connection, ended } = startBare();
  const hover = { textDocument: { uri: 'file:///x.md' }, position: { line: 0, character: 0 } };
  await expect(connection.sendRequest('textDocument/hover', hover)).rejects.toMatchObject({ code: -32002 });
  await expect(connection.sendRequest('no/such', {})).rejects.toMatchObject({ code: -32002 });
  await connection.sendRequest('initialize', greeting);
  await expect(connection.sendRequest('initialize', greeting)).rejects.toMatchObject({ code: -32600 });
  await expect(connection.sendRequest('no/such', {})).rejects.toMatchObject({ code: -32601 });
  expect(await connection.sendRequest('textDocument/hover', hover)).toBeNull();
  await connection.sendRequest('shutdown');
  await expect(connection.sendRequest('textDocument/hover', hover)).rejects.toMatchObject({ code: -32600 });
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
});

it('answers requests about documents that nobody opened, URIs that name no file, and positions beyond the end', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')] });
  const uris = [
    disk.uri(path),
    disk.uri('content/none.md'),
    'untitled:1',
    'file:///%FF%FE.md',
    'file://host/x.md',
    'x',
    '',
  ];
  for (const uri of uris)
    for (const request of onDocument)
      await client.request(`textDocument/${request}`, {
        textDocument: { uri },
        position: { line: 4_000_000, character: 4_000_000 },
        range: { start: { line: 9, character: 9 }, end: { line: 4_000_000, character: 0 } },
        context: { includeDeclaration: true, diagnostics: [] },
      });
  for (const uri of uris) {
    await client.open(uri, page);
    await client.change(uri, `${page}\n`);
  }
  for (const uri of uris) await client.close(uri);
  await client.open(disk.uri(path), page);
  await client.until(disk.uri(path), ({ length }) => length === 1);
});

it('answers parameters of any shape with an error at most', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')] });
  const odd = [
    null,
    {},
    [],
    7,
    { textDocument: null },
    { textDocument: { uri: 7 } },
    { textDocument: { uri: disk.uri(path) } },
  ];
  for (const params of odd) {
    for (const request of onDocument) await client.request(`textDocument/${request}`, params).catch(() => null);
    await client.request('workspace/symbol', params).catch(() => null);
    await client.request('workspace/diagnostic', params).catch(() => null);
    for (const name of ['didOpen', 'didChange', 'didClose', 'didSave'])
      await client.notify(`textDocument/${name}`, params).catch(() => null);
    for (const name of ['didChangeWatchedFiles', 'didChangeConfiguration', 'didChangeWorkspaceFolders'])
      await client.notify(`workspace/${name}`, params).catch(() => null);
  }
  await client.open(disk.uri(path), page);
  await client.until(disk.uri(path), ({ length }) => length === 1);
});

it('judges what was saved where edits arrived in another order than they were made in', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')] });
  expect(client.initialized.capabilities.textDocumentSync).toMatchObject({ save: { includeText: true } });
  const uri = disk.uri(path);
  await client.open(uri, '# Hiring\n');
  await client.change(uri, '# Hiring\n\nwhere/)[gone](/handbook/no');
  const saved = { textDocument: { uri } };
  await client.notify('textDocument/didSave', saved);
  await client.notify('textDocument/didSave', { ...saved, text: page });
  const [only] = await client.until(uri, ({ length }) => length === 1);
  expect(only?.range).toMatchObject({ start: { line: 2 } });
  const insert = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' };
  await client.notify('textDocument/didChange', { textDocument: { uri, version: 99 }, contentChanges: [insert] });
  await client.until(uri, ([first]) => first?.range.start.line === 3);
});

it('answers a cancelled request with the error for that', async () => {
  const disk = handbook();
  const { connection } = startBare();
  await connection.sendRequest('initialize', { ...greeting, rootUri: disk.uri('') });
  const source = new CancellationTokenSource();
  const answer = connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: -32800 });
});

it('gives findings of all pages in parts to an editor that asks for parts', async () => {
  const pages = Array.from({ length: 120 }, (_, at) => `content/p${at}.md`);
  const disk = workspace({ 'hugo.yaml': '', ...Object.fromEntries(pages.map((name) => [name, page])) });
  const { connection } = startBare();
  await connection.sendRequest('initialize', { ...greeting, rootUri: disk.uri('') });
  const parts: WorkspaceDiagnosticReport['items'][] = [];
  connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', ({ items }) => {
    parts.push(items);
  });
  const ask = { previousResultIds: [], partialResultToken: 'parts' };
  expect(await connection.sendRequest('workspace/diagnostic', ask)).toEqual({ items: [] });
  expect(parts.length).toBeGreaterThan(2);
  const found = parts.flat().map((item) => [item.uri, item.kind === 'full' ? item.items.length : -1]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(pages.map((name) => [disk.uri(name), 1])));
});

it('reads on behind messages that are no JSON', async () => {
  const { server, connection } = startBare();
  const broken = '{"jsonrpc": "2.0", "id": 1, "method": ';
  server.stdin.write(`Content-Length: ${broken.length}\r\n\r\n${broken}`);
  server.stdin.write('Content-Length: 4\r\nContent-Type: odd\r\n\r\nnull');
  server.stdin.write('Content-Length: 2\r\n\r\n[]');
  await connection.sendRequest('initialize', greeting);
  expect(
    await connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'x' },
      position: { line: 0, character: 0 },
    }),
  ).toBeNull();
});

it('needs no more memory after 2,000 edits than after 100', { timeout: 240_000 }, async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`content/p${at}.md`, `# Page ${at}\n\n${'Some words. '.repeat(200)}\n`]),
  );
  const disk = workspace({ 'handbook.yaml': '', ...pages, [path]: page });
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri(path);
  const text = `${page}${'A line with [a link](/p1/).\n\n'.repeat(200)}`;
  await client.open(uri, text);
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${client.pid}/status`, 'utf8'))?.[1]);
  /** Makes edits, and gives what the server holds behind each: the collector of garbage comes when it likes. */
  const edit = async (from: number, to: number) => {
    const held: number[] = [];
    for (let key = from; key < to; key++) {
      await client.change(uri, `${text}${'[x](/nowhere/)\n\n'.repeat(1 + (key % 2))}${key}`);
      // One more finding at every other key: each edit has been judged.
      await client.until(uri, ({ length }) => length === 2 + (key % 2));
      held.push(memory());
    }
    return held;
  };
  const early = Math.max(...(await edit(0, 100)));
  await edit(100, 1800);
  expect(Math.min(...(await edit(1800, 2000))) / early).toBeLessThanOrEqual(1.2);
});

it('keeps up with 2,000 edits, and with a page of 10 MB', { timeout: 120_000 }, async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri(path);
  await client.open(uri, page);
  for (let edit = 0; edit < 2000; edit++) await client.change(uri, page + 'x'.repeat(edit % 50));
  await client.change(uri, page.repeat(2));
  await client.until(uri, ({ length }) => length === 2);
  await client.change(uri, `${page}${'word '.repeat(2_200_000)}`);
  const [only] = await client.until(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'handbook-readable'));
  expect(only?.message).toContain('too large');
  await client.change(uri, page);
  await client.until(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'handbook-link-page'));
});

it('answers a request that names no document or no place as wrong parameters', async () => {
  const client = await startClient({ folders: [] });
  for (const method of ['hover', 'definition', 'rename', 'codeAction', 'diagnostic', 'completion'])
    for (const params of [
      { textDocument: null },
      { textDocument: { uri: 5 } },
      { textDocument: { uri: 'file:///a.md' }, position: {} },
    ])
      await expect(client.request(`textDocument/${method}`, params)).rejects.toMatchObject({ code: -32602 });
});
