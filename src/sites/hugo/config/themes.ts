import type { Language, Mount } from '../../../config/hugo-settings.ts';
import type { HugoSources } from './config-files.ts';
import { mountsOf } from './mounts.ts';
import { parseFiles } from './parse.ts';
import { type Table, tableOf, textAt, valueAt, wordsOf } from './tables.ts';

/** A theme or module among the site's files, and its own configuration. */
interface Theme {
  readonly folder: string;
  readonly config: Table;
}

/** What a site imports. */
export interface Imports {
  /** In the order in which they win. */
  readonly themes: readonly Theme[];
  /** A theme or module that is not among the site's files. */
  readonly missing: string | null;
}

/** The themes and modules that a site imports, and those that they import themselves as far as they are there. */
export function importsOf(site: Table, sources: Pick<HugoSources, 'themes' | 'themeFiles'>): Imports {
  const themes = new Map<string, Theme>();
  const follow = (config: Table): readonly string[] =>
    namesIn(config).filter((name) => {
      const folder = sources.themes.find((each) => each === `themes/${name}` || each === `_vendor/${name}`);
      if (folder === undefined) return true;
      if (themes.has(folder)) return false;
      const { all } = parseFiles(sources.themeFiles.filter(({ path }) => path.startsWith(`${folder}/`)));
      themes.set(folder, { folder, config: all });
      follow(all);
      return false;
    });
  const [missing] = follow(site);
  return { themes: [...themes.values()], missing: missing ?? null };
}

/** Where a theme's files of a component come from: by mounts of its own, which its configuration names, or its folder. */
export function themeMounts(
  component: 'content' | 'static' | 'assets',
  { folder, config }: Theme,
  languages: readonly Language[],
  version: string,
): readonly Mount[] {
  const mounts = valueAt(config, 'module.mounts');
  const own = new Map([['module', new Map([['mounts', mounts]])]]);
  return mountsOf(component, mounts === undefined ? new Map() : own, languages.slice(0, 1), version).mounts.map(
    (mount) => ({ ...mount, source: `${folder}/${mount.source}` }),
  );
}

/** Whether the site's or a theme's templates make a page of what is not there. */
export function has404({ layouts }: HugoSources, imports: Imports): boolean {
  return layouts.some((path) => isUsed(path, imports) && /\/layouts\/(?:_default\/)?404\.html$/.test(`/${path}`));
}

/** The templates of shortcodes that the site uses: its own, then those of its themes. */
export function shortcodesOf({ shortcodes }: HugoSources, { themes }: Imports): HugoSources['shortcodes'] {
  const ofTheme = ({ folder }: Theme) => shortcodes.filter(({ path }) => path.startsWith(`${folder}/`));
  return [...shortcodes.filter(({ path }) => isOwn(path)), ...themes.flatMap(ofTheme)];
}

function isUsed(path: string, { themes }: Imports): boolean {
  return isOwn(path) || themes.some(({ folder }) => path.startsWith(`${folder}/`));
}

/** Whether a template is the site's own, and no theme's. */
export function isOwn(path: string): boolean {
  return !/^(?:themes|_vendor)\//.test(path);
}

/** Names of themes and paths of modules that a configuration imports. */
function namesIn(config: Table): readonly string[] {
  const imports = valueAt(config, 'module.imports');
  const modules: readonly unknown[] = Array.isArray(imports) ? imports : [];
  return [
    ...wordsOf(valueAt(config, 'theme')),
    ...modules.filter((one) => valueAt(tableOf(one), 'disable') !== true).map((one) => textAt(tableOf(one), 'path')),
  ].filter((name) => name !== '');
}
