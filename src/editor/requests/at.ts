import type { Position } from 'vscode-languageserver/node';

/** A request about a place in a document. */
export interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}
