import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import type { Request } from '../browser.ts';
import { otherSite } from '../external.ts';
import { addressOf, leadsHere } from '../github/links.ts';
import { decode, isExternal, lastSegment, splitHref, walk } from '../href.ts';
import { trimmedHref } from '../link-kinds.ts';
import type { Resolution } from '../resolution.ts';

export { addressOf, leadsHere };

/** What template languages put where an address is computed: Liquid, Nunjucks, Vue, JSX, ERB. */
const TEMPLATE = /[{}]|<%|%>|\$\(/;
/** A name with an ending, which is not that of a page as it is served. */
const FILE = /\.(?!html?$)[A-Za-z][A-Za-z0-9]{0,9}$/;

/**
 * Where a link leads on a site whose rules are not known. A file that is named as it lies beside the page is found. A file
 * with an ending is missing when no file of the handbook has that name, wherever it lies. All else cannot be checked.
 */
export function lookUp(link: Link, _file: Page, page: Page, handbook: Handbook): Resolution {
  const href = trimmedHref(link);
  if (isExternal(href) && !leadsHere(link, handbook)) return otherSite(href);
  const { path, fragment } = splitHref(href);
  const unsure = uncheckable(path);
  if (path === '' || path.startsWith('/') || isExternal(href) || TEMPLATE.test(href)) return unsure;
  const decoded = decode(path);
  const target = walk(page.path.split('/').slice(0, -1), decoded);
  if (target === null || decoded.endsWith('/')) return unsure;
  const address = `/${target}`;
  const found = handbook.page(target);
  const file = found ? null : handbook.fileAt(address);
  if (found || file) {
    if (fragment) return { ...unsure, address, page: found ?? null };
    return { outcome: 'found', address, page: found ?? null, file: file ?? null, anchor: null, accidents: [] };
  }
  const name = lastSegment(decoded);
  // Some generators look in other folders as well, and dot folders are not listed.
  if (!FILE.test(name) || /(?:^|\/)\.[^./]/.test(decoded) || namesOf(handbook).has(name.toLowerCase())) return unsure;
  const reason = /\.(?:md|markdown|mdx)$/i.test(name) ? 'missing-page' : 'missing-file';
  return { outcome: 'broken', reason, address, page: null, fragment: fragment ?? '', accidents: [] };
}

/** What the built site answers, nobody knows. */
export function serve({ path }: Request): Resolution {
  return uncheckable(path);
}

function uncheckable(address: string): Resolution {
  return { outcome: 'unknown', reason: 'unknown-site', address, page: null };
}

/** The names of all files, without their folders, in lower case. */
const namesOf = query(
  'names of files',
  (handbook): ReadonlySet<string> => {
    const paths = [...handbook.pages.map(({ path }) => path), ...handbook.files()];
    return new Set(paths.map((path) => lastSegment(path).toLowerCase()));
  },
  { lives: 'places' },
);
