import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver/node';
import { isToolFolder } from '../files/file-tree.ts';
import { pathOfUri } from './documents.ts';

/** Asks the editor to tell of changed files; says whether it will. */
export async function watchFiles(connection: Connection, capabilities: ClientCapabilities): Promise<boolean> {
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
export function isOfInterest(uri: string): boolean {
  const path = pathOfUri(uri);
  return path !== null && !path.split(/[/\\]/).slice(0, -1).some(isToolFolder);
}
