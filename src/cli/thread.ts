import { loadEngine } from './load-engine.ts';

// One of `Threads`; see src/workers/threads.ts.
loadEngine('long').then(({ answerTasks }) => answerTasks());
