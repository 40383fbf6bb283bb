import type { FileTree } from '../files/file-tree.ts';
import { internalLinks } from '../links/judge.ts';
import { resolutionsOf } from '../links/linked-pages.ts';
import type { Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { isExternal } from '../sites/href.ts';
import { siteOf } from '../sites/index.ts';
import { mentionsInData, NAMES_OLD_ADDRESS } from './data-mentions.ts';
import { type KeepBy, keepAddresses } from './keep-address.ts';
import { keepLinks } from './keep-links.ts';
import {
  type EditPlan,
  type Ground,
  inOrder,
  type Move,
  pathsAfter,
  planOf,
  Refusal,
  type TextEdit,
  type Untouched,
} from './plan.ts';
import { partlyMoved } from './splats.ts';

/**
 * Plans the move of pages and other files: links to them follow in their own style, as do relative links of the moved pages, include
 * calls and redirects; a line keeps each old address.
 */
export async function planMove(ground: Ground, moves: readonly Move[], keepBy: KeepBy): Promise<EditPlan> {
  checkMoves(moves, ground.tree);
  const { edits, untouched: lost, after } = await keepLinks(ground, { moves, edits: [] });
  const lines = keepAddresses(ground.handbook, after, moves, keepBy);
  const names = await keepNames(ground, after, moves);
  // What the move may concern although nobody can say so.
  const moved = moves.flatMap(({ from }) => ground.handbook.page(from) ?? []);
  const unsure = [
    ...moved.flatMap((page) => relativeLinks(page, ground.handbook)),
    ...mentions(namesOf(moves, ground.handbook), ground.handbook),
    ...mentionsInData(moved, ground, { named: names.all }),
  ];
  const below = keepBy === 'nothing' ? partlyMoved(ground.handbook, after, moves) : [];
  const untouched: readonly Untouched[] = [...lost, ...names.untouched, ...unsure, ...below];
  return planOf(ground, { moves, edits: inOrder([...edits, ...lines, ...names.edits]), untouched });
}

/** The moves of a file, or of all files in a folder. */
export function movesOf(from: string, to: string, tree: FileTree): readonly Move[] {
  if (from === to) throw new Refusal(`${from} is there already.`);
  if (tree.exists(from)) return [{ from, to }];
  if (to.startsWith(`${from}/`)) throw new Refusal(`${from} cannot be moved into itself.`);
  const files = tree.list(from);
  if (files.length === 0) throw new Refusal(`There is no file or folder ${from}.`);
  return files.map((path) => ({ from: path, to: to + path.slice(from.length) }));
}

function checkMoves(moves: readonly Move[], tree: FileTree): void {
  const leaving = new Set(moves.map(({ from }) => from));
  const targets = new Set<string>();
  for (const { from, to } of moves) {
    if (!tree.exists(from)) throw new Refusal(`There is no file ${from}.`);
    if (targets.has(to) || (tree.exists(to) && !leaving.has(to))) throw new Refusal(`There is a file ${to} already.`);
    targets.add(to);
  }
}

const NAMED_IN_SCRIPT = 'This names the moved page, but a script may make anything of it, so it is left as it is.';

/** Writes the new names of moved pages into menus and sidebars that are data, and lists those in scripts. `all`: the names that stay as well. */
async function keepNames({ handbook, tree }: Ground, after: Handbook, moves: readonly Move[]) {
  const moved = pathsAfter(moves);
  const found = (await siteOf(handbook.config).namedPages?.(handbook, tree)) ?? [];
  const all = found.filter(({ page }) => handbook.page(page) !== undefined);
  const edits: TextEdit[] = [];
  const untouched: Untouched[] = [];
  for (const { path, range, page, isData, nameOf } of all) {
    const [before, now] = [handbook.page(page), after.page(moved(page))];
    if (before === undefined || now === undefined) continue;
    const [written, text] = [nameOf(before), nameOf(now)];
    if (written === null || written === text) continue;
    if (isData && text !== null) edits.push({ path, start: range[0], end: range[1], text });
    else untouched.push({ path, range, written, kind: 'unsure', why: NAMED_IN_SCRIPT });
  }
  return { edits, untouched, all };
}

/** Relative links of a moved page that lead nowhere, or nobody knows where. */
function relativeLinks(page: Page, handbook: Handbook): Untouched[] {
  return internalLinks(page, handbook)
    .filter(({ href }) => href !== '' && !/^[/#]/.test(href) && !isExternal(href))
    .filter((link) => resolutionsOf(link, page, handbook).every((each) => each.outcome !== 'found' && !each.page))
    .map((link) => ({
      path: page.path,
      range: link.target,
      written: page.text.slice(...link.target),
      kind: 'unsure',
      why: 'Nobody can say where this relative link leads, so it is left as it is.',
    }));
}

/** What moved files are called before the move: their paths, and the addresses of pages and served files. */
function namesOf(moves: readonly Move[], handbook: Handbook): ReadonlySet<string> {
  const paths = new Set(moves.map(({ from }) => from));
  const pages = [...paths].flatMap((path) => handbook.page(path)?.address ?? []);
  const files = [...handbook.files()].filter((address) => paths.has(handbook.fileAt(address) ?? ''));
  return new Set([...paths, ...pages.map(bare), ...files]);
}

/** Parameters of shortcodes and values of front matter that are such a name, and are no link. */
function mentions(names: ReadonlySet<string>, handbook: Handbook): Untouched[] {
  return handbook.pages.flatMap((page): Untouched[] => {
    const { shortcodes, frontMatter, links } = page.facts;
    const followed = new Set([
      ...handbook.includes(page).map(({ call }) => call.range[0]),
      ...links.map(({ target }) => target[0]),
    ]);
    const params = shortcodes
      .filter(({ name, range }) => !followed.has(range[0]) && name !== 'ref' && name !== 'relref')
      .flatMap(({ params }) => params.filter(({ value, range }) => names.has(bare(value)) && !followed.has(range[0])))
      .map(({ range }) => range);
    const isNamed = (value: unknown) =>
      [value].flat().some((each) => typeof each === 'string' && names.has(bare(each)));
    const values = Object.entries(frontMatter?.values ?? {})
      .filter(([key, value]) => key !== 'aliases' && key !== 'url' && isNamed(value))
      .flatMap(([key]): Range[] => {
        const range = frontMatter?.keys[key]?.value;
        return range === undefined ? [] : [range];
      });
    return [...params, ...values].map((range) => ({
      path: page.path,
      range,
      written: page.text.slice(...range),
      kind: 'unsure',
      why: NAMES_OLD_ADDRESS,
    }));
  });
}

function bare(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
