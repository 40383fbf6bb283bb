import { cleanRelative, type FileTree, listInside } from '../files/file-tree.ts';
import { lenientMarkdown } from '../markdown/settings.ts';
import { type HugoConfig, hugoDefaults } from '../sites/hugo/config-files.ts';
import type { HandbookConfig, HugoSettings } from './config.ts';
import { dataFiles } from './data-files.ts';
import { hugoSigns } from './find-root.ts';
import type { WrittenConfig } from './schema.ts';

/** Whether Hugo builds the site, as handbook.yaml says or the files show. */
export function siteKind(written: WrittenConfig, tree: FileTree): 'hugo' | 'plain' {
  return written.site ?? (written.content === undefined && isHugo(tree) ? 'hugo' : siteOf(written));
}

/** Fills in what handbook.yaml leaves open, from the files that there are; `hugo` is null on a plain site. */
export function withDefaults(
  written: WrittenConfig,
  tree: FileTree,
  hugo: HugoConfig | null,
  source: string | null = null,
): HandbookConfig {
  const site = hugo ? 'hugo' : 'plain';
  const assets = folders(written.assets ?? (hugo ? ['assets'] : []));
  const includeRoot = clean(written.includes?.root ?? assets[0] ?? '');
  return {
    site,
    content: folders(written.content ?? (hugo ? hugo.content : [''])),
    static: folders(written.static ?? (hugo ? hugo.static : [''])),
    assets,
    layouts: folders(written.layouts ?? (hugo ? ['layouts'] : [])),
    includes: {
      folders: folders(written.includes?.folders ?? (hugo ? [`${includeRoot}/includes`] : [])),
      root: includeRoot,
      shortcodes: written.includes?.shortcodes ?? (hugo ? ['include'] : []),
    },
    redirects: folders(written.redirects ?? ['layouts/index.redirects', 'static/_redirects', '_redirects']).filter(
      (path) => tree.exists(path),
    ),
    hosts: [...new Set([...(written.hosts ?? []).map((host) => host.toLowerCase()), ...(hugo?.hosts ?? [])])],
    unknown: [...(written.unknown ?? []), ...(hugo?.elsewhere ?? [])],
    ignore: written.ignore ?? [],
    shortcodes: {
      anchors: written.shortcodes?.anchors ?? {},
      generating: written.shortcodes?.generating ?? [],
      silent: written.shortcodes?.silent ?? [],
      unknown: written.shortcodes?.unknown ?? 'generating',
    },
    pageTypes: written.pageTypes ?? {},
    frameworks: written.frameworks ?? [],
    data: dataFiles(written, source !== null && tree.exists(source) ? source : null),
    rules: written.rules ?? {},
    hugo: hugo ? withFolders(hugo.settings, written) : plainSettings,
  };
}

/** What holds of a folder of plain Markdown. */
const plainSettings: HugoSettings = { ...hugoDefaults.settings, taxonomies: [], markdown: lenientMarkdown };

/** Folders that handbook.yaml names stand in place of mounts, each at the top. */
function withFolders(settings: HugoSettings, written: WrittenConfig): HugoSettings {
  const at = (paths: readonly string[]): HugoSettings['mounts'] =>
    folders(paths).map((source) => ({ source, below: '', language: null, files: [] }));
  return {
    ...settings,
    ...(written.content === undefined ? {} : { mounts: at(written.content) }),
    ...(written.static === undefined ? {} : { staticMounts: at(written.static) }),
  };
}

function siteOf(written: WrittenConfig): 'hugo' | 'plain' {
  return written.layouts || written.assets || written.static ? 'hugo' : 'plain';
}

/** Pages in content/, and a sign that Hugo builds them: its configuration, layouts, `_index.md`, or no pages elsewhere. */
function isHugo(tree: FileTree): boolean {
  // What can be seen without a walk through all folders first.
  if (['content/_index.md', 'content/_index.html', ...hugoSigns].some((path) => tree.exists(path))) return true;
  const content = tree.list('content').filter(isMarkdown);
  if (content.length === 0) return false;
  if (content.some((path) => path.endsWith('/_index.md')) || listInside(tree, 'layouts').length > 0) return true;
  return !tree.list('').some((path) => isMarkdown(path) && path.includes('/') && !/^(?:content|assets)\//.test(path));
}

function isMarkdown(path: string): boolean {
  return path.endsWith('.md');
}

function folders(paths: readonly string[]): string[] {
  return [...new Set(paths.map(clean))];
}

// The schema has refused what leads out of the root.
function clean(path: string): string {
  return cleanRelative(path) ?? '';
}
