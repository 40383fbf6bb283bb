import { compileGlobs } from '../../config/glob.ts';
import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { folderAddress } from '../href.ts';
import type { ConfigKeys } from '../script/config-keys.ts';
import { type ScriptValue, valueAt, valueBelow } from '../script/values.ts';
import { type DocusaurusPlugin, listed } from './plugins.ts';

/** Pages that no Markdown file is. */
export interface MadePages {
  /** Their routes below the base, with a final slash: of components in `src/pages`. */
  readonly routes: readonly string[];
  /** Old routes that lead on, in the same form. */
  readonly redirects: readonly string[];
  /** Beginnings of addresses that are made of tags, categories, authors or other languages. */
  readonly open: readonly string[];
  readonly unsure: string | null;
  /** Any address that begins with the sign of a language may be of a translation. */
  readonly hasLanguages: boolean;
}

/** The pages that plugins make besides those of Markdown files. */
export function generatedPages(
  root: ScriptValue,
  keys: ConfigKeys,
  plugins: readonly DocusaurusPlugin[],
  siteFolder: string,
  tree: FileTree,
): MadePages {
  const routes: string[] = [];
  const open: string[] = [];
  for (const { of, folder, route, excluded } of plugins) {
    if (of === 'docs') {
      const slugs = [...slugsIn(folder, CATEGORY, route, tree), ...slugsIn(siteFolder, SIDEBAR, route, tree)];
      open.push(`${route}tags`, `${route}category/`, ...slugs);
    }
    if (of === 'blog')
      open.push(...['tags', 'page', 'archive', 'authors', 'rss', 'atom', 'feed'].map((name) => route + name));
    if (of === 'blog') routes.push(route);
    if (of === 'pages') routes.push(...componentPages(folder, route, excluded, tree));
  }
  const languages = otherLanguages(root);
  open.push(...languages.starts);
  const redirects = readRedirects(root, keys);
  return {
    routes: [...new Set(routes)],
    redirects: redirects.from,
    open,
    unsure: redirects.unsure,
    hasLanguages: languages.areOpen,
  };
}

/** `src/pages/a/help.tsx` is `/a/help/`. */
function componentPages(folder: string, route: string, excluded: readonly string[], tree: FileTree): readonly string[] {
  const isOut = compileGlobs(excluded);
  return listInside(tree, folder).flatMap((path) => {
    const below = folder === '' ? path : path.slice(folder.length + 1);
    if (!/\.[jt]sx?$/.test(below) || /\.d\.ts$/.test(below) || isOut(below)) return [];
    const name = below.replace(/(?:^|\/)index\.[jt]sx?$/, '/').replace(/\.[jt]sx?$/, '');
    return [folderAddress(route + name)];
  });
}

const SLUG = /["']?slug["']?\s*:\s*["']?([^"'\s,}]+)/g;

const CATEGORY = /(?:^|\/)_category_\.(?:json|ya?ml)$/;
const SIDEBAR = /sidebar[^/]{0,40}\.(?:[mc]?[jt]s|json)$/i;

/** Addresses of lists that `_category_` files of a plugin's folder, or sidebars, ask for. */
function slugsIn(folder: string, files: RegExp, route: string, tree: FileTree): readonly string[] {
  const texts = listInside(tree, folder).flatMap((path) => (files.test(path) ? [readText(tree, path, 200_000)] : []));
  const slugs = texts.flatMap((text) => [...text.matchAll(SLUG)]);
  return slugs.map(([, slug = '']) => `${route}/${slug}`.replace(/\/{2,}/g, '/'));
}

/** Where pages in other languages stand, and whether there may be more of these. */
function otherLanguages(root: ScriptValue): { readonly starts: readonly string[]; readonly areOpen: boolean } {
  const locales = valueBelow(root, 'i18n', 'locales');
  const main = valueBelow(root, 'i18n', 'defaultLocale');
  if (locales.kind !== 'list') return { starts: [], areOpen: locales.kind !== 'absent' };
  const starts = locales.items.flatMap((name) =>
    name.kind === 'literal' && (main.kind !== 'literal' || name.value !== main.value) ? [`/${name.value}/`] : [],
  );
  return { starts, areOpen: locales.isOpen || locales.items.some(({ kind }) => kind !== 'literal') };
}

/** `redirects` of plugin-client-redirects. */
function readRedirects(root: ScriptValue, keys: ConfigKeys): { from: readonly string[]; unsure: string | null } {
  const found = listed(root, 'plugins').filter(({ name }) => /client-redirects$/.test(name));
  const from: string[] = [];
  let unsure: string | null = null;
  for (const { options } of found) {
    if (['createRedirects', 'fromExtensions', 'toExtensions'].some((key) => valueAt(options, key).kind !== 'absent'))
      unsure = 'redirects are made of rules';
    const redirects = valueAt(options, 'redirects');
    if (redirects.kind === 'absent') continue;
    if (redirects.kind !== 'list' || redirects.isOpen) unsure = 'redirects are computed';
    const each = redirects.kind === 'list' ? redirects.items.map((item) => valueAt(item, 'from')) : [];
    for (const value of each) from.push(...keys.words('redirects', value).map(folderAddress));
  }
  return { from, unsure };
}
