import { type StoredHandbook, storedOf } from '../incremental/stored-handbook.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { VerdictMemory } from './results/verdict-memory.ts';
import type { Verdict, Verdicts } from './results/verdicts.ts';
import type { Share } from './share.ts';

/** What a run is asked for. */
export interface Asked {
  readonly handbook: Handbook;
  /** The pages to judge, in their order. */
  readonly pages: readonly Page[];
  /** Every page that is not ignored. */
  readonly judgeable: readonly Page[];
  /** When the run over files on disk began, in ms: what was written since is not trusted. `null` for other files. */
  readonly since: number | null;
}

/** What is left to do. */
export interface Work {
  /** The pages that have to be judged. */
  readonly pages: readonly Page[];
  /** Works out what only `conclude` needs, at a time when other threads are busy already. */
  prepare(): void;
  /** Takes what was found on them, and gives a verdict for each page that was asked for, in order. */
  conclude(share: Share): readonly Verdict[];
}

/** The work when nothing is remembered: every page. */
export function allWork(pages: readonly Page[]): Work {
  return {
    pages,
    prepare: () => undefined,
    conclude: ({ judged }) => pages.map((page) => ({ key: '', ...judged.get(page.path)! })),
  };
}

/**
 * The pages whose content, or something that they see of the rest of the handbook, has changed since an earlier run. What
 * is found on them is remembered for the next one.
 */
export function changedWork(memory: VerdictMemory, { handbook, pages, judgeable, since }: Asked): Work {
  const stored = storedOf(handbook);
  if (stored === null) return allWork(pages);
  const surroundingsNow = once(() => stored.surroundings);
  // Before judging or after, that is one: what is written after this run began is not trusted, and what changes later is noticed.
  const sightNow = once(() => (since === null ? null : stored.lookBefore(since, judgeable)));
  const before = findHolding(memory.recallAll(), stored, surroundingsNow);
  const left = pages.filter((page) => before?.verdictOn(page) === undefined);
  // A few pages of a handbook that has changed as a whole would push out what is known of all the others.
  const isWorthKeeping = before !== undefined || pages.length === judgeable.length;
  const conclude = ({ judged, seenForAll }: Share): readonly Verdict[] => {
    const fresh = new Map<string, Verdict>();
    for (const [path, found] of judged) fresh.set(path, { key: stored.contentKey(path) ?? '', ...found });
    const verdictNow = (page: Page) => fresh.get(page.path) ?? before?.verdictOn(page);
    const result = pages.map((page) => verdictNow(page)!);
    memory.judged = [...fresh.values()].filter(({ isPage }) => isPage).length;
    if (!isWorthKeeping) return result;
    const all = new Map<string, Verdict>();
    for (const page of judgeable) {
      const verdict = verdictNow(page);
      if (verdict) all.set(page.path, verdict);
    }
    const sight = all.size === judgeable.length ? sightNow() : null;
    if (fresh.size === 0 && sight === null) return result;
    const read = new Map(before?.known.read);
    for (const path of seenForAll.contents) read.set(path, stored.contentKey(path) ?? '');
    const forAll = new Set([...(before?.known.seenForAll ?? []), ...seenForAll.interfaces]);
    const faces = new Map<string, string>();
    for (const paths of [forAll, ...[...all.values()].map((verdict) => verdict.faces)])
      for (const path of paths) if (!faces.has(path)) faces.set(path, stored.faceOf(path));
    memory.keep({
      sight,
      until: stored.holdsUntil,
      surroundings: surroundingsNow(),
      faces,
      seenForAll: [...forAll],
      read,
      pages: all,
    });
    return result;
  };
  const prepare = () => {
    if (!isWorthKeeping) return;
    surroundingsNow();
    sightNow();
  };
  return { pages: left, prepare, conclude };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** What is known of earlier runs, as far as it still holds. */
class Holding {
  readonly known: Verdicts;
  readonly #stored: StoredHandbook;
  /** Pages that others see otherwise by now. */
  readonly #changed: ReadonlySet<string>;

  constructor(known: Verdicts, stored: StoredHandbook) {
    this.known = known;
    this.#stored = stored;
    const changed = [...known.faces].filter(([path, face]) => stored.faceOf(path) !== face);
    this.#changed = new Set(changed.map(([path]) => path));
  }

  /** Whether anything holds: what all pages have seen has not changed. */
  get isAny(): boolean {
    const { read, seenForAll } = this.known;
    for (const [path, key] of read) if (this.#stored.contentKey(path) !== key) return false;
    return !seenForAll.some((path) => this.#changed.has(path));
  }

  verdictOn({ path }: Page): Verdict | undefined {
    const verdict = this.known.pages.get(path);
    if (verdict === undefined || verdict.key !== this.#stored.contentKey(path)) return undefined;
    if (this.#changed.size > 0 && verdict.faces.some((other) => this.#changed.has(other))) return undefined;
    return verdict;
  }
}

function findHolding(
  known: readonly Verdicts[],
  stored: StoredHandbook,
  surroundings: () => string,
): Holding | undefined {
  return known
    .filter((each) => each.surroundings === surroundings())
    .map((each) => new Holding(each, stored))
    .find(({ isAny }) => isAny);
}
