import type { EditPlan } from '../../edits/plan.ts';
import { untouchedLines } from '../../edits/show-plan.ts';

const MOST = 10;

/** What someone has to look at after a rename or a move, for a message of the editor; `null` when there is nothing. */
export function untouchedNote(plan: EditPlan): string | null {
  const lines = untouchedLines(plan);
  if (lines.length === 0) return null;
  const more = lines.length > MOST ? [`and ${lines.length - MOST} more`] : [];
  return ['These are left as they are. Please look at them.', ...lines.slice(0, MOST), ...more].join('\n');
}
