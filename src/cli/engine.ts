/** What reads and judges, in one file: for the command, which loads it when it has to, and for its threads. */

export { whySlow } from '../markdown/fast/slow-reading.ts';
export { describeTakenFor } from '../sites/taken-for.ts';
export { answerTasks } from './answer-tasks.ts';
export { checkLevels, judgeAskedChange, judgeWhole } from './judge.ts';
