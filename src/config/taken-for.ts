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
