import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { rules } from '../../rules/index.ts';
import type { Ground } from '../edits/plan.ts';
import { attempt } from '../files/attempt.ts';
import { withoutMark } from '../files/byte-order-mark.ts';
import { diskTree } from '../files/disk-tree.ts';
import type { FileTree } from '../files/file-tree.ts';
import { overlayTree } from '../files/overlay-tree.ts';
import { wholeCheckout } from '../git/sparse.ts';
import { type Disk, FollowedHandbook } from '../incremental/followed.ts';
import { type EnabledRule, enabledRules } from '../lint/levels.ts';
import type { Handbook } from '../model/handbook.ts';
import { Threads } from '../workers/threads.ts';
import { JudgedPages } from './judged-pages.ts';

/** One state of a handbook, and the rules that its configuration turns on. */
export interface HandbookNow {
  readonly handbook: Handbook;
  readonly rules: readonly EnabledRule[];
  readonly judged: JudgedPages;
}

/** A handbook that is asked again and again while its pages are edited. */
export class OpenHandbook {
  readonly root: string;
  readonly #followed: FollowedHandbook;
  /** What open pages' files say, by path, until a file changes. */
  readonly #saved = new Map<string, string | null>();
  #overlays: ReadonlyMap<string, string> = new Map();
  #now: HandbookNow | null = null;

  constructor(root: string) {
    this.root = root;
    this.#followed = new FollowedHandbook(root, new Threads(0));
  }

  /**
   * The handbook with these texts of open pages, by absolute path, in place of their files. Throws when the configuration cannot
   * be used, and tries again at the next call.
   */
  now(texts: ReadonlyMap<string, string>, disk: Disk): Promise<HandbookNow> {
    return this.#followed.inTurn(() => {
      if (disk !== 'same') this.#saved.clear();
      return this.#refreshed(this.#unsaved(texts), disk);
    });
  }

  /** Whether files have changed since they were read. */
  hasChangedOnDisk(): Promise<boolean> {
    return this.#followed.inTurn(() => this.#followed.hasChangedOnDisk);
  }

  /** The handbook over changed files. `change` gets its files as they are now, unsaved texts included. */
  over(change: (tree: FileTree) => FileTree): Promise<Handbook> {
    return this.#followed.inTurn(() => {
      const { session } = this.#followed;
      if (session === null) throw new Error(`the handbook in ${this.root} is not open`);
      return session.over(change(this.#tree()));
    });
  }

  /** A state of it with its files, unsaved texts included, to plan changes of. */
  ground(handbook: Handbook): Ground {
    return { handbook, tree: this.#tree(), over: (changed) => this.over(() => changed) };
  }

  /** Its files as they are now, unsaved texts included. */
  #tree(): FileTree {
    return overlayTree(wholeCheckout(diskTree(this.root)).tree, this.#overlays);
  }

  /** `content/a.md` for a file below the root; `null` for one that lies elsewhere. */
  pathOf(absolute: string): string | null {
    const path = relative(this.root, absolute);
    // On another drive of Windows it stays absolute.
    if (path === '' || isAbsolute(path)) return null;
    const parts = path.split(sep);
    return parts[0] === '..' ? null : parts.join('/');
  }

  async #refreshed(overlays: ReadonlyMap<string, string>, disk: Disk): Promise<HandbookNow> {
    // What is not watched is looked at as far as open pages depend on it.
    const { handbook, change } = await this.#followed.refresh(overlays, disk, this.#now?.judged.read);
    const last = change === null && areTexts(this.#overlays, overlays, handbook) ? this.#now : null;
    this.#overlays = overlays;
    this.#now = nowOf(handbook, last);
    return this.#now;
  }

  /** The texts that differ from their files, by path below the root. */
  #unsaved(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const unsaved = new Map<string, string>();
    for (const [absolute, text] of texts) {
      const path = this.pathOf(absolute);
      if (path === null) continue;
      if (!this.#saved.has(path)) this.#saved.set(path, textOnDisk(join(this.root, path)));
      if (this.#saved.get(path) !== text) unsaved.set(path, text);
    }
    return unsaved;
  }
}

/** Whether what differs are texts of pages alone: anything else may be a template. */
function areTexts(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>, handbook: Handbook): boolean {
  const paths = [...new Set([...before.keys(), ...now.keys()])];
  return paths.every((path) => before.get(path) === now.get(path) || handbook.page(path) !== undefined);
}

/** The state of this handbook; what is known of the `last` one goes on where only texts of pages differ. */
function nowOf(handbook: Handbook, last: HandbookNow | null): HandbookNow {
  if (last?.handbook === handbook) return last;
  if (last?.handbook.memory.places === handbook.memory.places) return { ...last, handbook };
  const enabled = enabledRules(rules, handbook.config, {});
  return { handbook, rules: enabled, judged: new JudgedPages(enabled) };
}

/** A file's text as an editor shows it: without its byte order mark. */
function textOnDisk(file: string): string | null {
  return attempt(() => withoutMark(readFileSync(file, 'utf8')), null);
}
