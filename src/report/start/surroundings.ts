/** A line of text, and the file that it belongs into. */
interface Line {
  readonly file: string;
  readonly line: string;
}

export interface SiteContext {
  /** Does something stand at this address (it ends in `/`)? */
  readonly exists: (address: string) => boolean;
  /** The file that would stand at this address if it were not kept off the site, by a draft's setting for example. */
  readonly hidden: (address: string) => string | null;
  /**
   * The folder of addresses that something else seems to serve, since many links go there and hardly any page of it is here, and
   * the line of handbook.yaml that says so.
   */
  readonly elsewhere: (address: string) => { readonly folder: string; readonly line: string } | null;
  /** The lines that keep old addresses for the page which a suggestion leads to, where the kind of site has such lines. */
  readonly keep: (targets: readonly string[], suggestion: string) => Line | null;
  /** The line that sends all addresses below a missing folder to another address, where the site has a file for that. */
  readonly redirect: (folder: string, to: string) => Line | null;
}
