import { loadEngine } from './load-engine.ts';

// One of `Threads`; see src/handbook/threads.ts.
loadEngine().then(({ answerTasks }) => answerTasks());
