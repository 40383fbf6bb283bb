/** All code that reads and judges, as one bundle: the command loads it when something has to be judged, threads load it at once. */

export { whySlow } from '../markdown/fast/slow-reading.ts';
export { describeTakenFor } from '../sites/taken-for.ts';
export { answerTasks } from './answer-tasks.ts';
export { checkLevels, judgeAskedChange, judgeWhole } from './judge.ts';
