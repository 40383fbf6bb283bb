import type { CommonSettings } from '../../config/generator-settings.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import { lenientMarkdown } from '../../markdown/settings.ts';
import { UnreadableConfig } from '../configuration/unreadable-config.ts';
import { readYaml, type YamlMap } from '../configuration/yaml-values.ts';
import { folderAddress, hostNamed } from '../href.ts';
import { readDefaults } from './defaults.ts';
import type { Collection } from './documents.ts';
import { type LayoutIds, layoutIds } from './layouts.ts';
import { endingOfStyle, PLACING_KEYS, patternOfStyle } from './permalinks.ts';
import { readPlugins } from './plugins.ts';
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

/** Reads _config.yml; `path` is where it lies. */
export function readJekyll(path: string, tree: FileTree): JekyllSettings {
  const folder = folderOf(path);
  if (path.endsWith('.toml')) throw new UnreadableConfig(path, null);
  const root = readYaml(path, tree);
  const source = joinInside(folder, root.word('source') ?? '') ?? folder;
  // Run with 4.4.1: these lie below the source.
  const inSource = (key: string, usual: string) => joinInside(source, root.word(key) ?? usual) ?? '';
  const includes = inSource('includes_dir', '_includes');
  const plugins = readPlugins(root, folder, source, tree);
  const { idPrefix, areUnsure } = automaticIds(root.map('kramdown'));
  const isKramdown = (root.word('markdown') ?? 'kramdown').toLowerCase() === 'kramdown';
  const hasTheme = root.has('theme') || root.has('remote_theme') || plugins.mayBeOnPages;
  const layouts = layoutIds(inSource('layouts_dir', '_layouts'), includes, hasTheme, tree);
  const redirects = plugins.has('redirect-from') !== false;
  const standing = standingOf(root);
  const relativeLinks = root.map('relative_links');
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
    base: folderAddress(root.word('baseurl') ?? ''),
    host: hostNamed(root.word('url')),
    frontMatter: PLACING_KEYS,
    unsurePages: plugins.unsurePages,
    unsureIds:
      !isKramdown || areUnsure
        ? 'Markdown is not rendered by kramdown in its usual way'
        : layouts.madeIn === null
          ? null
          : `${layouts.madeIn} makes ids of titles`,
    layoutIds: layouts.ids,
    idPrefix,
    optionalFrontMatter: plugins.has('optional-front-matter'),
    readmeIndex: plugins.has('readme-index'),
    relativeLinks: relativeLinks.word('enabled') === 'false' ? false : plugins.has('relative-links'),
    redirects,
    showsUnpublished: root.word('unpublished') === 'true',
    relativeLinksInCollections: relativeLinks.word('collections') === 'true',
    ...standing,
    rendered: renderedFiles(source, { ...standing, redirects }, tree),
    included: root.words('include'),
    excluded: root.words('exclude'),
  };
}

/** What says where documents stand. */
function standingOf(root: YamlMap): Standing {
  const style = root.word('permalink') ?? 'date';
  const written = root.map('collections');
  const isPublished = (name: string) => name !== 'posts' && written.map(name).word('output') === 'true';
  const collection = (name: string, usual: string): Collection => ({
    name,
    permalink: written.map(name).word('permalink') ?? usual,
  });
  const named = written.keys().filter(isPublished);
  return {
    suffix: endingOfStyle(style).replace(':output_ext', '.html'),
    collections: [
      ...named.map((name) => collection(name, `/:collection/:path${endingOfStyle(style)}`)),
      collection('posts', patternOfStyle(style)),
    ],
    collectionsFolder: (root.word('collections_dir') ?? '').replace(/^\.?\/*|\/*$/g, '').replace(/.$/, '$&/'),
    defaults: readDefaults(root),
    zone: root.word('timezone'),
  };
}

/**
 * What `kramdown` of _config.yml says about ids: what stands before each of them, `null` where none are made, and whether an option makes
 * them otherwise than is known. Source: kramdown 2.5.2 with kramdown-parser-gfm 1.1.0.
 */
function automaticIds(options: YamlMap): Pick<JekyllSettings, 'idPrefix'> & { readonly areUnsure: boolean } {
  const isOn = (key: string) => options.has(key) && options.word(key) !== 'false';
  const quirks = options.words('gfm_quirks');
  const isUsual = !options.has('gfm_quirks') || (quirks.length === 1 && quirks[0] === 'paragraph_end');
  return {
    idPrefix: options.word('auto_ids') === 'false' ? null : (options.word('auto_id_prefix') ?? ''),
    areUnsure:
      !isUsual ||
      (options.word('input')?.toUpperCase() ?? 'GFM') !== 'GFM' ||
      ['transliterated_header_ids', 'parse_block_html'].some(isOn),
  };
}
