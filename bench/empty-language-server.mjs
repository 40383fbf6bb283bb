/** A language server that knows nothing: what an answer takes of it is what the protocol takes on Node. */
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: 2, hoverProvider: true, definitionProvider: true, completionProvider: {} },
}));
connection.onHover(() => ({ contents: 'One word' }));
connection.onDefinition(({ textDocument: { uri } }) => [{ uri, range: top }]);
connection.onCompletion(() => [{ label: 'word' }]);
documents.onDidChangeContent(({ document: { uri } }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
documents.listen(connection);
connection.listen();
