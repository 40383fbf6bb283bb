import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { rules } from '../../rules/index.ts';
import { loadReader } from '../incremental/pages/load-reader.ts';
import { type ReadTask, readFiles } from '../incremental/pages/read-files.ts';
import { BatchWriter } from '../incremental/sharing/batch-text.ts';
import type { JudgeAnswer, JudgeTask } from '../incremental/sharing/judge-together.ts';
import { type Opened, openShared } from '../incremental/sharing/open-shared.ts';
import { type SaveTask, saveShared } from '../incremental/sharing/save-shared.ts';
import type { OpenTask } from '../incremental/sharing/shared-handbook.ts';
import type { StoredHandbook } from '../incremental/stored-handbook.ts';
import { judgeEach, PageQueue } from '../lint/batch.ts';
import { isCompared } from '../lint/compared-pages.ts';
import { FindingStore, packer } from '../lint/results/packed-findings.ts';
import { judgeBy } from '../lint/run.ts';
import type { Page } from '../model/handbook.ts';
import { track } from '../model/reads.ts';
import { END } from '../workers/threads.ts';
import { collectEagerly } from './tune-v8.ts';

/** Makes this thread one of `Threads`: it takes tasks, and answers them in their order. */
export function answerTasks(): void {
  const port = parentPort;
  if (port === null) throw new Error('the main thread gives tasks');
  const reader = loadReader();
  let opened: Opened | undefined;
  const openedNow = (): Opened => {
    if (opened === undefined) throw new Error('a handbook is opened before it is judged or kept');
    return opened;
  };
  const answer = async (task: ReadTask | OpenTask | JudgeTask | SaveTask): Promise<unknown> => {
    switch (task.task) {
      case 'read':
        return readFiles(task.files, await reader, task.needs, task.into);
      case 'open':
        opened = await openShared(task.handbook);
        return true;
      case 'judge':
        return judge(task, openedNow().handbook);
      case 'save':
        saveShared(task, openedNow());
        return true;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (task) => {
    last = last.then(async () => {
      if (task === END) return port.close();
      port.postMessage(await answer(task));
      // Tasks that wait already leave the parser no turn to let go of its trees.
      await nextTurn();
    });
  });
}

function judge({ pages: places, isApart, levels, isTimed, queue }: JudgeTask, stored: StoredHandbook): JudgeAnswer {
  const { handbook } = stored;
  const timings = new Map<string, number>();
  const store = new FindingStore();
  const keep = packer(collectEagerly, store);
  const judgeOne = judgeBy(handbook, { rules, levels, timings: isTimed ? timings : undefined }, keep);
  const pages = Array.from(places, (place) => handbook.pages[place]!);
  // What is read to know that says nothing of the page.
  const isLeftOut = (page: Page) => isApart && track(() => isCompared(page, handbook)).value;
  const written = new BatchWriter(handbook.pages);
  const judgeHere = (page: Page) => (isLeftOut(page) ? null : judgeOne(page));
  const readForAll = judgeEach({ pages, queue: new PageQueue(queue), judge: judgeHere }, (path, found) =>
    written.add(path, found),
  );
  return { ...written.finish(store, readForAll), contents: stored.newContents(), timings };
}
