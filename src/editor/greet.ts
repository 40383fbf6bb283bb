import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { version } from '../lint/version.ts';
import { FIX_ALL } from './actions/fix-all.ts';
import { TRIGGERS } from './completion/index.ts';

/** What is known of an editor once it has introduced itself. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  readonly folders: readonly string[];
  /** Whether it asks for diagnostics, and asks again when told to. Others are sent them. */
  readonly pulls: boolean;
  readonly answer: InitializeResult;
}

/** Reads what an editor says of itself, and says what the server can do. */
export function greet(params: InitializeParams | null): Client {
  const capabilities = params?.capabilities ?? {};
  const pulls =
    capabilities.textDocument?.diagnostic !== undefined && capabilities.workspace?.diagnostics?.refreshSupport === true;
  return { capabilities, folders: foldersOf(params), pulls, answer: answerTo(pulls) };
}

function foldersOf(params: InitializeParams | null): readonly string[] {
  const folders = params?.workspaceFolders;
  if (Array.isArray(folders)) return folders.flatMap(({ uri }) => (typeof uri === 'string' ? [uri] : []));
  return typeof params?.rootUri === 'string' ? [params.rootUri] : [];
}

function answerTo(pulls: boolean): InitializeResult {
  return {
    serverInfo: { name: 'handbook-lint', version },
    capabilities: {
      // TextDocuments counts in UTF-16 whatever was agreed on.
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: true } },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      definitionProvider: true,
      referencesProvider: true,
      hoverProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      codeLensProvider: {},
      completionProvider: { triggerCharacters: TRIGGERS },
      renameProvider: { prepareProvider: true },
      ...(pulls
        ? {
            diagnosticProvider: {
              interFileDependencies: true,
              workspaceDiagnostics: true,
              identifier: 'handbook-lint',
            },
          }
        : {}),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        // Any file or folder: images and includes are linked to as well.
        fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
      },
    },
  };
}
