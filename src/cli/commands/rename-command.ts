import { planRename } from '../../edits/rename-heading.ts';
import { suggestAnchor } from '../../links/suggest-anchor.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import type { Arguments } from '../arguments.ts';
import { carryOutPlan, diskGround } from '../carry-out-plan.ts';
import { openPage } from '../explain/explain-page.ts';
import { Failure } from '../failure.ts';

/** `handbook-lint rename PAGE#ID WORDS`: gives a heading new words, and every link to it the new id. */
export async function renameCommand(args: Arguments): Promise<number> {
  const [subject, words, ...others] = args.positionals;
  const [, name, id] = /^(.+)#([^#]+)$/.exec(subject ?? '') ?? [];
  if (name === undefined || id === undefined || words === undefined || others.length > 0)
    throw new Failure('Write handbook-lint rename PAGE#ID "New words", with a file or an address of the site as PAGE.');
  const { page, handbook } = await openPage(name, args);
  const { file, index } = headingAt(page, id, handbook);
  const rename = { page: file, index, words, keepsId: args.keepId };
  const plan = await planRename(diskGround(handbook), rename);
  return carryOutPlan(plan, [], handbook, args.dryRun);
}

/** The heading that has an id on a page; it may stand in an include. */
function headingAt(page: Page, id: string, handbook: Handbook): { readonly file: Page; readonly index: number } {
  const own = page.kind === 'include' ? (handbook.shownOn(page)[0] ?? page) : page;
  const anchor = handbook.anchor(own, id);
  const file = anchor && handbook.page(anchor.path);
  if (file && anchor.headingIndex !== null) return { file, index: anchor.headingIndex };
  if (anchor) throw new Failure(`#${id} on ${page.path} is no heading, so it has no words.`);
  const near = suggestAnchor(own, id, handbook)?.anchor.id;
  throw new Failure(
    `${page.path} has no heading with the id ${id}.${near === undefined ? '' : ` Did you mean #${near}?`}`,
  );
}
