import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver/node';
import { Refusal } from '../../edits/plan.ts';
import { planRename } from '../../edits/rename-heading.ts';
import type { Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { targetsOf } from '../find/link-targets.ts';
import { underCursor } from '../find/under-cursor.ts';
import type { PageNow } from '../handbooks.ts';
import { type At, offsetIn, rangeIn } from '../positions.ts';
import { type EditedBy, workspaceEdit } from './workspace-edit.ts';

/** A heading that can be renamed from a place: the heading itself, or a link to it. */
interface Subject {
  readonly file: Page;
  readonly index: number;
  /** What the editor marks while the new words are typed. */
  readonly range: Range;
}

/** What is renamed at a place, and the words it has now; `null` where nothing can be. */
export function prepareRename(at: At, { handbook, page }: PageNow): PrepareRenameResult | null {
  const subject = subjectAt(at, page, handbook);
  const heading = subject?.file.facts.headings[subject.index];
  if (subject === null || heading === undefined) return null;
  return { range: rangeIn(page, subject.range), placeholder: subject.file.text.slice(...heading.textRange) };
}

/** Gives the heading new words and every link to it the new id; words that end in `{#id}` name the id themselves. */
export async function rename(
  at: At & { readonly newName: string },
  { handbook, page, opened }: PageNow,
  by: EditedBy,
): Promise<WorkspaceEdit | null> {
  const subject = subjectAt(at, page, handbook);
  if (subject === null) return null;
  const { file, index } = subject;
  try {
    const change = { page: file, index, words: at.newName, keepsId: false };
    const plan = await planRename(opened.ground(handbook), change);
    by.tell(plan);
    return workspaceEdit(plan, handbook, by);
  } catch (error) {
    throw error instanceof Refusal ? new ResponseError(LSPErrorCodes.RequestFailed, error.message) : error;
  }
}

function subjectAt(at: At, page: Page, handbook: Handbook): Subject | null {
  const thing = underCursor(page, offsetIn(page, at.position), handbook);
  if (thing?.kind === 'heading') return { file: page, index: thing.index, range: thing.heading.textRange };
  if (thing?.kind !== 'link' || thing.link.fragment === null) return null;
  const [target] = targetsOf(thing.link, page, handbook);
  const file = target && handbook.page(target.path);
  const index = target?.heading;
  return file && index !== undefined ? { file, index, range: thing.link.fragment } : null;
}
