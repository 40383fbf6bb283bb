import { addToGroup } from '../../../collections/groups.ts';
import type { TextFile } from '../../../files/file-tree.ts';
import { folderOf, nameOf } from '../../../files/paths.ts';
import { withoutComments } from './language/without-comments.ts';
import { type Action, actionsOf } from './layout-ids.ts';

/** Which layouts show nothing of their pages' text: by `home`, `section`, `page`, and `section crew` where a folder has layouts of its own. */
export type SilentLayouts = Readonly<Record<string, boolean>>;

type Texts = ReadonlyMap<string, readonly (readonly Action[])[]>;

const TEXT = /\.(?:Content\w*|RawContent|RenderShortcodes|Summary|Render|Fragments)\b/;
const CALL = /\b(?:partial|partialCached|partials\.Include\w*|template)\s+(?:["`]([^"`]*)["`])?/;
const DEFINED = /\{\{-? {0,9}define ["`]([^"`\n]{1,200})["`]/g;
/** Partials that Hugo has itself, none of which shows a page. */
const OF_HUGO = /^_internal\/|^(?:disqus|google_analytics|opengraph|pagination|schema|twitter_cards)(?:\.html)?$/;
const NO_LAYOUT = /^_?(?:partials|shortcodes|markup)\//;

/**
 * Finds the layouts that show nothing of their pages' text: no heading of such a page is on the site, nor a link. What more than one
 * file may decide must be silent in all of them. Run with 0.131 and 0.169, which choose otherwise among several.
 */
export function silentLayouts(files: readonly TextFile[]): SilentLayouts {
  const texts = byName(files);
  const paths = [...texts.keys()].filter((path) => path.endsWith('.html') && !NO_LAYOUT.test(path));
  const at = (folders: readonly string[], names: readonly string[]) =>
    paths.filter((path) => folders.includes(folderOf(path)) && names.includes(bareName(path)));
  const around = paths.filter((path) => /baseof$/.test(bareName(path)));
  const isSilent = (candidates: readonly string[]) =>
    candidates.length > 0 && !showText([...candidates, ...around], texts);
  const usual = ['', '_default'];
  const ofHome = at(usual, ['index', 'home']);
  const silent: Record<string, boolean> = {
    home: isSilent(at(ofHome.length > 0 ? [''] : usual, ['list', 'all']).concat(ofHome)),
    section: isSilent(at([...usual, 'section'], ['section', 'list', 'all'])),
    page: isSilent(at([...usual, 'page'], ['single', 'page', 'all'])),
  };
  for (const top of new Set(paths.flatMap((path) => [path.split('/')[0] ?? '', bareName(path)]))) {
    const within = paths.filter((path) => path.startsWith(`${top}/`));
    const names = { section: [top, 'section', 'list'], page: ['single', 'page'] };
    for (const [kind, other] of [['section', 'page'] as const, ['page', 'section'] as const]) {
      const rivals = within.filter((path) => !names[other].includes(bareName(path)));
      const isDecided = at([top], names[kind]).length > 0;
      const isElsewhere = rivals.length > 0 || (kind === 'section' && at([...usual, 'section'], [top]).length > 0);
      if (isDecided || isElsewhere) silent[`${kind} ${top}`] = isDecided && isSilent(rivals);
    }
  }
  return silent;
}

/** The templates of each path below `layouts`: the site's own, or those of all themes, of which any may count; and by names defined in them. */
function byName(files: readonly TextFile[]): Texts {
  const texts = new Map<string, string[]>();
  const own = new Set<string>();
  for (const { path, text } of files) {
    const below = path.slice(path.startsWith('layouts/') ? 8 : path.indexOf('/layouts/') + 9);
    const isOwn = path.startsWith('layouts/');
    if (isOwn && !own.has(below)) texts.delete(below);
    if (isOwn) own.add(below);
    if (isOwn || !own.has(below)) addToGroup(texts, below, text);
  }
  for (const text of [...texts.values()].flat())
    for (const [, name = ''] of text.matchAll(DEFINED)) addToGroup(texts, name, text);
  const read = new Map([...texts.values()].flat().map((text) => [text, actionsOf(withoutComments(text))]));
  return new Map([...texts].map(([name, all]) => [name, all.map((text) => read.get(text) ?? [])]));
}

/** `list` for `crew/list.html`, and for `list.de.html`. */
function bareName(path: string): string {
  return nameOf(path).split('.')[0]!;
}

/** Whether any of these templates shows text of the page that it is for, itself or by a partial that it hands the page to. */
function showText(layouts: readonly string[], texts: Texts): boolean {
  const queue = [...layouts];
  const seen = new Set(queue);
  for (let path = queue.pop(); path !== undefined; path = queue.pop())
    for (const actions of texts.get(path) ?? [])
      for (const { rest, isInTurn } of actions) {
        // What is shown in turn are other pages.
        if (isInTurn && !rest.includes('$')) continue;
        if (TEXT.test(rest)) return true;
        const call = CALL.exec(rest);
        if (call === null) continue;
        const [, name] = call;
        if (name === undefined) return true;
        if (OF_HUGO.test(name)) continue;
        const bare = name.replace(/^_?partials\//, '');
        const names = ['partials', '_partials'].flatMap((folder) => [`${folder}/${bare}`, `${folder}/${bare}.html`]);
        const called = [name, ...names].filter((each) => texts.has(each));
        if (called.length === 0) return true;
        queue.push(...called.filter((each) => !seen.has(each)));
        for (const each of called) seen.add(each);
      }
  return false;
}
