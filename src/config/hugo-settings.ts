import type { MarkdownSettings } from '../markdown/settings.ts';
import type { DateKeys } from './page-dates.ts';
import type { Cascade } from './page-values.ts';

/** How a version of Hugo is written: `0.131`, `v0.131.0+extended`. */
export const versionPattern = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:$|[-+/_ ])/;

/** The few settings of hugo.yaml that change where pages are. */
export interface HugoSettings {
  /** Kinds of automatic list pages, by the front matter key that makes their terms: `tags`. */
  readonly taxonomies: readonly string[];
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
  /** Pages of folders that no file makes are titled in the plural. */
  readonly pluralizesTitles: boolean;
  /** Pages are files, `/b/page.html`: all, or those of some sections. */
  readonly uglyUrls: boolean | readonly string[];
  /** The main one first; there is always one. */
  readonly languages: readonly Language[];
  /** Languages have hosts of their own (a `baseURL` each), so that what begins with a slash stays on the host of the page. */
  readonly hasHosts: boolean;
  /** Names of languages that are switched off. */
  readonly unbuiltLanguages: readonly string[];
  /** Where content comes from; the first mount that has a file wins. */
  readonly mounts: readonly Mount[];
  /** Where files come from that templates and hooks publish when they ask for them. */
  readonly assetMounts: readonly Mount[];
  /** Where files that are served as they are come from. */
  readonly staticMounts: readonly Mount[];
  readonly permalinks: readonly PermalinkRule[];
  /** What single languages set otherwise. */
  readonly byLanguage: Readonly<Record<string, Partial<Pick<HugoSettings, SetByLanguage>>>>;
  /** Languages that have a `markup` of their own, `''` for the main one; ids and links of their pages are not known. */
  readonly withOwnMarkup: readonly string[];
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
  /** The home page of the main language has an old address: the top, or that of its language. */
  readonly redirectsHome: boolean;
  /** Pages that are built although they are drafts, of the future, or of the past. */
  readonly builds: { readonly drafts: boolean; readonly future: boolean; readonly expired: boolean };
  /** The folder of the further pages of lists, which templates decide on: `page`; `null` when no template makes any. */
  readonly pager: string | null;
  /** Whether templates or hooks may publish files that are not published by themselves. */
  readonly usesFiles: boolean;
  /** Ids that layouts give to what stands around a page's text, `step-*` for all that begin so. */
  readonly layoutIds: readonly string[];
  /** Layouts may give any other id to pages of folders, and to those without an id of their own. */
  readonly layoutsMakeIds: boolean;
  /** Which layouts show nothing of their pages' text: those for a kind, `home`, or for one in a folder, `section crew`. */
  readonly silentLayouts: Readonly<Record<string, boolean>>;
  /** Each language has files of bundles of its own, also where it shares them. */
  readonly duplicatesFiles: boolean;
  /** Files that are named by a date are of that day, and named by the rest. */
  readonly dateInName: 'first' | 'last' | null;
  /** The keys of front matter that dates are taken from. */
  readonly dateKeys: DateKeys;
  /** The path of `baseURL` without a final slash: `/handbook`, or `''`. */
  readonly basePath: string;
  /** `canonifyURLs` or `relativeURLs`: an address that begins with a slash starts at the site. */
  readonly rooted: 'canonify' | 'relative' | null;
  /** A theme or module that is not among the files, and may bring files and pages. */
  readonly missingTheme: string | null;
  /** The site is served by Netlify, as its netlify.toml says. */
  readonly isOnNetlify: boolean;
  /** Pages come from folders outside of the repository, or from modules that are not among the files. */
  readonly hasForeignContent: boolean;
  /** Shortcodes that the site has templates for. */
  readonly ownShortcodes: readonly string[];
  /** The site's own template of `figure`, where it can be followed. */
  readonly figure: FollowedTemplate | null;
  readonly inner: InnerText;
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

/** Settings that each language may have of its own. */
type SetByLanguage =
  | 'taxonomies'
  | 'disabledKinds'
  | 'permalinks'
  | 'cascades'
  | 'outputs'
  | 'withoutHtml'
  | 'disablePathToLower'
  | 'removePathAccents'
  | 'builds';

export interface Language {
  readonly name: string;
  /** What stands before the addresses of its pages: `/de`, or `''`. */
  readonly prefix: string;
}

/** A folder or file of the repository, and where in a component of the site it lies: `docs` at `/docs` in content. */
export interface Mount {
  /** Below the root, without a final slash; `''` for the root. */
  readonly source: string;
  /** `''` at the top, else `/docs`. */
  readonly below: string;
  /** The language that its files are in, unless their names say another; `null`: the main one. */
  readonly language: string | null;
  /** Patterns of files below the source that count, or do not, in the order in which they are asked. */
  readonly files: readonly string[];
}

/** A format that pages are written in besides HTML: what its file is named, and where it stands. */
export interface OutputFormat {
  readonly name: string;
  /** `index.xml`. */
  readonly file: string;
  /** A folder, or `''`. */
  readonly path: string;
  /** Whether it stands beside the folder of its page, `/p.json`; left out where that is as with the page itself. */
  readonly isUgly?: boolean;
  /** `root`: it lies at the top of the site, whatever the language. Run with 0.131 and 0.169. */
  readonly isAtRoot?: boolean;
}

/** Kinds of pages, each with the formats that it is written in besides HTML. */
export type Outputs = Readonly<Record<'home' | 'section' | 'taxonomy' | 'term' | 'page', readonly OutputFormat[]>>;

/** A pattern of `permalinks`, and the pages that it is for. */
export interface PermalinkRule {
  /** A pattern of `page`, `section`, `term`, `taxonomy` and `home`. */
  readonly kind: string;
  /** A pattern of paths in content. */
  readonly path: string;
  /** The first folder, or a path of folders: all below it count. `''`: pages at the top; `null` where none is named. */
  readonly section: string | null;
  readonly pattern: string;
}

/**
 * What happens to a destination when Markdown becomes HTML.
 * - `none`: nothing, or a hook of the site that passes it through.
 * - `embedded`: Hugo's own hook, or one of the site that does the same.
 * - `own`: one of the site's that does something else, which is followed for each destination.
 * - `unknown`: a hook that cannot be understood, or a theme that is not among the files and may have one.
 */
export type Hook = 'none' | 'embedded' | 'own' | 'unknown';

/** What is known of one kind of hook, and why, in words. */
export interface FoundHook {
  readonly hook: Hook;
  readonly why: string;
  readonly followed?: FollowedTemplate;
}

/** A template that is followed, and the site's parameters that it asks for: `null` where a value is no single one. */
export interface FollowedTemplate {
  readonly template: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  /** The partial templates that it calls, by name. */
  readonly partials: Readonly<Record<string, string>>;
}

/** What shortcodes do with what stands between their tags, by their names. */
export interface InnerText {
  /** They do not show it. */
  readonly hiding: readonly string[];
  /** Called as `{{< >}}`, they print it as it is written: HTML works, Markdown is plain text. */
  readonly verbatim: readonly string[];
  /** Called as `{{% %}}`, they are given it rendered. */
  readonly renderedFirst: readonly string[];
  /** They render it themselves. */
  readonly rendering: Readonly<Record<string, RenderedOn>>;
}

/** The page that a hook takes for the one that holds a link: `either` where the template decides. */
export type RenderedOn = 'page' | 'home' | 'either';
