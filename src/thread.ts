import { parentPort } from 'node:worker_threads';
import { loadReader } from './handbook/load-reader.ts';
import { type ReadTask, readFiles } from './handbook/read-files.ts';
import type { JudgeAnswer, JudgeTask } from './lint/judge-together.ts';

// One of `Threads`: takes tasks, and answers them in their order.
const port = parentPort;
if (port === null) throw new Error('only `Threads` start this');
const reader = loadReader();

port.on('message', async (task: ReadTask | JudgeTask | { readonly task: 'prepare' }) => {
  if (task.task === 'read') port.postMessage(readFiles(task.files, await reader, task.needs));
  else if (task.task === 'judge') port.postMessage(await judge(task));
  else port.postMessage(await load().then(() => null));
});

/** What only judging needs. */
function load() {
  return Promise.all([
    import('./handbook/open-shared.ts'),
    import('./lint/run.ts'),
    import('./lint/share.ts'),
    import('../rules/index.ts'),
  ]);
}

async function judge({ handbook: shared, paths, levels, claims }: JudgeTask): Promise<JudgeAnswer> {
  const [{ openShared }, { judgeBy }, { Claims, judgeShare }, { rules }] = await load();
  const handbook = await openShared(shared);
  const timings = new Map<string, number>();
  const judgeOne = judgeBy(handbook, { rules, levels, timings });
  const pages = paths.map((path) => handbook.page(path)).filter((page) => page !== undefined);
  const share = judgeShare(pages, new Claims(claims), judgeOne);
  return { ...share, contents: handbook.newContents(), timings };
}
