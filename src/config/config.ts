import type { MarkdownSettings } from '../markdown/settings.ts';
import type { CommonSettings } from '../sites/common-settings.ts';
import type { Language } from '../sites/hugo/config/languages.ts';
import type { Mount } from '../sites/hugo/config/mounts.ts';
import type { OutputFormat, Outputs } from '../sites/hugo/config/outputs.ts';
import type { PermalinkRule } from '../sites/hugo/config/permalinks.ts';
import type { FoundHook } from '../sites/hugo/templates/hooks.ts';
import type { RecognisedGenerator, TakenFor } from '../sites/recognise.ts';
import type { Cascade } from './cascade-rules.ts';
import type { FrameworksConfig } from './frameworks.ts';
import type { IncludeBy } from './include-by.ts';
import type { PageTypesConfig } from './page-types.ts';

/** What handbook.yaml says, defaults filled in. Paths are relative to the root, with `/`, `''` for the root itself. */
export interface HandbookConfig {
  /** One of the registry's names. `unknown`: a generator builds it whose rules are not known. */
  readonly site: string;
  /** What the configuration of another generator than Hugo says; `null` where that is not known. */
  readonly generator: CommonSettings | null;
  readonly takenFor: TakenFor;
  /** Files that were read or looked for to know what the generator does. */
  readonly configFiles: readonly string[];
  /** Generators whose rules are not known, and that build the pages of one folder each. */
  readonly generated: readonly RecognisedGenerator[];
  readonly content: readonly string[];
  readonly static: readonly string[];
  readonly assets: readonly string[];
  readonly layouts: readonly string[];
  readonly includes: {
    readonly folders: readonly string[];
    readonly root: string;
    readonly shortcodes: readonly string[];
    /** Those whose templates say how they bring in a file. */
    readonly by: Readonly<Record<string, IncludeBy>>;
  };
  /** Those that handbook.yaml names may be missing. */
  readonly redirects: readonly string[];
  readonly hosts: readonly string[];
  readonly unknown: readonly string[];
  /** Folders that could not be looked into, and whether for lack of permission; absent for none. */
  readonly unread?: Readonly<Record<string, boolean>>;
  readonly ignore: readonly string[];
  readonly shortcodes: {
    readonly anchors: Readonly<Record<string, number | string>>;
    readonly generating: readonly string[];
    readonly silent: readonly string[];
    readonly unknown: 'generating' | 'silent';
  };
  readonly pageTypes: PageTypesConfig;
  readonly frameworks: FrameworksConfig;
  readonly data: DataFiles;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What the site generator's own configuration says about addresses. */
  readonly hugo: HugoSettings;
}

/** Files that are no pages and that rules read all the same. */
export interface DataFiles {
  /** handbook.yaml, when it says something of pages and is a file of the handbook. */
  readonly config: string | null;
  /** What frameworks are read from: a folder, and a pattern of paths in it. */
  readonly patterns: readonly { readonly folder: string; readonly pattern: string }[];
}

/** A rule's level, alone or with its options. */
export type RuleSetting =
  | 'error'
  | 'warn'
  | 'off'
  | readonly ['error' | 'warn' | 'off', Readonly<Record<string, unknown>>];

/** The few settings of hugo.yaml that change where pages are. */
export interface HugoSettings {
  /** Kinds of automatic list pages, by the front matter key that makes their terms: `tags`. */
  readonly taxonomies: readonly string[];
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
  /** Pages are files, `/b/page.html`: all, or those of some sections. */
  readonly uglyUrls: boolean | readonly string[];
  /** The main one first; there is always one. */
  readonly languages: readonly Language[];
  /** Where content comes from; the first mount that has a file wins. */
  readonly mounts: readonly Mount[];
  /** Where files come from that templates and hooks publish when they ask for them. */
  readonly assetMounts: readonly Mount[];
  /** Where files that are served as they are come from. */
  readonly staticMounts: readonly Mount[];
  readonly permalinks: readonly PermalinkRule[];
  /** What single languages set otherwise. */
  readonly byLanguage: Readonly<Record<string, Partial<Pick<HugoSettings, 'permalinks' | 'taxonomies'>>>>;
  /** What the configuration hands down to pages. */
  readonly cascades: readonly Cascade[];
  /** Regular expressions for paths of content that is left out. */
  readonly ignoreFiles: readonly string[];
  /** In lower case. */
  readonly disabledKinds: readonly string[];
  readonly outputs: Outputs;
  /** Kinds of lists that are written in other formats than HTML only. */
  readonly withoutHtml: readonly string[];
  readonly formats: readonly OutputFormat[];
  /** Addresses of files that Hugo makes by itself at the top; `null` when no configuration says which. */
  readonly generated: readonly string[] | null;
  readonly hasAliases: boolean;
  /** Pages that are built although they are drafts, of the future, or of the past. */
  readonly builds: { readonly drafts: boolean; readonly future: boolean; readonly expired: boolean };
  /** The folder of the further pages of lists, which templates decide on: `page`; `null` when no template makes any. */
  readonly pager: string | null;
  /** Each language has files of bundles of its own, also where it shares them. */
  readonly duplicatesFiles: boolean;
  /** Files that are named by a date are of that day, and named by the rest. */
  readonly dateInName: 'first' | 'last' | null;
  /** The path of `baseURL` without a final slash: `/handbook`, or `''`. */
  readonly basePath: string;
  /** `canonifyURLs` or `relativeURLs`: an address that begins with a slash starts at the site. */
  readonly rooted: 'canonify' | 'relative' | null;
  /** A theme or module that is not among the files, and may bring files and pages. */
  readonly missingTheme: string | null;
  /** Shortcodes that the site has templates for. */
  readonly ownShortcodes: readonly string[];
  /** Shortcodes that do not show what stands between their tags. */
  readonly hiding: readonly string[];
  /** Files of the configuration that cannot be read, `hugo.toml line 3`, and what nobody knows for that. */
  readonly unreadable: readonly { readonly place: string; readonly hides: 'all' | 'markup' | 'nothing' }[];
  /** Settings that contradict each other, a sentence each. */
  readonly contradictions: readonly string[];
  /** The version that the site is taken to be built by, and why, in words. */
  readonly version: string;
  readonly versionWhy: string;
  readonly markdown: MarkdownSettings;
  /** What links and images go through, and why, in words. */
  readonly linkHook: FoundHook;
  readonly imageHook: FoundHook;
  /** Whether headings keep the ids that Hugo makes: no template for headings does otherwise. */
  readonly keepsHeadingIds: boolean;
}

/** The configuration cannot be used: `handbook.yaml line 12, unknown key "sectons". Did you mean "sections"?` */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The file, relative to the root. */
  readonly path: string;
  readonly line: number | null;

  constructor(path: string, line: number | null, complaint: string) {
    super(`${path}${line === null ? '' : ` line ${line}`}, ${complaint}`);
    this.path = path;
    this.line = line;
  }
}
