import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { cleanRelative } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { type HugoConfig, hugoDefaults } from '../../sites/hugo/config/defaults.ts';
import type { DataFiles, HandbookConfig } from '../config.ts';
import { fixedFolder, isDataPath } from '../data-path.ts';
import { ignorePaths, readIgnoreFiles } from '../git-ignore.ts';
import { hostName } from '../host-name.ts';
import type { HugoSettings } from '../hugo-settings.ts';
import type { ReadConfig, WrittenConfig } from '../schema.ts';
import type { SiteKind } from './site-kind.ts';
import type { ConfigSource } from './source.ts';

/** What is known of the site besides handbook.yaml. */
interface ConfigSources {
  readonly kind: SiteKind;
  readonly hugo: HugoConfig | null;
  /** handbook.yaml, or what was given in its place; `null` when there is none. */
  readonly source: ConfigSource | null;
}

/** Hugo takes the template of the home page by each of these names (0.131 and 0.169, run). */
const redirectTemplates = ['index', 'home', '_default/index', '_default/home'].map(
  (name) => `layouts/${name}.redirects`,
);
/** The files of redirect rules that are read where handbook.yaml names none. */
export const usualRedirects: readonly string[] = [...redirectTemplates, 'static/_redirects', '_redirects'];

/** The list that `go mod vendor` writes beside its copies of other projects, whose pages nobody changes here. */
const VENDORED = 'vendor/modules.txt';

/** Fills in what handbook.yaml leaves open, from the files that there are; `hugo` is null when Hugo does not build the site. */
export function withDefaults(
  written: ReadConfig,
  tree: FileTree,
  { kind, hugo, source }: ConfigSources,
): HandbookConfig {
  const { generator } = kind;
  const assets = folders(written.assets ?? hugo?.assets ?? []);
  const includeRoot = clean(written.includes?.root ?? assets[0] ?? '');
  const [unread] = hugo?.settings.unreadable ?? [];
  const content = folders(written.content ?? hugo?.content ?? generator?.content ?? ['']);
  const served = folders(written.static ?? hugo?.static ?? generator?.static ?? shownFolders);
  // What git leaves out of a repository's view is on no page of it.
  const ignores = hugo || generator ? ignorePaths([...content, ...served]) : [];
  const redirects = written.redirects === undefined ? redirectFiles(tree) : [];
  const lists = content.includes('') ? [VENDORED] : [];
  // Each view of a repository makes ids of headings in its own way.
  const shown = kind.site === 'gitlab' ? 'shown-with-images' : 'shown';
  return {
    ...kind,
    configFiles: [...kind.configFiles, ...(hugo?.asked ?? []), ...ignores, ...redirects.filter(isTemplate), ...lists],
    ignoredByGit: readIgnoreFiles(ignores, tree),
    ...(unread === undefined
      ? {}
      : { takenFor: { ...kind.takenFor, sign: kind.takenFor.sign ?? '', problem: unread.place } }),
    content,
    static: served,
    assets,
    layouts: folders(written.layouts ?? (hugo ? hugo.layouts : [])),
    includes: {
      folders: folders(written.includes?.folders ?? (hugo ? [`${includeRoot}/includes`] : (generator?.includes ?? []))),
      root: includeRoot,
      ...includesBy(written, tree, hugo, includeRoot),
    },
    redirects: written.redirects === undefined ? redirects : folders(written.redirects),
    hosts: [
      ...new Set([
        ...(written.hosts ?? []).map((host) => hostName(host) ?? host),
        ...(hugo?.hosts ?? []),
        ...(generator?.host ? [generator.host] : []),
      ]),
    ],
    unknown: [...(written.unknown ?? []), ...(hugo?.unknownPrefixes ?? [])],
    ignore: [...(written.ignore ?? []), ...(lists.some((path) => tree.exists(path)) ? ['vendor/**'] : [])],
    shortcodes: {
      anchors: written.shortcodes?.anchors ?? {},
      generating: written.shortcodes?.generating ?? [],
      silent: written.shortcodes?.silent ?? [],
      unknown: written.shortcodes?.unknown ?? 'generating',
    },
    pageTypes: written.pageTypes ?? {},
    frameworks: written.frameworks ?? [],
    data: dataFiles(written, tree, source),
    rules: withPrefix(written.rules ?? {}),
    ...(written.ruleLines === undefined || source === null
      ? {}
      : { rulesAt: { path: source.path, lines: withPrefix(written.ruleLines) } }),
    hugo: hugo
      ? withFolders(hugo.settings, written)
      : { ...plainSettings, markdown: generator?.markdown ?? { ...lenientMarkdown, headingIds: shown } },
  };
}

