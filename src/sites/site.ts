import type { HandbookConfig } from '../config/config.ts';
import type { FileTree } from '../files/file-tree.ts';
import type { Heading, Link, Range } from '../markdown/facts.ts';
import type { Handbook, Page, SiteModel } from '../model/handbook.ts';
import type { NamedPage } from './configuration/named-page.ts';
import type { Resolution } from './resolution.ts';
import type { Request } from './serving/browser.ts';

/**
 * A kind of site: what a generator, or a repository's view of its files, makes of Markdown. Nobody else asks which kind it is.
 *
 * A new kind is one folder here and one line in `registry.ts`. The folder holds
 * - `config.ts`: what is read of the generator's own configuration, through the file tree that is given, never from the disk;
 * - `addresses.ts`: `isPage`, `place` (which file is a folder's page, what an address looks like);
 * - `ids.ts`: `ids` (slugs, numbering, whether `{#id}` counts);
 * - `links.ts`: `lookUp`, `serve`, `destinationFor`;
 * - `site.ts`: the object that joins them, with the name by which the generator is known;
 * and a fixture in `fixtures/` that the real generator has built. Shared parts lie beside this file: `common-parts.ts` holds what
 * most kinds answer alike, so that a kind only says what it does otherwise; `serving/browser.ts` follows an
 * address through pages, files, aliases and redirects; `serving/fragment.ts` looks a fragment up; `href.ts` cuts and joins
 * destinations; `destination.ts` writes relative ones. What a site's files do
 * not say is an `Uncheckable`, never a guess.
 */
export interface Site extends SiteModel {
  /** As handbook.yaml names it. */
  readonly kind: string;
  /** Whether an address is a file's path, as in a repository's view. Messages then speak of files. */
  readonly addressesAreFiles: boolean;
  /** Whether backslashes before punctuation, which Markdown takes away, stay in a destination. */
  readonly keepsBackslashes?: true;
  /**
   * Where a link leads on the built site. `page` is the file that holds it (an include perhaps), `seenFrom` the page that
   * shows it. Links of all kinds come here, full URLs (`isExternal`) and raw HTML included; a link whose destination holds a
   * shortcode does not.
   */
  lookUp(link: Link, page: Page, seenFrom: Page, handbook: Handbook): Resolution;
  /** What the built site answers to a browser that asks for an address. */
  serve(request: Request, handbook: Handbook): Resolution;
  /** Whether a full URL (or what looks like one) is to be judged, because it leads to this very site. */
  leadsHere(link: Link, handbook: Handbook): boolean;
  /** What a suggestion writes in place of the link's path so that it leads to `target`. */
  destinationFor(target: Page, link: Link, from: Page, handbook: Handbook): string;
  /**
   * What a suggestion writes in place of the link's path so that it leads to a file, by the address that `fileAt` knows; the
   * address itself when absent.
   */
  fileDestinationFor?(address: string, link: Link, from: Page): string;
  /** Where the page is, or where it will be once it is built. */
  assumedAddress(page: Page, handbook: Handbook): string;
  /** What to write where on the page so that an old address of it still works; `text` is `null` where nothing can be written. */
  keepAddress(page: Page, oldAddress: string): { readonly range: Range; readonly text: string | null };
  /** What to write in place of a heading's words so that an old id of it still works; `null` where nothing can be written. */
  keepId(heading: Heading, words: string, oldId: string): string | null;
  /** The pages that the site's own settings name; absent for a kind of which that is not known. */
  namedPages?(handbook: Handbook, tree: FileTree): Promise<readonly NamedPage[]>;
  /** Whether what is suggested for the page's links is certain enough for `--fix`. */
  canFix(page: Page, handbook: Handbook): boolean;
  /** Whether the build stops at a front matter key that is there twice. */
  stopsAtRepeatedKeys(config: HandbookConfig): boolean;
  /** What the site was taken for, for people. */
  describe(config: HandbookConfig): SiteDescription;
}

/** What a site was taken for, in words. */
export interface SiteDescription {
  /** After `Taken for`, without a point at the end: `a Hugo site`. */
  readonly summary: string;
  /** A sentence on what cannot be had there. */
  readonly limits?: string;
  /** What the comment in handbook.yaml says in place of `A Hugo site`. */
  readonly comment?: string;
  /** The keys that are worth writing into handbook.yaml for such a site. */
  readonly keys?: readonly ('content' | 'static' | 'assets' | 'includes' | 'redirects')[];
  /** What the site's own files were found to say, a line each, for `explain-config`. */
  readonly settings?: readonly string[];
  /** Those of them that decide most verdicts, as sentences for `init`. */
  readonly deciding?: readonly string[];
  /** Settings that contradict each other, a sentence each without a point at the end; said at every run. */
  readonly contradictions?: readonly string[];
}
