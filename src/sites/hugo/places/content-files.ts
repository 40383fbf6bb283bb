import { getOrInsert } from '../../../collections/get-or-insert.ts';
import type { HugoSettings } from '../../../config/hugo-settings.ts';
import { compilePattern, type Pattern } from '../../../config/pattern.ts';
import { endingOf, folderPrefix, withoutEnding } from '../../../files/paths.ts';
import { lookupKey } from '../../../model/place.ts';
import { splitLanguage } from '../paths.ts';
import { locateAll } from './locate.ts';

/** A content file at its place in the component: `/b/page.md`, its language taken out of the name. */
export interface ContentFile {
  readonly path: string;
  readonly below: string;
  readonly language: string;
  /** Another mount brings it to another place already. */
  readonly isCopy: boolean;
}

/** A file that may give way to another one for the same page. */
interface Found extends ContentFile {
  readonly mount: number;
  readonly ending: string;
  isCopy: boolean;
}

/**
 * Content files as Hugo sees them: those that mounts bring, without those that are ignored. Of several for one page that of the
 * first mount counts, there the one whose name says its language, then the last ending: `a.md` before `a.html`. Run with 0.131 and 0.169.
 */
export function contentFiles(paths: readonly string[], settings: HugoSettings): readonly ContentFile[] {
  const files: Found[] = [];
  const order = new Map(settings.mounts.map((mount, index) => [mount, index]));
  const taken = new Map<string, number>();
  for (const path of paths) {
    if (isIgnored(path, settings)) continue;
    for (const found of locateAll(path, settings.mounts)) {
      if (isHidden(found.below)) continue;
      const { path: below, language: named } = splitLanguage(found.below, settings);
      const language = named ?? found.mount.language ?? settings.languages[0]?.name ?? '';
      const ending = (named === null ? ' ' : '!') + endingOf(below);
      const key = `${language}:${withoutEnding(below).toLowerCase()}`;
      const mount = order.get(found.mount) ?? 0;
      const file = { path, below, language, mount, ending, isCopy: false };
      const at = taken.get(key);
      const before = at === undefined ? undefined : files[at]!;
      if (before === undefined) taken.set(key, files.push(file) - 1);
      else if (mount < before.mount || (mount === before.mount && ending > before.ending)) files[at!] = file;
    }
  }
  const seen = new Set<string>();
  for (const file of files) {
    file.isCopy = seen.has(file.path);
    seen.add(file.path);
  }
  return files;
}

/** Whether a file in content, or a folder that it lies in, is one that editors leave behind, or hidden. Run with 0.131 and 0.169. */
function isHidden(below: string): boolean {
  return /\/[.#]|~(?:\/|$)/.test(below);
}

/** `ignoreFiles` counts for pages and for the files beside them, not for those of static folders. Run with 0.131 and 0.169. */
function isIgnored(path: string, { ignoreFiles }: HugoSettings): boolean {
  return ignoreFiles.some((pattern) => matches(pattern, path));
}

const patterns = new Map<string, Pattern | null>();

/**
 * `ignoreFiles` are regular expressions for whole paths, which our own engine runs: they come with a merge request. One that cannot
 * be read ignores nothing.
 */
function matches(pattern: string, path: string): boolean {
  const known = getOrInsert(patterns, pattern, () => {
    try {
      // Case counts to Hugo, unless the pattern says otherwise.
      const ignoresCase = pattern.startsWith('(?i)');
      return compilePattern(`/${ignoresCase ? pattern.slice(4) : pattern}/`, { ignoresCase });
    } catch {
      return null;
    }
  });
  return known?.(`/${path}`) ?? false;
}

/**
 * Where files that are no pages are published: those in static folders as they lie, those in content with the nearest page of
 * their language that has a folder of its own. `folders` says where that is, by `lookupKey`.
 */
export function publishedIn(
  folders: ReadonlyMap<string, string | null>,
  bundles: ReadonlySet<string>,
  settings: HugoSettings,
): (path: string, isContent: boolean) => string | readonly string[] | null {
  const { languages, mounts, staticMounts, duplicatesFiles } = settings;
  const main = languages[0]?.name ?? '';
  return (path, isContent) => {
    if (isContent && isIgnored(path, settings)) return null;
    if (!isContent) return locateAll(path, staticMounts).map(({ below }) => below);
    return locateAll(path, mounts).flatMap(({ below, mount }) => {
      if (isHidden(below)) return [];
      const own = splitLanguage(below, settings).language ?? mount.language ?? main;
      return languages
        .filter(({ name }) => duplicatesFiles || name === own)
        .flatMap(({ name }) => inFolder(below, name === main ? '' : name, folders, bundles) ?? []);
    });
  };
}

function inFolder(
  below: string,
  language: string,
  folders: ReadonlyMap<string, string | null>,
  bundles: ReadonlySet<string>,
): string | null {
  for (let folder = folderPrefix(below); folder !== ''; folder = folderPrefix(folder.slice(0, -1))) {
    const address = folders.get(lookupKey(folder, language));
    if (address !== undefined) return address === null ? null : address + below.slice(folder.length);
    // The folder is a page's, but of another language.
    if (bundles.has(folder)) return null;
  }
  return null;
}
