import { type FileTree, listInside, readText } from '../../files/file-tree.ts';
import { endingOf, nameOf } from '../../files/paths.ts';
import { readFrontMatter } from '../../markdown/data/front-matter.ts';
import { valuesInWords } from '../../model/page-summary.ts';
import { collectionFileAt } from './documents.ts';
import { oldAddresses, PLACING_KEYS, type Values } from './permalinks.ts';
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

/** What pages link to; scripts and styles with front matter are seldom any of that. */
const TEXT = /\.(?:html?|xml|txt)$/;
/** Of this many files this many letters are read: more would cost more than they tell. */
const MOST_FILES = 2000;
const MOST_LETTERS = 6000;

/** Reads where these files below a folder stand: `about.html` is at `/about/` with pretty permalinks, or where it says. */
export function renderedFiles(
  folder: string,
  settings: Standing & { readonly redirects: boolean },
  tree: FileTree,
): RenderedFiles {
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
    if (values === null) continue;
    files.push(path);
    if (values.published === 'false') continue;
    const ending = endingOf(path).replace(/^htm$/, 'html');
    const isFolder = own === undefined && /^index\.html?$/.test(nameOf(path));
    const published = publishedAt(below, values, settings, { isFolder, ending: `.${ending}` });
    addresses.push(...[published.address ?? []].flat());
    mayBeAt.push(...published.mayBeAt);
    if (settings.redirects) addresses.push(...oldAddresses(values));
  }
  return { files, addresses, mayBeAt };
}

/** `null` for a file that has no front matter. What cannot be read says nothing, as in Jekyll 4.4.1. */
function frontMatterOf(text: string): Values | null {
  const { frontMatter, problems } = readFrontMatter(text, true);
  if (frontMatter === null) return null;
  return problems.length > 0 ? {} : valuesInWords(frontMatter.values, PLACING_KEYS);
}
