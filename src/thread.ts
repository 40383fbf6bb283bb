import { parentPort } from 'node:worker_threads';
import { loadReader } from './handbook/load-reader.ts';
import { type ReadTask, readFiles } from './handbook/read-files.ts';
import type { JudgeAnswer, JudgeTask } from './lint/judge-together.ts';

// One of `Threads`: takes tasks, and answers them in their order.
const port = parentPort;
if (port === null) throw new Error('only `Threads` start this');
const reader = loadReader();

port.on('message', async (task: ReadTask | JudgeTask) => {
  port.postMessage(task.task === 'read' ? readFiles(task.files, await reader, task.needs) : await judge(task));
});

async function judge({ handbook: shared, paths, levels, claims }: JudgeTask): Promise<JudgeAnswer> {
  const [{ openShared }, { judgeBy }, { Claims, judgeShare }, { rules }] = await Promise.all([
    import('./handbook/open-shared.ts'),
    import('./lint/run.ts'),
    import('./lint/share.ts'),
    import('../rules/index.ts'),
  ]);
  const handbook = await openShared(shared);
  const timings = new Map<string, number>();
  const judgeOne = judgeBy(handbook, { rules, levels, timings });
  const pages = paths.map((path) => handbook.page(path)).filter((page) => page !== undefined);
  const share = judgeShare(pages, new Claims(claims), judgeOne);
  return { ...share, contents: handbook.newContents(), timings };
}
