import type { Ground } from '../../edits/plan.ts';
import type { Handbook } from '../../model/handbook.ts';
import type { OpenHandbook } from '../open-handbook.ts';

/** A handbook as the editor has it, unsaved texts included, to plan changes of. */
export function groundOf(opened: OpenHandbook, handbook: Handbook): Ground {
  const tree = opened.tree();
  return { handbook, tree, over: (changed) => opened.over(() => changed) };
}
