import { attempt } from '../../files/attempt.ts';
import { hashOf } from '../../files/checksum.ts';
import type { FileTree } from '../../files/file-tree.ts';

/** Keeps parsed configurations between runs, by their text, so that parsers need not be loaded for an unchanged one. */
export interface ConfigMemory {
  recall<T>(text: string): T | null;
  remember<T>(text: string, said: T): void;
}

/** A question to the file tree, and a hash of its answer. */
interface Question {
  readonly about: 'exists' | 'read' | 'list';
  readonly path: string;
  readonly answer: string;
}

interface Remembered<T> {
  readonly questions: readonly Question[];
  readonly said: T;
}

/**
 * The value of `compute`, and the files that were read or looked for. With a memory it is remembered until the tree answers one of the
 * questions of `compute` differently.
 */
export async function recalled<T>(
  name: string,
  { tree, memory }: { readonly tree: FileTree; readonly memory: ConfigMemory | undefined },
  compute: (tree: FileTree) => Promise<T>,
): Promise<{ readonly said: T; readonly asked: readonly string[] }> {
  const known = memory?.recall<Remembered<T>>(name);
  if (known?.questions.every(({ about, path, answer }) => answerOf(about, path, tree) === answer))
    return { said: known.said, asked: filesOf(known.questions) };
  const questions: Question[] = [];
  const ask = (about: Question['about'], path: string) => {
    questions.push({ about, path, answer: answerOf(about, path, tree) });
  };
  const said = await compute({
    root: tree.root,
    stamp: (path) => tree.stamp(path),
    exists: (path) => {
      ask('exists', path);
      return tree.exists(path);
    },
    read: (path) => {
      ask('read', path);
      return tree.read(path);
    },
    list: (folder) => {
      ask('list', folder);
      return tree.list(folder);
    },
  });
  memory?.remember<Remembered<T>>(name, { questions, said });
  return { said, asked: filesOf(questions) };
}

function filesOf(questions: readonly Question[]): readonly string[] {
  return [...new Set(questions.filter(({ about }) => about !== 'list').map(({ path }) => path))];
}

function answerOf(about: Question['about'], path: string, tree: FileTree): string {
  if (about === 'exists') return String(tree.exists(path));
  const content = () => (about === 'read' ? tree.read(path) : Buffer.from([...tree.list(path)].sort().join('\n')));
  return attempt(() => hashOf(content()), 'unreadable');
}
