import {
  CodeActionKind,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { Checks } from './checks.ts';
import { quickFixes } from './code-actions.ts';
import { documentsOf } from './documents.ts';
import { Handbooks } from './handbooks.ts';

/** Speaks the language server protocol on standard input and output until the editor closes it. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = documentsOf();
  const handbooks = new Handbooks(documents);
  const checks = new Checks(connection, documents, handbooks);

  connection.onInitialize((params): InitializeResult => {
    for (const uri of foldersOf(params)) handbooks.addFolder(uri);
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => undefined);
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }) => {
    for (const { uri } of event.removed) handbooks.removeFolder(uri);
    for (const { uri } of event.added) handbooks.addFolder(uri);
    checks.noteAll();
  });

  const look = () => {
    handbooks.noteDisk();
    checks.noteAll();
  };
  // There are no settings that an editor could make: handbook.yaml says all, for every door.
  connection.onDidChangeConfiguration(() => undefined);
  connection.onDidChangeWatchedFiles(look);
  documents.onDidSave(look);
  documents.onDidChangeContent(({ document }) => {
    handbooks.noteDisk();
    checks.note(document.uri);
  });
  documents.onDidClose(({ document }) => checks.forget(document.uri));
  connection.onCodeAction(({ textDocument, context }) =>
    context.diagnostics.flatMap((diagnostic) => quickFixes(textDocument.uri, diagnostic)),
  );

  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}
