import type { Language, Mount } from '../../../config/hugo-settings.ts';
import type { HugoSources } from './config-files.ts';
import { mountsOf } from './mounts.ts';
import { parseFiles } from './parse.ts';
import { type Table, tableOf, textAt, valueAt, wordsOf } from './tables.ts';

/** The folders of themes and modules that the site imports and that are among its files, in the order in which they win. */
export function themeFolders(all: Table, { themes }: HugoSources): readonly string[] {
  return importsOf(all).flatMap((name) => themes.filter((folder) => isFolderOf(folder, name)));
}

/** Where a theme's files of a component come from: by mounts of its own, which its configuration names, or its folder. */
export function themeMounts(
  component: 'content' | 'static' | 'assets',
  folder: string,
  languages: readonly Language[],
  version: string,
  { themeFiles }: HugoSources,
): readonly Mount[] {
  const { all } = parseFiles(themeFiles.filter(({ path }) => path.startsWith(`${folder}/`)));
  const mounts = valueAt(all, 'module.mounts');
  const own = new Map([['module', new Map([['mounts', mounts]])]]);
  return mountsOf(component, mounts === undefined ? new Map() : own, languages.slice(0, 1), version).mounts.map(
    (mount) => ({ ...mount, source: `${folder}/${mount.source}` }),
  );
}

/** A theme or module that the site imports and that is not among its files. */
export function missingTheme(all: Table, { themes }: HugoSources): string | null {
  return importsOf(all).find((name) => !themes.some((folder) => isFolderOf(folder, name))) ?? null;
}

/** Whether the site's or a theme's templates make a page of what is not there. */
export function has404(all: Table, disabledKinds: readonly string[], sources: HugoSources): boolean {
  if (disabledKinds.includes('404')) return false;
  return layoutsOf(all, sources).some((path) => /\/layouts\/(?:_default\/)?404\.html$/.test(`/${path}`));
}

/** The folder of the further pages of lists, if any template may make some. */
export function pagerOf(all: Table, sources: HugoSources): string | null {
  if (!sources.paginates && missingTheme(all, sources) === null) return null;
  return textAt(all, 'pagination.path') || textAt(all, 'paginatepath') || 'page';
}

/** Templates of pages, of the site and of the themes that it uses. */
function layoutsOf(all: Table, sources: HugoSources): readonly string[] {
  const themes = themeFolders(all, sources);
  return sources.layouts.filter(
    (path) => !/^(?:themes|_vendor)\//.test(path) || themes.some((folder) => path.startsWith(`${folder}/`)),
  );
}

/** The templates of shortcodes that the site uses: its own, then those of its themes. */
export function shortcodesOf(all: Table, sources: HugoSources): HugoSources['shortcodes'] {
  const themes = themeFolders(all, sources);
  const isOwn = (path: string) => !/^(?:themes|_vendor)\//.test(path);
  const ofTheme = (folder: string) => sources.shortcodes.filter(({ path }) => path.startsWith(`${folder}/`));
  return [...sources.shortcodes.filter(({ path }) => isOwn(path)), ...themes.flatMap(ofTheme)];
}

/** Names of themes and paths of modules that the site imports. */
function importsOf(all: Table): readonly string[] {
  const imports = valueAt(all, 'module.imports');
  const modules: readonly unknown[] = Array.isArray(imports) ? imports : [];
  return [
    ...wordsOf(valueAt(all, 'theme')),
    ...modules.filter((one) => valueAt(tableOf(one), 'disable') !== true).map((one) => textAt(tableOf(one), 'path')),
  ].filter((name) => name !== '');
}

function isFolderOf(folder: string, name: string): boolean {
  return folder === `themes/${name}` || folder === `_vendor/${name}`;
}
