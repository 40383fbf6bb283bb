import { type FileTree, listInside } from '../../files/file-tree.ts';
import type { ScriptValue } from '../script/values.ts';

/** Pages that no file of the collection is. */
export interface CustomPages {
  /** Their addresses below the base: of files in `src/pages`, and old ones that lead on. */
  readonly addresses: readonly string[];
  /** Beginnings of addresses of what scripts and the build make: of `[name].astro`. */
  readonly open: readonly string[];
  readonly unsure: string | null;
}

const PAGE = /\.(?:astro|md|mdx|html|markdown)$/;
/** Where the build puts scripts, styles, pictures and the index of the search, and plugins their files for programs. */
const MADE = ['/_astro/', '/pagefind/', '/robots.txt', '/llms'];
const ENDPOINT = /\.[jt]s$/;

/** Where the built file of a route is served: `/a/` for `a/index.html`, or `/a.html`; `''` is the page at the top. */
export function addressOf(route: string, areFiles: boolean): string {
  if (route === '') return '/';
  // Hosts ask for it by this name, whatever the format.
  if (route === '404') return '/404.html';
  return areFiles ? `/${route}.html` : `/${route}/`;
}

/** Reads which files in `src/pages` are pages, and `redirects` of the configuration. */
export function customPages(folder: string, redirects: ScriptValue, format: string, tree: FileTree): CustomPages {
  const addresses: string[] = [];
  const open: string[] = [...MADE];
  const add = (route: string, isFile = format !== 'directory') => {
    const dynamic = route.indexOf('[');
    if (dynamic >= 0) open.push(`/${route.slice(0, dynamic)}`);
    else addresses.push(addressOf(route, isFile));
  };
  for (const path of listInside(tree, folder)) {
    const below = path.slice(folder.length + 1);
    if (below.split('/').some((name) => name.startsWith('_'))) continue;
    const isIndex = /(?:^|\/)index\.\w+$/.test(below);
    if (PAGE.test(below))
      add(
        below.replace(PAGE, '').replace(/(?:^|\/)index$/, ''),
        format === 'file' || (format === 'preserve' && !isIndex),
      );
    else if (ENDPOINT.test(below) && !below.includes('[')) addresses.push(`/${below.replace(ENDPOINT, '')}`);
    else if (ENDPOINT.test(below)) add(below);
  }
  if (redirects.kind === 'map') for (const from of redirects.entries.keys()) add(from.replace(/^\/|\/$/g, ''));
  const isOpen = redirects.kind === 'map' ? redirects.isOpen : redirects.kind !== 'absent';
  return { addresses, open, unsure: isOpen ? 'redirects are computed' : null };
}
