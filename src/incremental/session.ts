import type { FileTree } from '../files/file-tree.ts';
import { type Overlays, overlayTree } from '../files/overlay-tree.ts';
import type { HandbookState } from '../model/state.ts';
import { saveTask } from './sharing/save-shared.ts';
import { MANY } from './sharing/shared-handbook.ts';
import { type Made, type SessionParts, StateMaker } from './states.ts';

/** A handbook that can be looked at again after some of its files have changed; what did not change is not read again. */
export class HandbookSession {
  readonly #parts: SessionParts;
  readonly #maker: StateMaker;
  #made: Made | null = null;
  #handbook: HandbookState | null = null;
  #overlays: Overlays = new Map();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#maker = new StateMaker(parts);
  }

  /** The state last looked at. */
  get handbook(): HandbookState {
    if (!this.#handbook) throw new Error('the session was not refreshed yet');
    return this.#handbook;
  }

  /**
   * Looks again. With `rescan: false` only the overlays are compared, which takes no look at the disk at all:
   * for every keystroke.
   */
  async refresh(options: { readonly overlays?: Overlays; readonly rescan?: boolean } = {}): Promise<HandbookState> {
    const overlays = options.overlays ?? new Map<string, string>();
    const made = options.rescan === false ? this.#made : null;
    const next = made
      ? await this.#overlaid(made, overlays)
      : await this.#maker.scanned(overlayTree(this.#parts.tree, overlays), this.#made);
    this.#overlays = new Map(overlays);
    if (next === this.#made && this.#handbook) return this.#handbook;
    this.#made = next;
    this.#handbook = this.#maker.handbookIn(next);
    return this.#handbook;
  }

  /** The same handbook over other files, the state before a change for instance, taken for the same kind of site. Files with the same stamps are not read again. */
  async over(tree: FileTree): Promise<HandbookState> {
    const made = this.#made;
    const { from, paths = [] } = tree.differs ?? {};
    const isThere = (path: string) => made?.stored.has(path) || from?.exists(path);
    const isLaidOver = made !== null && from === made.tree && paths.every(isThere);
    const state = isLaidOver ? this.#maker.patched(made, tree, paths) : this.#maker.scanned(tree, made, made?.config);
    return this.#maker.handbookIn(await state);
  }

  /** Has a thread that opened the same handbook keep what was read; says whether it did. */
  async saveInThread(): Promise<boolean> {
    const [made, { cache, threads }] = [this.#made, this.#parts];
    // What is kept already would have to be read once more there. With many files memory is worth more: that of a thread which ends.
    if (!made?.isShared || !cache?.isEmpty || this.#overlays.size > 0 || made.stored.size >= MANY) return false;
    return (await threads?.offer(saveTask(cache.folder, [...made.stored.values()]))) === true;
  }

  /** Keeps what was read for the next run. To be called once. */
  save(): void {
    const [made, { cache }] = [this.#made, this.#parts];
    if (!made || !cache || this.#overlays.size > 0) return;
    const stored = [...made.stored.values()];
    cache.save(stored.map(({ path, known, keptStamp, newContent }) => ({ path, known, stamp: keptStamp, newContent })));
  }

  /** Only some texts differ. */
  async #overlaid(made: Made, overlays: Overlays): Promise<Made> {
    const differing = [...new Set([...overlays.keys(), ...this.#overlays.keys()])].filter(
      (path) => overlays.get(path) !== this.#overlays.get(path),
    );
    const comesOrGoes = (path: string) =>
      overlays.has(path) !== this.#overlays.has(path) && !(made.stored.has(path) && this.#parts.tree.exists(path));
    if (differing.some(comesOrGoes)) return this.#maker.scanned(overlayTree(this.#parts.tree, overlays), this.#made);
    if (differing.length === 0) return made;
    return this.#maker.patched(made, overlayTree(this.#parts.tree, overlays), differing);
  }
}
