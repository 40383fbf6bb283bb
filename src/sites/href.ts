import { folderPrefix } from '../files/paths.ts';
import { hostOf } from '../markdown/destination.ts';

export { HALF_SCHEME, hostOf, isExternal } from '../markdown/destination.ts';

/** A destination as written, cut into its parts; none of them decoded. */
interface Href {
  readonly path: string;
  /** What stands between `?` and `#`, or `null`. */
  readonly query: string | null;
  /** What follows the `#`, or `null`. */
  readonly fragment: string | null;
}

/** Cuts `a/b?q#f` into `a/b`, `q` and `f`. */
export function splitHref(href: string): Href {
  const hash = href.indexOf('#');
  const fragment = hash < 0 ? null : href.slice(hash + 1);
  const rest = hash < 0 ? href : href.slice(0, hash);
  const mark = rest.indexOf('?');
  if (mark < 0) return { path: rest, query: null, fragment };
  return { path: rest.slice(0, mark), query: rest.slice(mark + 1), fragment };
}

/** What stands after an address when its path is replaced: `?q#f`, or nothing. */
export function tail({ query, fragment }: Href): string {
  return `${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
}

/** Whether the URL names one of these hosts. */
export function isOnHost(href: string, hosts: readonly string[]): boolean {
  // Nearly all links have none.
  const host = hosts.length > 0 && href.includes('//') ? hostOf(href)?.host : undefined;
  return host !== undefined && hosts.includes(host);
}

/** The host of a site whose address is set to this URL, `https://crew.example.org`; `null` for none, or for no URL. */
export function hostNamed(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host.toLowerCase() : null;
}

/** `/a/b/` for `a//b`, `/` for nothing: an address that others stand below, as settings name it. */
export function folderAddress(written: string): string {
  return `/${written}/`.replace(/\/{2,}/g, '/');
}

/** Percent-decoding that never fails: what is not an escape stays, bytes that are no UTF-8 become U+FFFD. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  });
}

/** Resolves `.` and `..` in an absolute path; `..` at the root stays at the root, as in a browser. */
export function cleanPath(path: string): string {
  if (!path.includes('/.')) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  for (const segment of segments.slice(1)) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
  }
  const last = segments.at(-1);
  return `/${kept.join('/')}${(last === '.' || last === '..') && kept.length > 0 ? '/' : ''}`;
}

/** The absolute path that a browser makes of a path on the page at `base`. */
export function joinPath(base: string, path: string): string {
  if (path === '') return base;
  if (path.startsWith('/')) return cleanPath(path);
  return cleanPath(folderPrefix(base) + path);
}

/** What follows the last `/`, a final one left out: `x` for `/a/x/`. */
export function lastSegment(path: string): string {
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

/** Whether the last segment ends as a file's name does; Markdown and HTML files are pages. */
export function looksLikeFile(path: string): boolean {
  const last = lastSegment(path);
  return /\.[A-Za-z][A-Za-z0-9]{1,5}$/.test(last) && !/\.(?:md|html?)$/.test(last);
}
