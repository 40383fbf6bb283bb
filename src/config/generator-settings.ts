import type { MarkdownSettings } from '../markdown/settings.ts';

/** What the settings of every generator hold: plain data, as it is kept between runs. */
export interface CommonSettings {
  /** As handbook.yaml names the generator. */
  readonly kind: string;
  /** What the generator makes of Markdown. */
  readonly markdown: MarkdownSettings;
  /** Folders of pages, relative to the root. */
  readonly content: readonly string[];
  /** Folders whose files are served as they are. */
  readonly static: readonly string[];
  /** Folders of Markdown files that pages bring in. */
  readonly includes: readonly string[];
  /** Where the site lies on its host; starts and ends with `/`. */
  readonly base: string;
  /** The site's own host; `null` when the configuration names none. */
  readonly host: string | null;
  /** Front matter keys that decide where a page stands. */
  readonly frontMatter: readonly string[];
  /** Why pages may exist that no file shows; `null` when there is no reason to think so. */
  readonly unsurePages: string | null;
  /** Whether that holds for files of other kinds as well. */
  readonly areFilesUnsure?: true;
  /** Why ids of headings are not known; `null` when they are. */
  readonly unsureIds: string | null;
}
