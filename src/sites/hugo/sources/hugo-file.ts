/** A file of a Hugo site's own configuration. */
export interface HugoFile {
  readonly path: string;
  readonly text: string;
  /** It is there, and may not be read. */
  readonly isForbidden?: true;
}