/** Whether other files of redirect rules may be named in it. */
function isTemplate(path: string): boolean {
  return path.startsWith('layouts/');
}

/** Files of redirect rules where handbook.yaml names none; the rules of a template stand in its partials as well. */
function redirectFiles(tree: FileTree): readonly string[] {
  const found = usualRedirects.filter((path) => tree.exists(path));
  // It grows while it is gone through.
  for (const path of found) {
    if (!isTemplate(path)) continue;
    for (const [, name = ''] of readText(tree, path).matchAll(/\bpartial(?:Cached)?\s+"([^"\n]{1,200})"/g)) {
      const partial = ['layouts/_partials', 'layouts/partials']
        .map((folder) => cleanRelative(`${folder}/${name}`))
        .find((each) => each !== null && tree.exists(each));
      if (partial && !found.includes(partial)) found.push(partial);
    }
  }
  return found;
}

/**
 * The shortcodes that bring in files: those that handbook.yaml names, and those whose templates say so. `include` is taken for one
 * where no template of its own says otherwise, and there is a folder for what it brings.
 */
function includesBy(
  written: WrittenConfig,
  tree: FileTree,
  hugo: HugoConfig | null,
  root: string,
): Pick<HandbookConfig['includes'], 'shortcodes' | 'by'> {
  const by = hugo?.includes ?? {};
  const named = written.includes?.shortcodes;
  const own = new Set(hugo?.settings.ownShortcodes);
  const isAssumed = named === undefined && hugo !== null && !own.has('include');
  const isConfigured = hugo !== null && hugo.settings.generated !== null;
  const hasFolder = () => !isConfigured || listInside(tree, `${root === '' ? '' : `${root}/`}includes`).length > 0;
  const assumed = isAssumed && hasFolder() ? ['include'] : [];
  return { shortcodes: [...new Set([...(named ?? assumed), ...Object.keys(by)])], by };
}

/** A repository's view shows these as well, which no walk from the top enters. */
const shownFolders = ['', '.github', '.gitlab'];

/** What holds where Hugo builds nothing. */
const plainSettings: HugoSettings = { ...hugoDefaults.settings, taxonomies: [], hasAliases: false };

/** Folders that handbook.yaml names stand in place of mounts, each at the top. */
function withFolders(settings: HugoSettings, written: WrittenConfig): HugoSettings {
  const at = (paths: readonly string[]): HugoSettings['mounts'] =>
    folders(paths).map((source) => ({ source, below: '', language: null, files: [] }));
  return {
    ...settings,
    ...(written.content === undefined ? {} : { mounts: at(written.content) }),
    ...(written.static === undefined ? {} : { staticMounts: at(written.static) }),
    ...(written.assets === undefined ? {} : { assetMounts: at(written.assets) }),
  };
}

/** Rules by their whole names: `link-page` is `handbook-link-page`, whose setting wins where both are there. */
function withPrefix<Value>(rules: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const isWhole = ([id]: readonly [string, unknown]) => id.startsWith('handbook-');
  const entries = Object.entries(rules);
  const short = entries.filter((entry) => !isWhole(entry)).map(([id, setting]) => [`handbook-${id}`, setting]);
  return Object.fromEntries([...short, ...entries.filter(isWhole)]);
}

function folders(paths: readonly string[]): string[] {
  return [...new Set(paths.map(clean))];
}

// The schema has refused what leads out of the root.
function clean(path: string): string {
  return cleanRelative(path) ?? '';
}

/** Which files besides pages are read: handbook.yaml for findings in it, and the files of data that frameworks name. */
function dataFiles(
  { frameworks = [], pageTypes = {} }: WrittenConfig,
  tree: FileTree,
  source: ConfigSource | null,
): DataFiles {
  const saysOfPages = frameworks.length > 0 || Object.values(pageTypes).some(({ pages = [] }) => pages.length > 0);
  const patterns = frameworks.flatMap(({ pages, departments }) =>
    [pages, ...Object.values(departments).map(({ path }) => path)].flatMap((pattern) =>
      pattern === undefined || !isDataPath(pattern)
        ? []
        : [{ folder: fixedFolder(pattern).replace(/\/$/, ''), pattern }],
    ),
  );
  if (!saysOfPages || source === null) return { config: null, patterns };
  const { text, place: path = source.path } = source;
  const isThere = tree.exists(path) && readText(tree, path) === text;
  return { config: path, patterns, ...(isThere ? {} : { given: text }) };
}
