import { type FileTree, isToolFolder, listInside, UnreadableFile } from '../files/file-tree.ts';
import { endingOf, folderOf } from '../files/paths.ts';
import { decode } from '../markdown/decode.ts';
import type { Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { NamedPage } from '../sites/configuration/named-page.ts';
import { belowContent } from '../sites/content-paths.ts';
import { decodePercent, splitHref } from '../sites/href.ts';
import type { Ground, Untouched } from './plan.ts';

/** Why a text that names an old address is listed, and not changed. */
export const NAMES_OLD_ADDRESS = 'This names the old address, but only the site knows what it is for.';

const data = new Set(['yml', 'yaml', 'json', 'toml']);
const scripts = new Set(['js', 'ts', 'mjs', 'mts', 'cjs', 'cts']);
/** Larger files are made by programs. */
const MAX_BYTES = 500_000;
/** What may be an address or a path, in all these languages. */
const WORD = /[^\s"'`,;=()[\]{}<>|]+/g;

/**
 * Words in data and scripts of the site, menus for instance, that are the address or path of one of these pages; with a `fragment`, only
 * those that go on to it. `named`: what is known anyway to name pages.
 */
export function mentionsInData(
  pages: readonly Page[],
  { handbook, tree }: Ground,
  { named = [], fragment = null }: { readonly named?: readonly NamedPage[]; readonly fragment?: string | null },
): Untouched[] {
  const names = new Set(pages.flatMap((page) => namesOf(page, handbook)));
  if (names.size === 0) return [];
  const known = new Set(named.map(({ path, range }) => `${path} ${range[0]}`));
  return dataFiles(handbook, tree).flatMap((path): Untouched[] => {
    const isScript = scripts.has(endingOf(path));
    return [...textOf(path, tree).matchAll(WORD)].flatMap(({ index, 0: word }): Untouched[] => {
      // The colon of a key, the point of a sentence.
      const written = word.replace(/(?<![:.])[:.]+$/, '');
      // A script imports `./x` from beside itself, whatever the pages are.
      if ((isScript && written.startsWith('.')) || !looksLikePath(written) || !names.has(keyOf(written))) return [];
      if (fragment !== null && decodePercent(splitHref(written).fragment ?? '') !== fragment) return [];
      const range: Range = [index, index + written.length];
      if (known.has(`${path} ${index}`)) return [];
      return [{ path, range, written, kind: 'unsure', why: NAMES_OLD_ADDRESS }];
    });
  });
}

function textOf(path: string, tree: FileTree): string {
  try {
    const bytes = tree.read(path);
    return bytes.length > MAX_BYTES ? '' : decode(bytes).text;
  } catch (error) {
    if (error instanceof UnreadableFile) return '';
    throw error;
  }
}

function namesOf({ path, address }: Page, { config }: Handbook): readonly string[] {
  return [path, belowContent(path, config.content), address ?? path].map(keyOf).filter((name) => name !== '');
}

/** A path or address without what differs between ways to write it: `a/b` for `/a/b.html#c`, `./a/b.md`, `/a/b/index.md`. */
function keyOf(written: string): string {
  return written
    .replace(/[?#].*$/s, '')
    .replace(/^\.?\//, '')
    .replace(/\.(?:mdx?|markdown|html)$/, '')
    .replace(/(?:^|\/)_?index$/, '')
    .replace(/\/$/, '');
}

function looksLikePath(written: string): boolean {
  return written.includes('/') || /\.(?:mdx?|markdown)(?:#|$)/.test(written);
}

/** Files of data and scripts that are not served as they are, those beside the configuration in a folder of tools as well. */
function dataFiles(handbook: Handbook, tree: FileTree): readonly string[] {
  const { configFiles, static: served } = handbook.config;
  const hidden = configFiles.map(folderOf).filter((folder) => folder !== '' && isToolFolder(folder));
  const all = new Set([
    ...configFiles.filter(tree.exists),
    ...['', ...hidden].flatMap((each) => listInside(tree, each)),
  ]);
  const isServed = (path: string) => served.some((folder) => folder !== '' && path.startsWith(`${folder}/`));
  return [...all].filter((path) => (data.has(endingOf(path)) || scripts.has(endingOf(path))) && !isServed(path)).sort();
}
