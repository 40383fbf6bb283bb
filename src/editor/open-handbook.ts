import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rules } from '../../rules/index.ts';
import { DiskWatch } from '../incremental/disk-watch.ts';
import { type HandbookSession, openSession } from '../incremental/open.ts';
import { type EnabledRule, enabledRules } from '../lint/levels.ts';
import { withoutMark } from '../lint/unsaved-texts.ts';
import type { Handbook } from '../model/handbook.ts';

/** One state of a handbook, and the rules that its configuration turns on. */
export interface HandbookNow {
  readonly handbook: Handbook;
  readonly rules: readonly EnabledRule[];
}

/** A handbook that is asked again and again while its pages are edited. */
export class OpenHandbook {
  readonly root: string;
  readonly #watch: DiskWatch;
  #session: HandbookSession | null = null;
  #now: HandbookNow | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.root = root;
    this.#watch = new DiskWatch(root);
  }

  /**
   * The handbook with these texts of open pages, by absolute path, in place of their files. `disk`: whether files may have changed
   * since the last call. Throws when the configuration cannot be used, and tries again at the next call.
   */
  now(texts: ReadonlyMap<string, string>, disk: boolean): Promise<HandbookNow> {
    // One after the other: a session is in one state at a time.
    const next = this.#turn.then(() => this.#refreshed(this.#unsaved(texts), disk));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** `content/a.md` for a file below the root; `null` for one that lies elsewhere. */
  pathOf(absolute: string): string | null {
    const path = relative(this.root, absolute).split(sep).join('/');
    return path === '' || path === '..' || path.startsWith('../') || path.includes(':') ? null : path;
  }

  async #refreshed(overlays: ReadonlyMap<string, string>, disk: boolean): Promise<HandbookNow> {
    const since = Date.now();
    const session = this.#session;
    // What cannot be opened now is opened anew at the next call.
    this.#session = null;
    const change = session === null ? 'config' : disk ? this.#watch.changed() : null;
    if (session === null || change === 'config') {
      const opened = await openSession({ root: this.root, cache: true, overlays });
      this.#watch.look(opened.handbook, since);
      opened.save();
      this.#session = opened;
    } else {
      await session.refresh({ overlays, rescan: change !== null });
      if (change !== null) this.#watch.look(session.handbook, since);
      this.#session = session;
    }
    const { handbook } = this.#session;
    if (this.#now?.handbook !== handbook)
      this.#now = { handbook, rules: enabledRules(rules, handbook.config.rules, {}) };
    return this.#now;
  }

  /** The texts that differ from their files, by path below the root. */
  #unsaved(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const unsaved = new Map<string, string>();
    for (const [absolute, text] of texts) {
      const path = this.pathOf(absolute);
      if (path !== null && textOnDisk(join(this.root, path)) !== text) unsaved.set(path, text);
    }
    return unsaved;
  }
}

/** A file's text as an editor shows it: without its byte order mark. */
function textOnDisk(file: string): string | null {
  try {
    return withoutMark(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
