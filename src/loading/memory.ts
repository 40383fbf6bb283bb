import { hashOf } from '../files/checksum.ts';
import type { FileTree } from '../files/file-tree.ts';

/** Remembers what a text was found to say, so that what is needed to read it need not be loaded again. */
export interface ConfigMemory {
  recall<T>(text: string): T | null;
  remember<T>(text: string, said: T): void;
}

/** What a tree of files was asked, and a sign of what it answered. */
interface Question {
  readonly about: 'exists' | 'read' | 'list';
  readonly path: string;
  readonly answer: string;
}

interface Remembered<T> {
  readonly questions: readonly Question[];
  readonly said: T;
}

/** What files say, and which were asked for. */
export interface Recalled<T> {
  readonly said: T;
  readonly asked: readonly string[];
}

/** What `compute` makes of files; remembered, where there is a memory, until a file that it asked for answers otherwise. */
export async function recalled<T>(
  name: string,
  { tree, memory }: { readonly tree: FileTree; readonly memory: ConfigMemory | undefined },
  compute: (tree: FileTree) => Promise<T>,
): Promise<Recalled<T>> {
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
  try {
    return hashOf(about === 'read' ? tree.read(path) : Buffer.from([...tree.list(path)].sort().join('\n')));
  } catch {
    return 'unreadable';
  }
}
