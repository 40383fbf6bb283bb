import { setImmediate as breathe } from 'node:timers/promises';
import type { Connection } from 'vscode-languageserver/node';
import { outgoingLinks } from '../links/linked-pages.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Documents } from './documents.ts';
import { linkRanges } from './find/links-to.ts';
import type { Handbooks } from './handbooks.ts';
import { diagnosticsAt } from './requests/pull-diagnostics.ts';

/** Milliseconds after an edit at which files are looked at that nobody watches. */
const LOOK_AFTER = 500;

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
  #look: NodeJS.Timeout | null = null;
  /** An editor that asks for diagnostics by itself is told when to ask again. */
  isPulled = false;

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
    if (this.#look !== null || !this.#handbooks.isUnwatched(uri)) return;
    this.#look = setTimeout(() => {
      this.#look = null;
      void this.#lookAtDisk();
    }, LOOK_AFTER);
  }

  async #lookAtDisk(): Promise<void> {
    if (await this.#handbooks.hasChangedOnDisk()) this.noteAll();
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
    if (!this.isPulled) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#want();
  }

  #want(): void {
    this.#isWanted = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      while (this.#isWanted) {
        // Messages that have come already count.
        await breathe();
        this.#isWanted = false;
        if (this.isPulled) await this.#refreshOthers();
        else await this.#checkOpen();
      }
      await this.#prepare();
    } finally {
      this.#isRunning = false;
    }
    // Something came while links were followed.
    if (this.#isWanted) void this.#run();
  }

  /** All pages are judged: there is time for what may be asked next. */
  async #prepare(): Promise<void> {
    for (const opened of this.#handbooks.opened()) {
      const now = await this.#handbooks.now(opened).catch(() => null);
      if (now !== null) await followLinks(now.handbook, () => this.#isWanted);
      if (this.#isWanted) return;
    }
  }

  async #checkOpen(): Promise<void> {
    const uris = new Set([...[...this.#asked].reverse(), ...this.#documents.keys()]);
    for (const uri of uris) {
      await this.#check(uri);
      await breathe();
      if (this.#isWanted) return;
    }
  }

  /** The editor asks for an edited page by itself; what an edit changes on other pages it does not know. */
  async #refreshOthers(): Promise<void> {
    const edited = new Set(this.#asked);
    this.#asked.clear();
    let isOther = false;
    for (const uri of this.#documents.keys()) {
      const said = JSON.stringify(await diagnosticsAt(uri, this.#handbooks));
      const before = this.#said.get(uri);
      this.#said.set(uri, said);
      if (before !== undefined && before !== said && (!edited.has(uri) || edited.size > 1)) isOther = true;
      await breathe();
    }
    if (isOther) this.#connection.languages.diagnostics.refresh();
  }

  async #check(uri: string): Promise<void> {
    const version = this.#documents.get(uri)?.version;
    const diagnostics = await diagnosticsAt(uri, this.#handbooks);
    // Closed or edited meanwhile: the next round answers.
    const document = this.#documents.get(uri);
    if (document === undefined || document.version !== version) return;
    const said = JSON.stringify(diagnostics);
    if (!this.#asked.delete(uri) && this.#said.get(uri) === said) return;
    this.#said.set(uri, said);
    void this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }
}

/** This many pages are prepared between two messages of the editor. */
const BATCH = 16;

/** What is remembered of pages' places, for handbooks whose links were all followed. */
const followed = new WeakSet<object>();

/**
 * Follows all links of a handbook while nobody asks for anything, so that the first request for references need not. Ends early when
 * `isDisturbed` says so; what was followed by then is kept as long as pages stay where they are.
 */
async function followLinks(handbook: Handbook, isDisturbed: () => boolean): Promise<void> {
  const { pages, memory } = handbook;
  if (followed.has(memory.places)) return;
  for (let start = 0; start < pages.length; start += BATCH) {
    for (const page of pages.slice(start, start + BATCH))
      if (outgoingLinks(page, handbook).length > 0) linkRanges(page, handbook);
    await breathe();
    if (isDisturbed()) return;
  }
  followed.add(memory.places);
}
