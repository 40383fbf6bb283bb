import type { CommonSettings } from '../../config/generator-settings.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { cleanRelative, folderPrefix } from '../../files/paths.ts';
import type { BlockSign } from '../../markdown/set-aside/indented-blocks.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { readYaml, type YamlMap } from '../configuration/yaml-values.ts';
import { asciiSlugs, type SlugRule, slugRule } from './slugs.ts';
import { type Translations, translationsOf } from './translations.ts';

/** What mkdocs.yml says about addresses and ids. Source: MkDocs 1.6.1, Python-Markdown 3.10; ProperDocs 1.6.7 builds the same. */
export interface MkdocsSettings extends CommonSettings {
  readonly kind: 'mkdocs';
  /** Where mkdocs.yml lies. */
  readonly file: string;
  /** `a/b.md` is built as `a/b/index.html`, else as `a/b.html`. */
  readonly directoryUrls: boolean;
  /** `{#id}` and `{: #id}` behind a heading name it. */
  readonly attributes: boolean;
  /** How headings get their ids, and titles of tabs, where these have any. */
  readonly slugs: SlugRule;
  readonly tabSlugs: SlugRule | null;
  /** What stands in `<div markdown>` is Markdown (md_in_html). */
  readonly markedHtml: boolean;
  /** `/a/b.md` counts from the folder of pages (`absolute_links: relative_to_docs`), else from the host. */
  readonly absoluteLinks: boolean;
  /** Folders in which snippets lie, relative to the root; empty without the extension. */
  readonly snippets: readonly string[];
  /** mkdocs-macros renders pages before they are read as Markdown. */
  readonly hasMacros: boolean;
  /** A plugin fills in what stands in `{{ }}` and `{% %}`; else they are text. */
  readonly hasTemplates: boolean;
  /** mkdocs-autorefs, which mkdocstrings brings, takes `[words][identifier]` for a link. */
  readonly hasAutorefs: boolean;
  /** What mkdocs-static-i18n is told; `null` without it. */
  readonly translations: Translations | null;
  /** Files that mkdocs-rss-plugin makes where it is told to, by address. */
  readonly feeds: readonly string[];
  /** Patterns of files that are not built, as in a .gitignore. */
  readonly excluded: readonly string[];
  /** Old paths of pages and what they are sent on to, as mkdocs-redirects has them. */
  readonly redirects: Readonly<Record<string, string>>;
}

/** Plugins that neither make nor move pages, and add no headings. */
const harmless = new Set(
  `search awesome-pages awesome-nav literate-nav section-index redirects minify tags offline optimize privacy
  social meta info glightbox git-revision-date git-revision-date-localized git-authors git-committers mermaid2 rss
  exclude-search open-in-new-tab table-reader include-markdown macros mkdocstrings autorefs callouts charts drawio
  exclude group kroki mike minify_html panzoom plantuml spellcheck swagger-ui-tag termynal`.split(/\s+/),
);

/** Of these, what fills in braces. */
const templates = ['macros', 'include-markdown', 'table-reader'];

const blockExtensions: Readonly<Record<BlockSign, string>> = {
  '!!!': 'admonition',
  '???': 'pymdownx.details',
  '===': 'pymdownx.tabbed',
};

