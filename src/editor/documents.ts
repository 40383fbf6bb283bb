import { fileURLToPath } from 'node:url';
import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** The documents that the editor shows, each as the editor has it now. */
export type Documents = TextDocuments<TextDocument>;

/** The open documents that are files, by absolute path: editors spell URIs in ways of their own, `file:///c%3A/a%20(b).md` for instance. */
export function documentsByPath(documents: Documents): ReadonlyMap<string, TextDocument> {
  const byPath = new Map<string, TextDocument>();
  for (const document of documents.all()) {
    const path = pathOfUri(document.uri);
    if (path !== null) byPath.set(path, document);
  }
  return byPath;
}

/** The absolute path of a `file:` URI; `null` for any other one, and for one that names no path. */
export function pathOfUri(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    // An escape that is not UTF-8, a host: no file of this machine.
    return null;
  }
}
