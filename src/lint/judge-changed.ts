import type { Handbook, Page } from '../handbook/handbook.ts';
import { HandbookState } from '../handbook/state.ts';
import type { Share } from './share.ts';
import type { VerdictMemory } from './verdict-memory.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

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
  if (!(handbook instanceof HandbookState)) return allWork(pages);
  const faceNow = once(() => handbook.face);
  // Before judging or after, that is one: what is written after this run began is not trusted, and what changes later is noticed.
  const sightNow = once(() => (since === null ? null : handbook.lookBefore(since, judgeable)));
  const holding = memory.recallAll().find((known) => isHolding(handbook, faceNow(), known)) ?? null;
  const left = pages.filter((page) => verdictOn(page, handbook, holding) === null);
  // A few pages of a handbook that has changed as a whole would push out what is known of all the others.
  const isWorthKeeping = holding !== null || pages.length === judgeable.length;
  const conclude = ({ judged, others }: Share): readonly Verdict[] => {
    const fresh = new Map<string, Verdict>();
    for (const [path, found] of judged) fresh.set(path, { key: handbook.contentKey(path) ?? '', ...found });
    const verdictNow = (page: Page) => fresh.get(page.path) ?? verdictOn(page, handbook, holding);
    const result = pages.map((page) => verdictNow(page)!);
    memory.judged = fresh.size;
    if (!isWorthKeeping) return result;
    const all = new Map<string, Verdict>();
    for (const page of judgeable) {
      const verdict = verdictNow(page);
      if (verdict) all.set(page.path, verdict);
    }
    const sight = all.size === judgeable.length ? sightNow() : null;
    if (fresh.size === 0 && sight === null) return result;
    const read = new Map(holding?.read);
    for (const path of others) read.set(path, handbook.contentKey(path) ?? '');
    memory.keep({ sight, until: handbook.holdsUntil, face: faceNow(), read, pages: all });
    return result;
  };
  const prepare = () => {
    if (!isWorthKeeping) return;
    faceNow();
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

/** Whether what is known still holds for the pages of this handbook that have not changed. */
function isHolding(handbook: HandbookState, face: string, known: Verdicts): boolean {
  if (known.face !== face) return false;
  for (const [path, key] of known.read) if (handbook.contentKey(path) !== key) return false;
  return true;
}

function verdictOn(page: Page, handbook: HandbookState, holding: Verdicts | null): Verdict | null {
  const verdict = holding?.pages.get(page.path);
  return verdict !== undefined && verdict.key === handbook.contentKey(page.path) ? verdict : null;
}
