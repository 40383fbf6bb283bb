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

/**
 * Mounts of `content/en` and `content/de`, which no setting mounts: Hugo would put both into the main language, at `/en/` and `/de/` (run
 * with 0.131 and 0.169), so the site's build writes the settings that do. None where the main language or all others have no such folder.
 */
export function unwrittenMounts(
  languages: readonly Language[],
  mounts: readonly Mount[],
  homes: readonly string[],
): readonly Mount[] {
  const whole = mounts.find(({ source, below }) => source === 'content' && below === '');
  if (!whole || mounts.some(({ source }) => source.startsWith('content/'))) return [];
  const found = languages.filter(({ name }) => homes.includes(name));
  if (found.length < 2 || found[0] !== languages[0]) return [];
  return found.map(({ name }) => ({ ...whole, source: `content/${name}`, language: name }));
}

/** The folders and files of mounts, each once. */
export function sourcesOf(mounts: readonly Mount[]): readonly string[] {
  return [...new Set(mounts.map(({ source }) => source))];
}
