import type { RoleTitle } from './role-titles.ts';

const levels: Readonly<Record<string, number>> = {
  trainee: 0,
  entry: 0,
  junior: 1,
  associate: 1,
  intermediate: 2,
  senior: 3,
  staff: 4,
  principal: 5,
  distinguished: 6,
  fellow: 7,
};

/** How high a level of a role is: 3 for "Senior Engineer", 2 for "Engineer"; `null` for levels that are not on one ladder. */
export function levelRank({ levels: own, noun }: RoleTitle): number | null {
  if (noun === 'intern') return 0;
  if (own.size === 0) return levels.intermediate!;
  const [level = '', ...others] = own;
  if (others.length > 0) return null;
  // Numbered levels are compared among themselves alone.
  return levels[level] ?? (/^\d$/.test(level) ? 100 + Number(level) : null);
}

const managers: Readonly<Record<string, number>> = {
  leader: 1,
  lead: 1,
  supervisor: 1,
  manager: 2,
  director: 3,
  head: 3,
  vp: 4,
  president: 5,
  chief: 5,
};
const steps: Readonly<Record<string, number>> = {
  assistant: -0.5,
  deputy: -0.5,
  associate: -0.5,
  junior: -0.5,
  senior: 0.5,
};

/** How high a manager stands: 2 for a manager, 2.5 for a senior manager, 3 for a director; `null` for other roles. */
export function managerRank({ noun, levels: own }: RoleTitle): number | null {
  const rank = managers[noun];
  if (rank === undefined || own.size > 1) return null;
  const [level] = own;
  if (level === undefined) return rank;
  const step = steps[level];
  return step === undefined ? null : rank + step;
}
