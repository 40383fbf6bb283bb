import {
  type JudgedBatch,
  joinReads,
  judgeBatch,
  judgeEach,
  PageQueue,
  type TrackedPageResult,
} from '../../lint/batch.ts';
import { now } from '../../lint/clock.ts';
import { isCompared } from '../../lint/compared-pages.ts';
import type { RuleLevel } from '../../lint/define-rule.ts';
import type { Finding } from '../../lint/finding.ts';
import type { PageFindings, PageResult } from '../../lint/results/page-result.ts';
import { type LongResult, resultOf } from '../../lint/results/result.ts';
import { judgeBy, type LintOptions, workOf } from '../../lint/run.ts';
import type { Work } from '../../lint/work.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import type { Threads } from '../../workers/threads.ts';
import { type NewContent, storedOf } from '../stored-handbook.ts';
import { type BatchText, placesOf, readBatch } from './batch-text.ts';
import { MANY, WORTH_SHARING } from './shared-handbook.ts';

/** The last ones are left to this thread: others are handing over what they found by then. */
const LAST = 16;
/** This thread takes all pages that are compared with each other, unless they are more than one in so many. */
const MOST_COMPARED = 8;

/** Asks a thread to judge some pages of the handbook that it has opened. */
export interface JudgeTask {
  readonly task: 'judge';
  /** Their places in `handbook.pages`, which all threads have in the same order. */
  readonly pages: Uint32Array;
  /** Whether to leave out those that are compared with each other. */
  readonly isApart: boolean;
  readonly levels: Readonly<Record<string, RuleLevel>>;
  /** Whether to say how long each rule took. */
  readonly isTimed: boolean;
  readonly queue: SharedArrayBuffer;
}

/** What a thread found, and what it read for that. */
export interface JudgeAnswer extends BatchText {
  readonly contents: readonly NewContent[];
  readonly timings: ReadonlyMap<string, number>;
}

/**
 * Judges as `lint` does, with the help of threads, which know the `rules` of rules/index.ts only. `keep` is that of `judgeBy`. `onJudged` is called when they have nothing left to do, while this one puts together what was found.
 */
export async function lintTogether(
  handbook: Handbook,
  options: LintOptions,
  threads: Threads,
  keep: (findings: readonly Finding[]) => PageFindings,
  onJudged: () => void,
): Promise<LongResult> {
  const start = now();
  const judge = judgeBy(handbook, options, keep);
  const work = workOf(handbook, options);
  const batch = await judgeTogether(handbook, work, judge, options, threads);
  onJudged();
  return resultOf(work.conclude(batch), start);
}

/** Judges pages in this thread and in the others, each taking the next ones; all in this one when that is not worth it. */
async function judgeTogether(
  handbook: Handbook,
  { pages: asked, prepare }: Work,
  judge: (page: Page) => PageResult,
  { levels = {}, timings, onPage }: LintOptions,
  threads: Threads,
): Promise<JudgedBatch> {
  const queue = new PageQueue();
  const stored = storedOf(handbook);
  if (!stored?.isShared || threads.count === 0 || asked.length < WORTH_SHARING) {
    // They can end while this one judges.
    threads.close();
    return judgeBatch(asked, queue, judge, onPage);
  }
  const give = (wanted: readonly Page[], { buffer }: PageQueue, isApart: boolean) => {
    const places = placesOf(handbook.pages);
    const pages = Uint32Array.from(wanted, ({ path }) => places.get(path)!);
    const task: JudgeTask = { task: 'judge', pages, isApart, levels, isTimed: timings !== undefined, queue: buffer };
    return threads.all(task);
  };
  // Others begin at once, while this thread finds out which pages are compared with each other. It knows of all pages by
  // then, and so takes those; others help when there are very many.
  const answers = give(asked.slice(0, -LAST), queue, true);
  const compared = new Set(asked.filter((page) => isCompared(page, handbook)));
  const together = new PageQueue();
  const first = together.take(compared.size, Math.ceil(asked.length / MOST_COMPARED));
  if (first !== null && first[1] < compared.size) answers.push(...give([...compared], together, false));
  // What one has in memory is free when it has answered, while this one puts together what was found.
  if (handbook.pages.length >= MANY) threads.release();
  prepare();
  const judgeApart = (page: Page) => (compared.has(page) ? null : judge(page));
  const judged = new Map<string, TrackedPageResult>();
  const keep = (path: string, found: TrackedPageResult) => void judged.set(path, found);
  const reads = [
    judgeEach({ pages: [...compared], queue: together, judge, onPage, first }, keep),
    judgeEach({ pages: asked, queue, judge: judgeApart, onPage }, keep),
  ];
  const read = (answer: JudgeAnswer | null) => {
    if (answer === null) return;
    readBatch(answer, handbook.pages, keep);
    reads.push(answer.readForAll);
    for (const [rule, spent] of answer.timings) timings?.set(rule, (timings.get(rule) ?? 0) + spent);
    stored.takeContents(answer.contents);
  };
  await Promise.all(answers.map((answer) => answer.then((given) => read(given as JudgeAnswer | null))));
  // What a thread had taken that failed.
  const left = asked.filter(({ path }) => !judged.has(path));
  reads.push(judgeEach({ pages: left, queue: new PageQueue(), judge }, keep));
  return { judged, readForAll: joinReads(reads) };
}
