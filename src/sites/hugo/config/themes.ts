import type { Language, Mount } from '../../../config/hugo-settings.ts';
import type { HugoSources } from '../sources/sources.ts';
import { mountsOf } from './mounts.ts';
import { parseFiles } from './parse.ts';
import { flagAt, type Table, tableOf, textAt, valueAt, wordsOf } from './tables.ts';

/** A theme or module among the site's files, and its own configuration. */
interface Theme {
  readonly folder: string;
  readonly config: Table;
  /** What it mounts, by where it is imported or by itself; `null`: its folders, each as the component of its name. */
  readonly mounts: readonly Table[] | null;
  /** Whether its templates are used: a theme that mounts anything brings nothing else. */
  readonly hasTemplates: boolean;
}

/** What a site imports. */
export interface Imports {
  /** In the order in which they win. */
  readonly themes: readonly Theme[];
  /** A theme or module that is not among the site's files. */
  readonly missing: string | null;
  /** What the site mounts of modules that are not among its files. */
  readonly missingMounts: readonly Table[];
}

/**
 * The themes and modules that a site imports, and those that they import themselves as far as they are there. Of an import's own
 * settings `mounts`, `noMounts`, `ignoreConfig` and `ignoreImports` count. Run with 0.131, 0.167 and 0.169.
 */
export function importsOf(
  site: Table,
  sources: Pick<HugoSources, 'themes' | 'themesFolder' | 'replaced' | 'themeFiles'>,
): Imports {
  const themes = new Map<string, Theme>();
  const follow = (config: Table): readonly Table[] =>
    importsIn(config).flatMap((one) => {
      const name = textAt(one, 'path');
      const folder = Object.hasOwn(sources.replaced, name)
        ? sources.replaced[name]
        : [`${sources.themesFolder}/${name}`, `_vendor/${name}`].find((each) => sources.themes.includes(each));
      if (folder === undefined) return [one];
      if (themes.has(folder)) return [];
      const theme = themeAt(folder, one, sources);
      themes.set(folder, theme);
      if (!flagAt(one, 'ignoreimports', false)) follow(theme.config);
      return [];
    });
  const missing = follow(site);
  return {
    themes: [...themes.values()],
    missing: missing[0] === undefined ? null : textAt(missing[0], 'path'),
    missingMounts: missing.flatMap((one) => tablesAt(one, 'mounts')),
  };
}

const IS_CONFIG = /^\/(?:(?:hugo|config)\.\w+$|config\/)/;

function themeAt(folder: string, one: Table, { themeFiles }: Pick<HugoSources, 'themeFiles'>): Theme {
  // What a theme brings as an example, in `exampleSite`, is a site of its own (run with 0.169).
  const files = themeFiles.filter(
    ({ path }) => path.startsWith(`${folder}/`) && IS_CONFIG.test(path.slice(folder.length)),
  );
  const config = flagAt(one, 'ignoreconfig', false) ? new Map<string, unknown>() : parseFiles(files).all;
  const [mounts] = [tablesAt(one, 'mounts'), tablesAt(config, 'module.mounts')].filter((list) => list.length > 0);
  if (flagAt(one, 'nomounts', false)) return { folder, config, mounts: [], hasTemplates: false };
  const hasTemplates = mounts?.some((mount) => /^layouts(?:\/|$)/.test(textAt(mount, 'target'))) ?? true;
  return { folder, config, mounts: mounts ?? null, hasTemplates };
}

/** Folders of a component that modules which are not here fill; of one that fills the whole component, `''`. */
export function missingBelow(
  component: 'content' | 'static',
  { missingMounts }: Imports,
  languages: readonly Language[],
  version: string,
): readonly string[] {
  const mounted = new Map([['module', new Map([['mounts', missingMounts]])]]);
  return mountsOf(component, mounted, languages, version, false).mounts.map(({ below }) => below);
}

/** Where a theme's files of a component come from. */
export function themeMounts(
  component: 'content' | 'static' | 'assets',
  { folder, mounts }: Theme,
  languages: readonly Language[],
  version: string,
): readonly Mount[] {
  const own = new Map([['module', new Map([['mounts', mounts]])]]);
  const found = mountsOf(component, mounts === null ? new Map() : own, languages.slice(0, 1), version, mounts === null);
  return found.mounts.map((mount) => ({ ...mount, source: `${folder}/${mount.source}` }));
}

/** Tests whether a template is the site's own, and of each theme whether it is one of its, in the order in which they win. */
export function layers(sources: HugoSources, { themes }: Imports): readonly ((path: string) => boolean)[] {
  const isIn = (folder: string, path: string) => path.startsWith(`${folder}/`);
  return [
    (path) => !sources.themes.some((folder) => isIn(folder, path)),
    ...themes.flatMap(({ folder, hasTemplates }) => (hasTemplates ? [isIn.bind(null, folder)] : [])),
  ];
}

/** Whether the site's or a theme's templates make a page of what is not there. */
export function has404(sources: HugoSources, imports: Imports): boolean {
  const pages = sources.layouts.filter((path) => /\/layouts\/(?:_default\/)?404\.html$/.test(`/${path}`));
  return layers(sources, imports).some((isHere) => pages.some(isHere));
}

/** The templates of shortcodes that the site uses: its own, then those of its themes. */
export function shortcodesOf(sources: HugoSources, imports: Imports): HugoSources['shortcodes'] {
  return layers(sources, imports).flatMap((isHere) => sources.shortcodes.filter(({ path }) => isHere(path)));
}

/** What a configuration imports, each as a table with a `path`: themes by their names, and modules. */
function importsIn(config: Table): readonly Table[] {
  const themes = wordsOf(valueAt(config, 'theme')).map((path) => new Map([['path', path]]));
  const modules = tablesAt(config, 'module.imports').filter((one) => !flagAt(one, 'disable', false));
  return [...themes, ...modules].filter((one) => textAt(one, 'path') !== '');
}

function tablesAt(table: Table, path: string): readonly Table[] {
  const list = valueAt(table, path);
  return Array.isArray(list) ? list.map(tableOf) : [];
}