/** Reads mkdocs.yml; `path` is where it lies. */
export function readMkdocs(path: string, tree: FileTree): MkdocsSettings {
  const folder = folderPrefix(path);
  const { root, lacksParent } = readInherited(path, tree);
  const url = root.word('site_url');
  const known = url !== null && URL.canParse(url) ? new URL(url) : null;
  const validation = root.map('validation');
  const { plugins, names } = pluginsOf(root);
  const extensions = root.named('markdown_extensions');
  const strange = [...names].find((name) => !harmless.has(name.replace(/^material\//, '')));
  const unsure = lacksParent
    ? `${path} takes settings from a file that is not here`
    : root.has('hooks')
      ? `${path} runs code of its own`
      : strange === undefined
        ? null
        : `the plugin ${strange} may make pages or files`;
  const isOn = (...names: readonly string[]) =>
    names.some((name) => extensions.has(name) || extensions.has(`markdown.extensions.${name}`));
  // Material's plugin for tags turns attr_list on (run with 9.6.4).
  const attributes =
    isOn('attr_list', 'extra', 'pymdownx.extra') || plugins.has('tags') || plugins.has('material/tags');
  const tabs = extensions.get('pymdownx.tabbed');
  const smart = extensions.get('smarty') ?? extensions.get('markdown.extensions.smarty');
  const slugs = slugRule(extensions.get('toc') ?? extensions.get('markdown.extensions.toc'));
  const tabSlugs = tabs?.has('slugify') ? slugRule(tabs) : null;
  const foreignSlugs = slugs === null || (tabs?.has('slugify') && tabSlugs === null);
  const signs = (Object.keys(blockExtensions) as BlockSign[]).filter((sign) => isOn(blockExtensions[sign]));
  return {
    kind: 'mkdocs',
    file: path,
    markdown: { ...lenientMarkdown, headingAttributes: attributes, footnotes: 'off', onlyYaml: true, setAside: signs },
    content: [`${folder}${root.word('docs_dir') ?? 'docs'}`.replace(/\/$/, '')],
    static: themeFolder(root, folder),
    includes: [],
    base: known === null ? '/' : known.pathname.replace(/\/?$/, '/'),
    host: known?.host.toLowerCase() ?? null,
    frontMatter: [],
    unsurePages: unsure,
    areFilesUnsure: true,
    unsureIds: unsure ?? (foreignSlugs ? 'an extension has slugs of its own' : null),
    slugs: { ...(slugs ?? asciiSlugs), hasSmartDashes: smart !== undefined && smart.word('smart_dashes') !== 'false' },
    tabSlugs,
    markedHtml: isOn('md_in_html', 'extra', 'pymdownx.extra'),
    directoryUrls: root.word('use_directory_urls') !== 'false' && !isOffline(plugins),
    absoluteLinks:
      (validation.map('links').word('absolute_links') ?? validation.word('absolute_links')) === 'relative_to_docs',
    attributes,
    hasMacros: plugins.has('macros'),
    hasTemplates: templates.some((name) => names.has(name)),
    hasAutorefs: plugins.has('autorefs') || plugins.has('mkdocstrings'),
    translations: translationsOf(plugins.get('i18n')),
    feeds: Object.values(plugins.get('rss')?.map('feeds_filenames').pairs() ?? {}).map((name) => `/${name}`),
    snippets: snippetFolders(extensions.get('pymdownx.snippets'), folder),
    excluded: (root.word('exclude_docs') ?? '').split('\n').concat((root.word('draft_docs') ?? '').split('\n')),
    redirects: plugins.get('redirects')?.map('redirect_maps').pairs() ?? {},
  };
}

/** The plugins that are on, and the names of all that may be: a group of Material's may wait for a variable (run with 9.6.4). */
function pluginsOf(root: YamlMap): { readonly plugins: ReadonlyMap<string, YamlMap>; readonly names: Set<string> } {
  const plugins = new Map(root.named('plugins'));
  const names = new Set(plugins.keys());
  for (const item of [root.map('plugins'), ...root.maps('plugins')])
    for (const group of [item.map('group'), item.map('material/group')])
      for (const [name, options] of group.named('plugins')) {
        const enabled = group.has('enabled') ? group.word('enabled') : 'false';
        if (enabled !== 'false') names.add(name);
        if (enabled === 'true') plugins.set(name, options);
      }
  return { plugins, names };
}

/** A configuration over those that it takes settings from by `INHERIT` (`yaml_load` of MkDocs 1.6.1), and whether one of them is missing. */
function readInherited(
  path: string,
  tree: FileTree,
  depth = 0,
): { readonly root: YamlMap; readonly lacksParent: boolean } {
  const own = readYaml(path, tree);
  if (!own.has('INHERIT')) return { root: own, lacksParent: false };
  const parent = cleanRelative(`${folderPrefix(path)}${own.word('INHERIT') ?? ''}`);
  if (parent === null || depth > 8 || !tree.exists(parent)) return { root: own, lacksParent: true };
  const { root, lacksParent } = readInherited(parent, tree, depth + 1);
  return { root: own.over(root), lacksParent };
}

/** Material's plugin for reading without a server builds `a.html` (run with 9.6.4), unless it waits for a variable. */
function isOffline(plugins: ReadonlyMap<string, YamlMap>): boolean {
  const offline = plugins.get('offline') ?? plugins.get('material/offline');
  if (offline === undefined) return false;
  return offline.has('enabled') ? offline.word('enabled') === 'true' : true;
}

/** Where a theme's own files lie in the repository: they are published from the top, but for its templates. */
function themeFolder(root: YamlMap, folder: string): readonly string[] {
  const name = root.map('theme').word('custom_dir');
  const path = name === null ? null : cleanRelative(`${folder}${name}`);
  return path === null || path === '' ? [] : [path];
}

function snippetFolders(snippets: YamlMap | undefined, folder: string): readonly string[] {
  if (snippets === undefined) return [];
  const given = snippets.words('base_path');
  const paths = (given.length > 0 ? given : ['.']).map((path) => cleanRelative(`${folder}${path}`));
  return paths.filter((path) => path !== null);
}
