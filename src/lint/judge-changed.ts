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
  let face: string | undefined;
  const faceNow = () => {
    face ??= handbook.face;
    return face;
  };
  const holding = memory.recallAll().find((known) => isHolding(handbook, faceNow(), known)) ?? null;
  const left = pages.filter((page) => verdictOn(page, handbook, holding) === null);
  const conclude = ({ judged, others }: Share): readonly Verdict[] => {
    const fresh = new Map<string, Verdict>();
    for (const [path, found] of judged) fresh.set(path, { key: handbook.contentKey(path) ?? '', ...found });
    const verdictNow = (page: Page) => fresh.get(page.path) ?? verdictOn(page, handbook, holding);
    const result = pages.map((page) => verdictNow(page)!);
    memory.judged = fresh.size;
    // A few pages of a handbook that has changed as a whole would push out what is known of all the others.
    if (holding === null && pages.length < judgeable.length) return result;
    const all = new Map<string, Verdict>();
    for (const page of judgeable) {
      const verdict = verdictNow(page);
      if (verdict) all.set(page.path, verdict);
    }
    const isComplete = all.size === judgeable.length;
    const sight = isComplete && since !== null ? handbook.lookBefore(since, all) : null;
    if (fresh.size === 0 && sight === null) return result;
    const read = new Map(holding?.read);
    for (const path of others) read.set(path, handbook.contentKey(path) ?? '');
    memory.keep({ sight, until: handbook.holdsUntil, face: faceNow(), read, pages: all });
    return result;
  };
  return { pages: left, prepare: faceNow, conclude };
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
