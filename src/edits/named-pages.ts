import type { Handbook } from '../model/handbook.ts';
import type { NamedPage } from '../sites/configuration/named-page.ts';
import { siteOf } from '../sites/index.ts';
import type { Ground, Move, TextEdit, Untouched } from './plan.ts';

/** What becomes of menus and sidebars. */
interface KeptNames {
  readonly edits: readonly TextEdit[];
  readonly untouched: readonly Untouched[];
  /** All names of pages there, those that stay as well. */
  readonly all: readonly NamedPage[];
}

/** Writes the new names of moved pages into menus and sidebars that are data, and lists those in scripts. */
export async function keepNames(
  { handbook, tree }: Ground,
  after: Handbook,
  moves: readonly Move[],
): Promise<KeptNames> {
  const newPath = new Map(moves.map(({ from, to }) => [from, to]));
  const found = (await siteOf(handbook.config).namedPages?.(handbook, tree)) ?? [];
  const all = found.filter(({ page }) => handbook.page(page) !== undefined);
  const edits: TextEdit[] = [];
  const untouched: Untouched[] = [];
  for (const { path, range, page, isData, nameOf } of all) {
    const [before, now] = [handbook.page(page), after.page(newPath.get(page) ?? page)];
    if (before === undefined || now === undefined) continue;
    const [written, text] = [nameOf(before), nameOf(now)];
    if (written === null || written === text) continue;
    if (isData && text !== null) edits.push({ path, start: range[0], end: range[1], text });
    else
      untouched.push({
        path,
        range,
        written,
        kind: 'unsure',
        why: 'This names the moved page, but a script may make anything of it, so it is left as it is.',
      });
  }
  return { edits, untouched, all };
}
