import type { Handbook, Page } from '../handbook/handbook.ts';
import { watchReads } from '../handbook/reads.ts';
import { HandbookState } from '../handbook/state.ts';
import type { VerdictMemory } from './verdict-memory.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

/** What to judge, and by what. */
export interface Judging {
  readonly handbook: Handbook;
  /** The pages to judge, in their order. */
  readonly pages: readonly Page[];
  /** Every page that is not ignored. */
  readonly judgeable: readonly Page[];
  readonly judge: (page: Page) => Pick<Verdict, 'links' | 'findings'>;
  /** When the run over files on disk began, in ms: what was written since is not trusted. `null` for other files. */
  readonly since: number | null;
}

/**
 * A verdict for each page, in order. Only those are judged whose content, or something that they see of the rest of the
 * handbook, has changed since an earlier run.
 */
export function judgeChanged(memory: VerdictMemory, judging: Judging): readonly Verdict[] {
  const { handbook, pages, judgeable, since } = judging;
  if (!(handbook instanceof HandbookState)) return pages.map((page) => ({ key: '', ...judging.judge(page) }));
  const { face } = handbook;
  const holding = memory.recallAll().find((known) => isHolding(handbook, face, known)) ?? null;
  const fresh = new Map<string, Verdict>();
  const { result, others } = watchReads((judgingPage) =>
    pages.map((page) => {
      const known = verdictOn(page, handbook, holding);
      if (known) return known;
      const verdict = {
        key: handbook.contentKey(page.path) ?? '',
        ...judgingPage(page.path, () => judging.judge(page)),
      };
      fresh.set(page.path, verdict);
      return verdict;
    }),
  );
  memory.judged = fresh.size;
  // A few pages of a handbook that has changed as a whole would push out what is known of all the others.
  if (holding === null && pages.length < judgeable.length) return result;
  const all = new Map<string, Verdict>();
  for (const page of judgeable) {
    const verdict = fresh.get(page.path) ?? verdictOn(page, handbook, holding);
    if (verdict) all.set(page.path, verdict);
  }
  const isComplete = all.size === judgeable.length;
  const sight = isComplete && since !== null ? handbook.lookBefore(since, all) : null;
  if (fresh.size === 0 && sight === null) return result;
  const read = new Map(holding?.read);
  for (const path of others) read.set(path, handbook.contentKey(path) ?? '');
  memory.keep({ sight, until: handbook.holdsUntil, face, read, pages: all });
  return result;
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
