import { type FileTree, readText, UnreadableFile } from '../../files/file-tree.ts';

/** A generator's configuration cannot be read: `mkdocs.yml line 3`. What it would say is unknown, and the run goes on. */
export class UnreadableConfig extends Error {
  override readonly name = 'UnreadableConfig';
  /** The file, with a line where one is known. */
  readonly place: string;

  constructor(path: string, line: number | null) {
    const place = line === null ? path : `${path} line ${line}`;
    super(`${place} cannot be read`);
    this.place = place;
  }
}

/** The text of a generator's configuration, up to a number of letters. Throws an `UnreadableConfig`. */
export function readConfigText(path: string, tree: FileTree, maxLength?: number): string {
  try {
    return readText(tree, path, maxLength);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableConfig(path, null);
    throw error;
  }
}
