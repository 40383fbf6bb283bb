import type { CommonSettings } from './generator-settings.ts';
import type { IgnoreFile } from './git-ignore.ts';
import type { HugoSettings } from './hugo-settings.ts';
import type { IncludeBy } from './include-by.ts';
import type { WrittenConfig } from './schema.ts';

/** Keys of handbook.yaml that the configuration holds in another shape, or not at all. */
type ReshapedKey = '$schema' | 'site' | 'includes' | 'shortcodes' | 'generator' | 'hugo';

/**
 * What handbook.yaml says, by the schema's keys, with defaults for what it leaves open, and what was found out about the site.
 * Paths are relative to the root, with `/`, `''` for the root itself. Files of redirects that handbook.yaml names may be missing.
 */
export interface HandbookConfig extends Required<Omit<WrittenConfig, ReshapedKey>> {
  /** One of the registry's names. `unknown`: a generator builds it whose rules are not known. */
  readonly site: string;
  readonly includes: Required<NonNullable<WrittenConfig['includes']>> & {
    /** How shortcodes bring in a file, by their names; only for those whose templates say so. */
    readonly by: Readonly<Record<string, IncludeBy>>;
  };
  readonly shortcodes: Required<NonNullable<WrittenConfig['shortcodes']>>;
  /** What the configuration of another generator than Hugo says; `null` where that is not known. */
  readonly generator: CommonSettings | null;
  /** What the site generator's own configuration says about addresses. */
  readonly hugo: HugoSettings;
  readonly takenFor: TakenFor;
  /** Where a generator builds the site: what git leaves out of its folders, and may be made before. */
  readonly ignoredByGit: readonly IgnoreFile[];
  /** Files that were read or looked for to know what the generator does. */
  readonly configFiles: readonly string[];
  /** Generators whose rules are not known, and that build the pages of one folder each. */
  readonly generated: readonly RecognisedGenerator[];
  readonly data: DataFiles;
  /** Where rules are set; absent when none is. */
  readonly rulesAt?: RulePlaces;
  /** Folders that could not be listed; `true` where permission is lacking. Absent when there are none. */
  readonly unread?: Readonly<Record<string, boolean>>;
}

/** The file that sets levels and options of rules, and the line of each rule in it, by its whole name; 0 where that is not known. */
export interface RulePlaces {
  readonly path: string;
  readonly lines: Readonly<Record<string, number>>;
}

/** Files that rules read although they are no pages. */
export interface DataFiles {
  /** handbook.yaml, or what was given in its place, when it says something of pages. */
  readonly config: string | null;
  /** The text of a configuration that lies elsewhere: no file of the handbook has its name and says the same. */
  readonly given?: string;
  /** What frameworks are read from: a folder, and a pattern of paths in it. */
  readonly patterns: readonly { readonly folder: string; readonly pattern: string }[];
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

/** A site generator, known by a file of its own. */
export interface RecognisedGenerator {
  /** As its makers call it: `MkDocs`. */
  readonly name: string;
  /** The file that shows it, relative to the root: `docs/mkdocs.yml`. */
  readonly sign: string;
  /** The folder that holds the site: where the file lies, or for a file in a dot folder the folder around that. */
  readonly folder: string;
}

/** What a handbook's site is taken for, and what shows it. */
export interface TakenFor {
  /** The generator's name: `Jekyll`; `null` for a repository's view of its files, and for an unknown generator. */
  readonly generator: string | null;
  /** What shows it: a file, `handbook.yaml`, or what the links are like; `null` when nothing shows any generator. */
  readonly sign: string | null;
  /** Whether a file of the generator's own shows it. */
  readonly isByFile: boolean;
  /** What shows it is no configuration: a dependency, a folder of templates. Its configuration is not here. */
  readonly isTrace?: true;
  /** Where its configuration cannot be read: `mkdocs.yml line 3`. */
  readonly problem?: string;
  /** What shows whose view of the repository is meant: `.gitlab-ci.yml`. */
  readonly view?: string;
  /** Other generators that have a file in the same folder. */
  readonly others: readonly RecognisedGenerator[];
}
