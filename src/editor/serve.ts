import { Writable } from 'node:stream';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type DidSaveTextDocumentParams,
  ErrorCodes,
  ProposedFeatures,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isToolFolder } from '../files/file-tree.ts';
import { answerRequests } from './answer.ts';
import { Checks } from './checks.ts';
import { type Documents, pathOfUri } from './documents.ts';
import { greet } from './greet.ts';
import { Handbooks } from './handbooks.ts';
import { LifeCycle } from './life-cycle.ts';
import { askForSettings, readSettings, watchSettings } from './settings.ts';

/** Speaks the language server protocol on standard input and output until the editor closes it. */
export function serve(): void {
  // An editor that is gone reads no more.
  process.stdout.once('error', () => process.exit());
  const connection = createConnection(ProposedFeatures.all, process.stdin, inOneWrite(process.stdout));
  const documents = new TextDocuments(TextDocument);
  const handbooks = new Handbooks(documents);
  const checks = new Checks(connection, documents, handbooks);
  const lifeCycle = new LifeCycle();
  let settings = readSettings(null);
  let client = greet(null);

  connection.onInitialize((params) => {
    lifeCycle.start();
    client = greet(params);
    settings = readSettings(params.initializationOptions);
    for (const uri of client.folders) handbooks.addFolder(uri);
    // Not before: of an editor that can have several folders, vscode-languageserver 11.0.0 takes it for itself at `initialize`.
    connection.onNotification('workspace/didChangeWorkspaceFolders', (event) => {
      changeFolders(event, handbooks);
      checks.noteAll();
    });
    checks.isPulled = client.pulls;
    return client.answer;
  });
  connection.onInitialized(async () => {
    if (client.capabilities.workspace?.configuration) settings = await askForSettings(connection);
    await watchSettings(connection, client.capabilities);
    handbooks.isWatched = await watchFiles(connection, client.capabilities);
  });
  connection.onShutdown(() => {
    lifeCycle.demandRunning();
    lifeCycle.end();
  });

  connection.onDidChangeConfiguration(async (change) => {
    const isAsked = client.capabilities.workspace?.configuration === true;
    settings = isAsked ? await askForSettings(connection) : readSettings(change?.settings);
    // What is on display was counted with other settings.
    if (client.capabilities.workspace?.codeLens?.refreshSupport)
      await connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
  followFiles(connection, documents, handbooks, checks);
  answerRequests(connection, { documents, handbooks, lifeCycle, client: () => client, settings: () => settings });
  // What nobody answers: an error for its time, or for its name.
  connection.onRequest((method) => {
    lifeCycle.demandRunning();
    throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
  });
  documents.listen(connection);
  followSaves(connection, documents, () => noteDisk(handbooks, checks));
  connection.listen();
}

/** Notes what is edited, and what changes on disk. */
function followFiles(connection: Connection, documents: Documents, handbooks: Handbooks, checks: Checks): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.length === 0 || changes.some(({ uri }) => isOfInterest(uri))) noteDisk(handbooks, checks);
  });
  documents.onDidChangeContent(({ document }) => checks.note(document.uri));
  documents.onDidClose(({ document }) => checks.forget(document.uri));
}

function noteDisk(handbooks: Handbooks, checks: Checks): void {
  handbooks.noteDisk();
  checks.noteAll();
}

/**
 * Calls `look` at each save, and takes over the text that was saved: Helix 25.01.1 may send the changes of one completion in another order
 * than they were made in. In place of what TextDocuments does, which knows no text then.
 */
function followSaves(connection: Connection, documents: TextDocuments<TextDocument>, look: () => void): void {
  connection.onDidSaveTextDocument((params: Partial<DidSaveTextDocumentParams> | null) => {
    const document = documents.get(params?.textDocument?.uri ?? '');
    const text = params?.text;
    if (document !== undefined && typeof text === 'string' && text !== document.getText())
      TextDocument.update(document, [{ text }], document.version);
    look();
  });
}

/** Notes the folders that came and went, of whatever an editor sent. */
function changeFolders(params: unknown, handbooks: Handbooks): void {
  const event = (params as { readonly event?: Record<string, unknown> } | null)?.event;
  const uris = (value: unknown) =>
    Array.isArray(value) ? value.flatMap((each: unknown) => (hasUri(each) ? [each.uri] : [])) : [];
  for (const uri of uris(event?.removed)) handbooks.removeFolder(uri);
  for (const uri of uris(event?.added)) handbooks.addFolder(uri);
}

function hasUri(value: unknown): value is { readonly uri: string } {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
}

/** Asks the editor to tell of changed files; says whether it will. */
async function watchFiles(connection: Connection, capabilities: ClientCapabilities): Promise<boolean> {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return false;
  try {
    // An image, a template or a file of redirects counts as much as a page.
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    return true;
  } catch {
    return false;
  }
}

/** Whether a change of this file can be of interest: tools write into folders of their own all the time. */
function isOfInterest(uri: string): boolean {
  const path = pathOfUri(uri);
  return path !== null && !path.split(/[/\\]/).slice(0, -1).some(isToolFolder);
}

/**
 * Writes each message to `output` at once. vscode-jsonrpc 10.0.0 writes its header and its content one after the other, and a write
 * that wakes the editor takes longer than most answers.
 */
function inOneWrite(output: Writable): Writable {
  let header: Buffer | null = null;
  const joined = new Writable({
    write(chunk: Buffer, _, done) {
      const start = header;
      header = start === null ? chunk : null;
      if (start === null) done();
      else output.write(Buffer.concat([start, chunk]), done);
    },
  });
  // An editor that is gone reads no more.
  output.once('error', (error) => joined.destroy(error));
  return joined;
}
