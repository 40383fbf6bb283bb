import type { Handbook, Page } from '../model/handbook.ts';
import type { JudgedBatch } from './batch.ts';
import type { PageResult } from './results/page-result.ts';

export interface RunRequest {
  readonly handbook: Handbook;
  /** The pages to judge, in their order. */
  readonly pages: readonly Page[];
  /** Every page that is not ignored. */
  readonly judgeable: readonly Page[];
}

/** What is left to do after a look at the results of earlier runs. */
export interface Work {
  readonly pages: readonly Page[];
  /** Prepares what only `conclude` needs, while other threads are judging already. */
  prepare(): void;
  /** Takes what was found on the pages; gives a result for each page of the request, in order. */
  conclude(batch: JudgedBatch): readonly PageResult[];
}

export type WorkPlanner = (asked: RunRequest) => Work;

/** The work when nothing is known of earlier runs: to judge every page. */
export function allWork(pages: readonly Page[]): Work {
  return {
    pages,
    prepare: () => undefined,
    conclude: ({ judged }) => pages.map((page) => judged.get(page.path)!),
  };
}
