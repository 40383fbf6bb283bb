import { createHash } from 'node:crypto';
import type { PageContent, PageFacts } from '../markdown/facts.ts';
import { type Digest, digestOf } from './digest.ts';
import { type FileTree, type Stamp, UnreadableFile } from './file-tree.ts';
import type { PageReader, Reading } from './reader.ts';

/** One file as it was when the handbook was opened. */
export interface StoredPage {
  readonly path: string;
  readonly reading: Reading;
  readonly stamp: Stamp | null;
  readonly hash: string;
  readonly digest: Digest;
  facts(): PageFacts;
  content(): PageContent;
  text(): string;
}

/** Which front matter keys and shortcodes a digest has to keep. */
export interface DigestNeeds {
  readonly taxonomies: readonly string[];
  readonly inserting: ReadonlySet<string>;
}

/** Reads the file now. What cannot be read becomes an empty page with a problem. */
export function readStoredPage(
  path: string,
  reading: Reading,
  tree: FileTree,
  reader: PageReader,
  needs: DigestNeeds,
): StoredPage {
  const stamp = tree.stamp(path);
  let bytes: Uint8Array;
  try {
    bytes = tree.read(path);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const facts = emptyFacts({ kind: 'unreadable', range: [0, 0], detail: error.message.slice(path.length + 1) });
    return {
      path,
      reading,
      stamp: null,
      hash: '',
      digest: {},
      facts: () => facts,
      content: () => ({ blocks: [] }),
      text: () => '',
    };
  }
  const facts = reading === 'redirects' ? emptyFacts() : reader.facts(bytes, reading);
  return {
    path,
    reading,
    stamp,
    hash: hashOf(bytes),
    digest: digestOf(facts, needs.taxonomies, needs.inserting),
    facts: () => facts,
    content: () => reader.content(readAgain(tree, path), reading),
    text: () => reader.text(readAgain(tree, path)),
  };
}

/** Facts of a file that nothing is said in, or that could not be read. */
export function emptyFacts(problem?: PageFacts['problems'][number]): PageFacts {
  return {
    frontMatter: null,
    headings: [],
    anchors: [],
    links: [],
    externalLinks: [],
    shortcodes: [],
    controls: [],
    problems: problem ? [problem] : [],
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}

// A file may vanish between two reads of one run; it is empty then, and the next run says that it is gone.
function readAgain(tree: FileTree, path: string): Uint8Array {
  try {
    return tree.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return new Uint8Array();
    throw error;
  }
}
