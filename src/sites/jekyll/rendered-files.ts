import { parseDocument } from 'yaml';
import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { endingOf, nameOf } from '../../files/paths.ts';
import { collectionFileAt } from './documents.ts';
import type { Values } from './permalinks.ts';
import { publishedAt, type Standing } from './standing.ts';

/** Files that are no Markdown, and that Jekyll renders since they begin with front matter. */
export interface RenderedFiles {
  /** Paths relative to the root. */
  readonly files: readonly string[];
  /** Their addresses, old ones included. */
  readonly addresses: readonly string[];
  /** Addresses at which one of them may be. */
  readonly mayBeAt: readonly string[];
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,5000}?)^(?:---|\.\.\.)[ \t]*\r?$/m;
/** What pages link to; scripts and styles with front matter are seldom any of that. */
const TEXT = /\.(?:html?|xml|txt)$/;
/** Of so many files so many letters are read: more would cost more than they tell. */
const MOST_FILES = 2000;
const MOST_LETTERS = 6000;

/** Reads where these files below a folder stand: `about.html` is at `/about/` with pretty permalinks, or where it says. */
export function renderedFiles(folder: string, settings: Standing, tree: FileTree): RenderedFiles {
  const files: string[] = [];
  const addresses: string[] = [];
  const mayBeAt: string[] = [];
  for (const path of listInside(tree, folder)
    .filter((name) => TEXT.test(name) && !/(?:^|\/)vendor\//.test(name))
    .slice(0, MOST_FILES)) {
    const below = folder === '' ? `/${path}` : path.slice(folder.length);
    const own = collectionFileAt(below.slice(1), settings)?.depth;
    if (below.split('/').some((segment, depth) => /^[_.]/.test(segment) && depth - 1 !== own)) continue;
    const values = frontMatterOf(readText(tree, path, MOST_LETTERS));
    if (values === null || values.published === 'false') continue;
    const ending = endingOf(path).replace(/^htm$/, 'html');
    const isFolder = own === undefined && /^index\.html?$/.test(nameOf(path));
    const published = publishedAt(below, values, settings, { isFolder, ending: `.${ending}` });
    files.push(path);
    if (published.address !== null) addresses.push(published.address);
    mayBeAt.push(...published.mayBeAt);
    addresses.push(...[values.redirect_from ?? []].flat());
  }
  return { files, addresses, mayBeAt };
}

function frontMatterOf(text: string): Values | null {
  const head = FRONT_MATTER.exec(text);
  if (head?.index !== 0) return null;
  const values: unknown = parseDocument(head[1] ?? '', { logLevel: 'silent' }).toJS();
  const words = (value: unknown) => (Array.isArray(value) ? value.map(String) : String(value));
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) => (value == null ? [] : [[key, words(value)]])),
  );
}
