import type { Language, Mount } from '../../../config/hugo-settings.ts';
import { cleanRelative } from '../../../files/paths.ts';
import { changes, isSince } from '../version.ts';
import { languagesOfMount } from './other-sites.ts';
import { type Table, tableAt, tableOf, textAt, valueAt, wordsOf } from './tables.ts';

/** Where the files of a component (`content`, `static`, `assets`) come from. */
interface Mounts {
  readonly mounts: readonly Mount[];
  /** Folders of the component whose files lie outside of the repository, so that nothing is known of them. */
  readonly unknownBelow: readonly string[];
}

/**
 * The mounts of `content` or `static`: those that the configuration names, else the component's folder, one for each language
 * that has its own. The first mount that has a file wins. `hasDefaults`: a theme that mounts anything has no others. Run with 0.131 and
 * 0.169.
 */
export function mountsOf(
  component: 'content' | 'static' | 'assets',
  config: Table,
  languages: readonly Language[],
  version: string,
  hasDefaults = true,
): Mounts {
  const written = valueAt(config, 'module.mounts');
  const listed = (Array.isArray(written) ? written : []).map(tableOf);
  const own = listed.filter((mount) => clean(textAt(mount, 'target'))?.split('/', 1)[0] === component);
  const found =
    own.length > 0 || !hasDefaults
      ? own.map((mount) => mountOf(mount, component, version, languages[0]?.name ?? ''))
      : defaults(component, config, languages);
  const mounts: Mount[] = [];
  const unknownBelow: string[] = [];
  for (const mount of found) {
    if (mount.source === null) unknownBelow.push(mount.below);
    else mounts.push({ ...mount, source: mount.source });
  }
  return { mounts, unknownBelow };
}

type FoundMount = Omit<Mount, 'source'> & { readonly source: string | null };

function mountOf(mount: Table, component: string, version: string, main: string): FoundMount {
  const target = clean(textAt(mount, 'target')) ?? component;
  const source = clean(textAt(mount, 'source'));
  const language = textAt(mount, 'lang') || languagesOfMount(mount, main).language;
  return {
    // What npm installs is not among the files either.
    source: source?.startsWith('node_modules/') ? null : source,
    below: target.slice(component.length),
    language: language?.toLowerCase() ?? null,
    files: filesOf(mount, version),
  };
}

/** What a file is excluded by counts first in `files`, and last beside `includeFiles`. Run with 0.131 and 0.169. */
function filesOf(mount: Table, version: string): readonly string[] {
  const files = isSince(version, changes.filesOfMounts) ? wordsOf(valueAt(mount, 'files')) : [];
  if (files.length > 0) return files;
  const included = wordsOf(valueAt(mount, 'includefiles'));
  return included.length > 0 ? included : wordsOf(valueAt(mount, 'excludefiles')).map((pattern) => `! ${pattern}`);
}

const KEYS = { content: 'contentdir', static: 'staticdir', assets: 'assetdir' } as const;

function defaults(component: keyof typeof KEYS, config: Table, languages: readonly Language[]): readonly FoundMount[] {
  const key = KEYS[component];
  const general = wordsOf(valueAt(config, key));
  const base = general.length > 0 ? general : [component];
  const at = (folder: string, language: string | null): FoundMount => ({
    source: clean(folder),
    below: '',
    language,
    files: [],
  });
  if (component !== 'content') {
    // Those of all languages are served from the top.
    const all = languages.flatMap(({ name }) => {
      const table = tableAt(config, `languages.${name}`);
      const own = wordsOf(valueAt(table, key));
      return [...(own.length > 0 ? own : base), ...numbered(table, key)];
    });
    return [...new Set([...all, ...numbered(config, key)])].map((folder) => at(folder, null));
  }
  const ownOf = ({ name }: Language) => textAt(config, `languages.${name}.${key}`);
  return languages.flatMap((language, index) => {
    const own = ownOf(language);
    if (own !== '' && own !== base[0]) return [at(own, language.name)];
    return languages.slice(0, index).every((before) => ownOf(before) !== '') ? [at(base[0] ?? component, null)] : [];
  });
}

/** `staticDir2` and the like. */
function numbered(config: Table, key: string): readonly string[] {
  return Array.from({ length: 10 }, (_, index) => wordsOf(valueAt(config, `${key}${index}`))).flat();
}

/** Below the root, or `null` for what lies outside. */
function clean(path: string): string | null {
  return path === '' ? null : cleanRelative(path);
}
