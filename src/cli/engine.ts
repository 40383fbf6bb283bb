/** All code that reads and judges, as one bundle: the command loads it when something has to be judged, threads load it at once. */

export { answerTasks } from './answer-tasks.ts';
export { judgeAskedChange } from './change/judge-change.ts';
export { checkLevels, judgeText, judgeWhole } from './judge.ts';
