import { addToGroup } from '../../../collections/groups.ts';
import type { TextFile } from '../../../files/file-tree.ts';
import { folderOf, nameOf } from '../../../files/paths.ts';
import { withoutComments } from './language/without-comments.ts';
import { actionsOf } from './layout-ids.ts';

/** Which layouts show nothing of their pages' text: by `home`, `section`, `page`, and `section crew` where a folder has layouts of its own. */
export type SilentLayouts = Readonly<Record<string, boolean>>;

/** What one template says: whether it shows its page's text, and which templates it hands the page to, those of Hugo left out. */
interface Reading {
  readonly shows: boolean;
  readonly calls: readonly string[];
}

type Texts = ReadonlyMap<string, readonly Reading[]>;

const TEXT = /\.(?:Content\w*|RawContent|RenderShortcodes|Summary|Render|Fragments)\b/g;
const READS_FILES = /\b[rR]eadFile\b/;
/** The page that is built, wherever it is asked for. */
const OF_BUILT_PAGE = /(?<![$.\w])page\.[A-Z]/;
const CALL = /\b(?:partial|partialCached|partials\.Include\w*|template)\s+(?:["`]([^"`]*)["`])?/g;
const DEFINED = /\bdefine\s{1,9}["`]([^"`\n]{1,200})["`]/g;
/** Partials that Hugo has itself, none of which shows a page. */
const OF_HUGO = /^_internal\/|^(?:disqus|google_analytics|opengraph|pagination|schema|twitter_cards)(?:\.html)?$/;
const NO_LAYOUT = /^_?(?:partials|shortcodes|markup)\//;

/**
 * Finds the layouts that show nothing of their pages' text: no heading of such a page is on the site, nor a link. What more than one
 * file may decide must be silent in all of them. Run with 0.131 and 0.169, which choose otherwise among several.
 */
export function silentLayouts(files: readonly TextFile[]): SilentLayouts {
  if (files.some(({ text }) => OF_BUILT_PAGE.test(text))) return {};
  const texts = byName(files);
  const paths = [...texts.keys()].filter((path) => path.endsWith('.html') && !NO_LAYOUT.test(path));
  const at = (folders: readonly string[], names: readonly string[]) =>
    paths.filter((path) => folders.includes(folderOf(path)) && names.includes(bareName(path)));
  const around = paths.filter((path) => /baseof$/.test(bareName(path)));
  const known = new Set<string>();
  const isSilent = (candidates: readonly string[]) =>
    candidates.some(isForHtml) && !showText([...candidates, ...around], texts, known);
  const usual = ['', '_default'];
  const ofHome = at([...usual, 'page'], ['index', 'home']);
  const silent: Record<string, boolean> = {
    home: isSilent(at(ofHome.length > 0 ? ['', 'page'] : [...usual, 'page'], ['list', 'all']).concat(ofHome)),
    section: isSilent(at([...usual, 'section'], ['section', 'list', 'all'])),
    page: isSilent(at([...usual, 'page'], ['single', 'page', 'all'])),
  };
  for (const top of new Set(paths.flatMap((path) => [path.split('/')[0] ?? '', bareName(path)]))) {
    const within = paths.filter((path) => path.startsWith(`${top}/`));
    const names = { section: [top, 'section', 'list'], page: ['single', 'page'] };
    for (const [kind, other] of [['section', 'page'] as const, ['page', 'section'] as const]) {
      const rivals = within.filter((path) => !names[other].includes(bareName(path)));
      // Before 0.146.0 `crew/page.html` is no layout.
      const isDecided = at([top], kind === 'page' ? ['single'] : names[kind]).some(isForHtml);
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
    const below = path.slice(path.startsWith('layouts/') ? 8 : path.indexOf('/layouts/') + 9).toLowerCase();
    const isOwn = path.startsWith('layouts/');
    if (isOwn && !own.has(below)) texts.delete(below);
    if (isOwn) own.add(below);
    if (isOwn || !own.has(below)) addToGroup(texts, below, text);
  }
  for (const text of [...texts.values()].flat())
    for (const [, name = ''] of text.matchAll(DEFINED)) addToGroup(texts, name.toLowerCase(), text);
  const read = new Map([...texts.values()].flat().map((text) => [text, readingOf(text)]));
  return new Map([...texts].map(([name, all]) => [name, all.flatMap((text) => read.get(text) ?? [])]));
}

function readingOf(text: string): Reading {
  const actions = actionsOf(withoutComments(text));
  const found = (each: string) => each.match(TEXT)?.length ?? 0;
  const isCut = found(text) !== actions.reduce((sum, { rest }) => sum + found(rest), 0);
  // What is shown in turn are other pages.
  const own = actions.filter(({ rest, isInTurn }) => !isInTurn || rest.includes('$'));
  const called = own.flatMap(({ rest }) => [...rest.matchAll(CALL)].map(([, name]) => name?.toLowerCase() ?? ''));
  const shows = isCut || READS_FILES.test(text) || own.some(({ rest }) => found(rest) > 0);
  return { shows, calls: called.filter((name) => !OF_HUGO.test(name)) };
}

/** Not for a language or for another format alone, as `list.print.html` is. */
function isForHtml(path: string): boolean {
  return nameOf(path) === `${bareName(path)}.html`;
}

/** `list` for `crew/list.html`, and for `list.de.html`. */
function bareName(path: string): string {
  return nameOf(path).split('.')[0]!;
}

/**
 * Whether any of these templates shows text of the page that it is for, itself or by a partial that it hands the page to. `known`: those
 * of which an earlier search has found that none does; it grows.
 */
function showText(layouts: readonly string[], texts: Texts, known: Set<string>): boolean {
  const seen = new Set(layouts);
  // It grows while it is gone through.
  for (const path of seen)
    for (const { shows, calls } of known.has(path) ? [] : (texts.get(path) ?? [])) {
      if (shows) return true;
      for (const name of calls) {
        const bare = name.replace(/^_?partials\//, '');
        const names = ['partials', '_partials'].flatMap((folder) => [`${folder}/${bare}`, `${folder}/${bare}.html`]);
        const called = [name, ...names].filter((each) => texts.has(each));
        if (called.length === 0) return true;
        for (const each of called) seen.add(each);
      }
    }
  for (const path of seen) known.add(path);
  return false;
}
