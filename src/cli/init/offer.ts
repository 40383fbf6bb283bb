/** A file that `init` can write, or add to. */
export interface Offer {
  /** Absolute. */
  readonly path: string;
  readonly question: string;
  /** The whole file, as it is to be. */
  readonly text: string;
  /** A file that does the same and is there already: absolute. */
  readonly instead: string | null;
  /** The lines that `text` has beside those that the file has today; absent when the file is new. */
  readonly added?: string;
  readonly isProgram?: true;
  /** What to know once it is written. */
  readonly note?: string;
}
