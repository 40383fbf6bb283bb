import type { Language, Mount } from '../../../config/hugo-settings.ts';
import { mountsOf } from './mounts.ts';
import type { Table } from './tables.ts';
import { type Imports, missingBelow, themeMounts } from './themes.ts';

/**
 * Settings that say where the files of a site and its themes come from, and the beginnings of addresses whose files lie outside of the
 * repository.
 */
export function foldersOf(all: Table, imports: Imports, languages: readonly Language[], version: string) {
  const mounted = (component: 'content' | 'static' | 'assets') => {
    const { mounts, unknownBelow } = mountsOf(component, all, languages, version);
    const ofThemes = imports.themes.flatMap((theme) => themeMounts(component, theme, languages, version));
    return { mounts: [...mounts, ...ofThemes], unknownBelow };
  };
  const [content, served, assets] = [mounted('content'), mounted('static'), mounted('assets')];
  const ofModules = missingBelow('content', imports, languages, version);
  // Themes name all of a component, and mostly have nothing in it.
  const belowTop = [...ofModules, ...missingBelow('static', imports, languages, version)].filter(
    (below) => below !== '',
  );
  return {
    mounts: content.mounts,
    staticMounts: served.mounts,
    assetMounts: assets.mounts,
    missingTheme: imports.missing,
    hasForeignContent: content.unknownBelow.length + ofModules.length > 0,
    unknownPrefixes: [...content.unknownBelow, ...served.unknownBelow, ...belowTop].map((below) => `${below}/`),
  };
}

/** The folders and files of mounts, each once. */
export function sourcesOf(mounts: readonly Mount[]): readonly string[] {
  return [...new Set(mounts.map(({ source }) => source))];
}
