import { setImmediate as breathe } from 'node:timers/promises';
import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import { diagnosticsOf, failure } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Handbooks } from './handbooks.ts';

/**
 * Says what is wrong on all open pages whenever anything changes. Changes that come while pages are judged are taken
 * together; the page that was edited last is judged first.
 */
export class Checks {
  readonly #connection: Connection;
  readonly #documents: Documents;
  readonly #handbooks: Handbooks;
  /** What was published last, by URI. */
  readonly #said = new Map<string, string>();
  /** Documents to be answered in any case, the latest one last. */
  readonly #asked = new Set<string>();
  #isRunning = false;
  #isWanted = false;

  constructor(connection: Connection, documents: Documents, handbooks: Handbooks) {
    this.#connection = connection;
    this.#documents = documents;
    this.#handbooks = handbooks;
  }

  /** A document was opened or edited. */
  note(uri: string): void {
    this.#asked.delete(uri);
    this.#asked.add(uri);
    this.#want();
  }

  /** Something that is no open document has changed. */
  noteAll(): void {
    for (const uri of this.#documents.keys()) this.#asked.add(uri);
    this.#want();
  }

  /** A document was closed. */
  forget(uri: string): void {
    this.#asked.delete(uri);
    this.#said.delete(uri);
    this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#want();
  }

  #want(): void {
    this.#isWanted = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isWanted) {
      // Messages that have come already count.
      await breathe();
      this.#isWanted = false;
      const uris = new Set([...[...this.#asked].reverse(), ...this.#documents.keys()]);
      for (const uri of uris) {
        await this.#check(uri);
        await breathe();
        if (this.#isWanted) break;
      }
    }
    this.#isRunning = false;
  }

  async #check(uri: string): Promise<void> {
    const version = this.#documents.get(uri)?.version;
    const diagnostics = await this.#diagnosticsOf(uri);
    // Closed or edited meanwhile: the next round answers.
    const document = this.#documents.get(uri);
    if (document === undefined || document.version !== version) return;
    const said = JSON.stringify(diagnostics);
    if (!this.#asked.delete(uri) && this.#said.get(uri) === said) return;
    this.#said.set(uri, said);
    this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  async #diagnosticsOf(uri: string): Promise<Diagnostic[]> {
    const place = this.#handbooks.placeOf(uri);
    if (place === null) return [];
    try {
      return diagnosticsOf(await this.#handbooks.now(place.opened), place.path);
    } catch (error) {
      // A configuration or a file that cannot be read: one line on each page.
      return [failure(error instanceof Error ? error.message : String(error))];
    }
  }
}
