import type { MarkdownSettings } from '../markdown/settings.ts';
import type { FoundHook } from '../sites/hugo/hooks.ts';
import type { FrameworksConfig } from './frameworks.ts';
import type { PageTypesConfig } from './page-types.ts';

/** What handbook.yaml says, defaults filled in. Paths are relative to the root, with `/`, `''` for the root itself. */
export interface HandbookConfig {
  readonly site: 'hugo' | 'plain';
  readonly content: readonly string[];
  readonly static: readonly string[];
  readonly assets: readonly string[];
  readonly layouts: readonly string[];
  readonly includes: {
    readonly folders: readonly string[];
    readonly root: string;
    readonly shortcodes: readonly string[];
  };
  readonly redirects: readonly string[];
  readonly hosts: readonly string[];
  readonly unknown: readonly string[];
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
  /** What frameworks are read from: a folder, and a regular expression for paths in it. */
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
  readonly uglyUrls: boolean;
  /** The version that the site is taken to be built by, and why, in words. */
  readonly version: string;
  readonly versionWhy: string;
  readonly markdown: MarkdownSettings;
  /** What links and images go through, and why, in words. */
  readonly linkHook: FoundHook;
  readonly imageHook: FoundHook;
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
