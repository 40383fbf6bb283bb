import { parseDocument } from 'yaml';
import { type FileTree, listInside } from '../../files/file-tree.ts';
import { folderPrefix, nameOf, withoutEnding } from '../../files/paths.ts';
import { pageAddress } from './permalinks.ts';

/** Pages of HTML that Jekyll renders, since they begin with front matter. */
export interface HtmlPages {
  /** Paths relative to the root. */
  readonly files: readonly string[];
  /** Their addresses, old ones included. */
  readonly addresses: readonly string[];
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,5000}?)^(?:---|\.\.\.)[ \t]*\r?$/m;

/** Reads where the HTML pages below a folder stand: `about.html` is at `/about/` with pretty permalinks, or where it says. */
export function htmlPages(folder: string, suffix: string, tree: FileTree): HtmlPages {
  const files: string[] = [];
  const addresses: string[] = [];
  for (const path of listInside(tree, folder)) {
    const below = folder === '' ? `/${path}` : path.slice(folder.length);
    if (!/\.html?$/.test(path) || /\/[_.]/.test(below)) continue;
    const head = FRONT_MATTER.exec(new TextDecoder().decode(tree.read(path)).slice(0, 6000));
    if (head?.index !== 0) continue;
    const values: unknown = parseDocument(head[1] ?? '', { logLevel: 'silent' }).toJS();
    const { permalink, redirect_from: old } = (values ?? {}) as Readonly<Record<string, unknown>>;
    const name = withoutEnding(nameOf(path));
    const usual = `/:path/${name === 'index' ? '' : `:basename${suffix}`}`;
    files.push(path);
    addresses.push(pageAddress(typeof permalink === 'string' ? permalink : usual, folderPrefix(below), name));
    for (const each of [old].flat()) if (typeof each === 'string') addresses.push(pageAddress(each, '/', ''));
  }
  return { files, addresses };
}
