import type { CommonSettings } from '../../config/generator-settings.ts';
import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { UnreadableConfig } from '../configuration/unreadable-config.ts';
import { readYaml, type YamlMap } from '../configuration/yaml-values.ts';
import { folderAddress, hostNamed } from '../href.ts';
import { readDefaults } from './defaults.ts';
import type { Collection } from './documents.ts';
import { automaticIds } from './kramdown.ts';
import { type LayoutIds, layoutIds } from './layouts.ts';
import { endingOfStyle, PLACING_KEYS, patternOfStyle } from './permalinks.ts';
import { type RenderedFiles, renderedFiles } from './rendered-files.ts';
import type { Standing } from './standing.ts';

/** What _config.yml says about addresses and ids. Source: Jekyll 4.4.1, kramdown 2.5.2, jekyll-relative-links 0.9.1. */
export interface JekyllSettings extends CommonSettings, Standing {
  readonly kind: 'jekyll';
  /** `false` when files without front matter are copied as they are; `null` when that is not known. */
  readonly optionalFrontMatter: boolean | null;
  /** A README without front matter is the page of its folder. */
  readonly readmeIndex: boolean | null;
  /** Links to Markdown files and other files are rewritten. */
  readonly relativeLinks: boolean | null;
  /** `redirect_from` in front matter keeps old addresses. */
  readonly redirects: boolean;
  /** `published: false` in front matter leaves nothing out. */
  readonly showsUnpublished: boolean;
  /** Whether links of documents in collections are rewritten as those of pages. */
  readonly relativeLinksInCollections: boolean;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  /** Ids that the site's own layouts give to every page, or to some. */
  readonly layoutIds: LayoutIds['ids'];
  /** What stands before ids of headings; `null` where none are made. */
  readonly idPrefix: string | null;
  readonly rendered: RenderedFiles;
}

/** Plugins that make no pages, but for feeds and redirects. */
const harmless = new Set(
  `relative-links optional-front-matter readme-index redirect-from seo-tag sitemap feed titles-from-headings default-layout
  remote-theme github-metadata include-cache toc avatar gist coffeescript last-modified-at commonmark target-blank
  email-protect spaceship mermaid sass-converter mentions timeago
  loading-lazy`.split(/\s+/),
);

/** A file's text with its lines cut: no line of a Gemfile needs more. */
function shortLines(bytes: Uint8Array): string {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.map((line) => line.slice(0, 300)).join('\n');
}

/** Reads _config.yml; `path` is where it lies. */
export function readJekyll(path: string, tree: FileTree): JekyllSettings {
  const folder = folderOf(path);
  const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  if (path.endsWith('.toml')) throw new UnreadableConfig(path, null);
  const root = readYaml(path, tree);
  const gems = tree.exists(inFolder('Gemfile')) ? shortLines(tree.read(inFolder('Gemfile'))) : null;
  const isOnPages = /^[^#\n]*\bgithub-pages\b/m.test(gems ?? '');
  const plugins = new Set([...root.words('plugins'), ...root.words('gems'), ...gemsOf(gems ?? '')]);
  // GitHub builds such a repository with plugins of its own choice, which no file names.
  const mayBeOnPages = gems === null && plugins.size === 0 && isOnGithub(tree);
  const has = (name: string) => plugins.has(`jekyll-${name}`) || isOnPages || (mayBeOnPages ? null : false);
  const url = root.word('url');
  const style = root.word('permalink') ?? 'date';
  const written = root.map('collections');
  const isPublished = (name: string) => name !== 'posts' && written.map(name).word('output') === 'true';
  const source = joinInside(folder, root.word('source') ?? '') ?? folder;
  const inSource = (key: string, usual: string) => joinInside(source, root.word(key) ?? usual) ?? '';
  // Run with 4.4.1: these lie below the source, but for plugins that a setting names.
  const includes = inSource('includes_dir', '_includes');
  const plugin = pluginFolders(root, folder, source).find((each) => listInside(tree, each).some(isRuby));
  const usual = `/:collection/:path${endingOfStyle(style)}`;
  const collections: readonly Collection[] = [
    ...written
      .keys()
      .filter(isPublished)
      .map((name) => ({ name, permalink: written.map(name).word('permalink') ?? usual })),
    { name: 'posts', permalink: written.map('posts').word('permalink') ?? patternOfStyle(style) },
  ];
  const standing: Standing = {
    suffix: endingOfStyle(style).replace(':output_ext', '.html'),
    collections,
    collectionsFolder: (root.word('collections_dir') ?? '').replace(/^\.?\/*|\/*$/g, '').replace(/.$/, '$&/'),
    defaults: readDefaults(root),
    zone: root.word('timezone'),
  };
  const base = folderAddress(root.word('baseurl') ?? '');
  const strange = [...plugins].find((name) => !harmless.has(name.replace(/^jekyll-/, '')) && name !== 'jemoji');
  const unsurePages =
    strange !== undefined
      ? `the plugin ${strange} may make pages`
      : plugin !== undefined
        ? `${plugin} may make pages`
        : null;
  const engine = root.word('markdown')?.toLowerCase() ?? 'kramdown';
  const { idPrefix, areUnsure } = automaticIds(root.map('kramdown'));
  const hasTheme = root.has('theme') || root.has('remote_theme') || isOnPages || mayBeOnPages;
  const around = layoutIds(inSource('layouts_dir', '_layouts'), includes, hasTheme, tree);
  const redirects = plugins.has('jekyll-redirect-from') || isOnPages || mayBeOnPages;
  return {
    kind: 'jekyll',
    markdown: {
      ...lenientMarkdown,
      footnotes: 'off',
      attributesBeforeHashes: false,
      onlyYaml: true,
      setAside: 'liquid',
    },
    content: [source],
    static: [],
    includes: [includes],
    base,
    host: hostNamed(url),
    frontMatter: PLACING_KEYS,
    unsurePages,
    unsureIds:
      engine !== 'kramdown' || areUnsure
        ? 'Markdown is not rendered by kramdown in its usual way'
        : around.madeIn === null
          ? null
          : `${around.madeIn} makes ids of titles`,
    layoutIds: around.ids,
    idPrefix,
    optionalFrontMatter: has('optional-front-matter'),
    readmeIndex: has('readme-index'),
    relativeLinks: root.map('relative_links').word('enabled') === 'false' ? false : has('relative-links'),
    redirects,
    showsUnpublished: root.word('unpublished') === 'true',
    relativeLinksInCollections: root.map('relative_links').word('collections') === 'true',
    ...standing,
    rendered: renderedFiles(source, { ...standing, redirects }, tree),
    included: root.words('include'),
    excluded: root.words('exclude'),
  };
}

function pluginFolders(root: YamlMap, folder: string, source: string): readonly string[] {
  const named = [root.word('plugins_dir') ?? root.words('plugins_dir')].flat();
  const paths = named.length > 0 ? named.map((name) => joinInside(folder, name)) : [joinInside(source, '_plugins')];
  return paths.filter((path) => path !== null);
}

function isRuby(path: string): boolean {
  return path.endsWith('.rb');
}

function gemsOf(gemfile: string): readonly string[] {
  return [...gemfile.matchAll(/^[^#\n]*gem[ \t]+["'](jekyll-[\w-]+)/gm)].map(([, name = '']) => name);
}

function isOnGithub(tree: FileTree): boolean {
  if (tree.exists('CNAME')) return true;
  if (!tree.exists('.git/config')) return false;
  return /^[ \t]*url[ \t]*=.*\bgithub\.com\b/m.test(readText(tree, '.git/config'));
}
