import type { Handbook, Page } from '../model/handbook.ts';
import type { JudgedBatch } from './batch.ts';
import type { PageResult } from './page-result.ts';

/** What a run is asked for. */
export interface Asked {
  readonly handbook: Handbook;
  /** The pages to judge, in their order. */
  readonly pages: readonly Page[];
  /** Every page that is not ignored. */
  readonly judgeable: readonly Page[];
}

/** What is left to do. */
export interface Work {
  /** The pages that have to be judged. */
  readonly pages: readonly Page[];
  /** Works out what only `conclude` needs, at a time when other threads are busy already. */
  prepare(): void;
  /** Takes what was found on them, and gives a result for each page that was asked for, in order. */
  conclude(batch: JudgedBatch): readonly PageResult[];
}

/** Says which of the asked pages have to be judged. */
export type Plan = (asked: Asked) => Work;

/** The work when nothing is known of earlier runs: every page. */
export function allWork(pages: readonly Page[]): Work {
  return {
    pages,
    prepare: () => undefined,
    conclude: ({ judged }) => pages.map((page) => judged.get(page.path)!),
  };
}
