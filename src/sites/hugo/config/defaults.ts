import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { IncludeBy } from '../../../config/include-by.ts';
import { defaultDateKeys } from '../../../config/page-dates.ts';
import { newestHugo } from '../version.ts';
import { defaultMarkdown } from './markdown-settings.ts';

/** What a Hugo site's own configuration says about folders and addresses. */
export interface HugoConfig {
  readonly content: readonly string[];
  readonly static: readonly string[];
  readonly assets: readonly string[];
  /** The site's own host, by its `baseURL`. */
  readonly hosts: readonly string[];
  /** Folders of templates, those of themes last. */
  readonly layouts: readonly string[];
  /** Shortcodes whose templates say how they bring in a file. */
  readonly includes: Readonly<Record<string, IncludeBy>>;
  /** Beginnings of addresses that nothing is known of, since their files lie outside of the repository. */
  readonly unknownPrefixes: readonly string[];
  /** Files that were read, or looked for, to know all this. */
  readonly asked: readonly string[];
  readonly settings: HugoSettings;
}

/** What holds without a configuration: of a part of a site, whose settings lie elsewhere, as much as can be is taken to work. */
export const hugoDefaults: HugoConfig = {
  content: ['content'],
  static: ['static'],
  assets: ['assets'],
  hosts: [],
  layouts: ['layouts'],
  includes: {},
  unknownPrefixes: [],
  asked: [],
  settings: {
    taxonomies: ['categories', 'tags'],
    disablePathToLower: false,
    removePathAccents: false,
    pluralizesTitles: true,
    uglyUrls: false,
    languages: [{ name: 'en', prefix: '' }],
    hasHosts: false,
    unbuiltLanguages: [],
    mounts: [{ source: 'content', below: '', language: null, files: [] }],
    staticMounts: [{ source: 'static', below: '', language: null, files: [] }],
    assetMounts: [{ source: 'assets', below: '', language: null, files: [] }],
    permalinks: [],
    byLanguage: {},
    withOwnMarkup: [],
    cascades: [],
    ignoreFiles: [],
    disabledKinds: [],
    outputs: { home: [], section: [], taxonomy: [], term: [], page: [] },
    withoutHtml: [],
    formats: [],
    generated: null,
    hasAliases: true,
    redirectsHome: true,
    builds: { drafts: false, future: false, expired: false },
    pager: 'page',
    usesFiles: true,
    layoutIds: [],
    layoutsMakeIds: false,
    silentLayouts: {},
    duplicatesFiles: false,
    dateInName: null,
    dateKeys: defaultDateKeys,
    basePath: '',
    rooted: null,
    missingTheme: null,
    isOnNetlify: false,
    hasForeignContent: false,
    ownShortcodes: [],
    figure: null,
    inner: { hiding: ['comment'], verbatim: [], renderedFirst: [], rendering: {} },
    unreadable: [],
    contradictions: [],
    version: newestHugo,
    versionWhy: 'the newest known here',
    markdown: { ...defaultMarkdown(newestHugo), blockAttributes: true, rawHtml: true },
    linkHook: { hook: 'embedded', why: 'no configuration of the site is here' },
    imageHook: { hook: 'none', why: 'no configuration of the site is here' },
    keepsHeadingIds: true,
  },
};
