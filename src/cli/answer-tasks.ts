import { parentPort } from 'node:worker_threads';
import { rules } from '../../rules/index.ts';
import { loadReader } from '../handbook/load-reader.ts';
import { openShared } from '../handbook/open-shared.ts';
import { type ReadTask, readFiles } from '../handbook/read-files.ts';
import type { JudgeAnswer, JudgeTask } from '../lint/judge-together.ts';
import { judgeBy } from '../lint/run.ts';
import { Claims, judgeShare } from '../lint/share.ts';
import { writeShare } from '../lint/share-text.ts';

/** Makes this thread one of `Threads`: it takes tasks, and answers them in their order. */
export function answerTasks(): void {
  const port = parentPort;
  if (port === null) throw new Error('the main thread gives tasks');
  const reader = loadReader();
  port.on('message', async (task: ReadTask | JudgeTask) => {
    port.postMessage(task.task === 'read' ? readFiles(task.files, await reader, task.needs) : await judge(task));
  });
}

async function judge({ handbook: shared, paths, levels, isTimed, claims }: JudgeTask): Promise<JudgeAnswer> {
  const handbook = await openShared(shared);
  const timings = new Map<string, number>();
  const judgeOne = judgeBy(handbook, { rules, levels, ...(isTimed ? { timings } : {}) });
  const pages = paths.map((path) => handbook.page(path)).filter((page) => page !== undefined);
  const share = judgeShare(pages, new Claims(claims), judgeOne);
  return { share: writeShare(share), contents: handbook.newContents(), timings };
}
