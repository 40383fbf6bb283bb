import { endingOf, folderOf, joinInside, withoutEnding } from '../../files/paths.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { leadsHere } from '../common-parts.ts';
import { decodePercent, isExternal, lastSegment, splitHref } from '../href.ts';
import { isResource, trimmedHref } from '../link-kinds.ts';
import { brokenAt, foundAt, type Resolution, unknownAt } from '../resolution.ts';
import { isComputed, isInBlockTag, uncheckable } from '../template.ts';

/** A name with an ending, which is none of a page as it is served, nor of what generators and servers make. */
const FILE = /\.(?!(?:html?|php|aspx?|jsp|cgi|xml|rss|atom|json|ics|webmanifest)$)[A-Za-z][A-Za-z0-9]{0,9}$/i;

/**
 * Where a link leads on a site whose rules are not known. A file that is named as it lies beside the page is found. A file
 * with an ending is missing when no file of the handbook has that name, wherever it lies, and some have that ending. All else cannot be checked.
 */
export function lookUp(link: Link, file: Page, page: Page, handbook: Handbook): Resolution {
  const href = trimmedHref(link);
  if (isExternal(href) && !leadsHere(link, handbook)) return unknownAt('other-site', href);
  const { path, fragment } = splitHref(href);
  const unsure = uncheckable(path);
  // A reference names a page by whatever its generator knows it by.
  const isOpen = link.kind === 'ref' || path === '' || path.startsWith('/');
  if (isOpen || isExternal(href) || isComputed(href)) return unsure;
  const decoded = decodePercent(path);
  const target = joinInside(folderOf(page.path), decoded);
  if (target === null || decoded.endsWith('/')) return unsure;
  const address = `/${target}`;
  const found = handbook.page(target);
  const other = found ? null : handbook.fileAt(address);
  if (found || other) {
    if (fragment) return { ...unsure, address, page: found ?? null };
    return foundAt(address, { page: found ?? null, file: other ?? null });
  }
  const name = lastSegment(decoded);
  // Some generators look in other folders as well, and dot folders are not listed.
  if (!FILE.test(name) || /(?:^|\/)\.[^./]/.test(decoded) || namesOf(handbook).has(name.toLowerCase())) return unsure;
  if (isInBlockTag(file.text, link.range[0])) return unsure;
  if (/\.(?:md|markdown|mdx)$/i.test(name)) return brokenAt('missing-page', address, fragment);
  // A build may write the handbook as one file, and what readers download.
  const isMade = !isResource(link) && !/^www\./i.test(name) && !endingsOf(handbook).has(endingOf(name));
  return isMade ? unsure : brokenAt('missing-file', address, fragment);
}

const endingsOf = query('endings of files', (handbook) => new Set([...handbook.files()].map(endingOf)), {
  lives: 'places',
});

/** The names of all files, with and without their endings, without their folders, in lower case. */
const namesOf = query(
  'names of files',
  (handbook): ReadonlySet<string> => {
    const paths = [...handbook.pages.map(({ path }) => path), ...handbook.files()];
    const names = paths.map((path) => lastSegment(path).toLowerCase());
    // The page `node.js.md` may be at `node.js`.
    return new Set([...names, ...names.map(withoutEnding)]);
  },
  { lives: 'places' },
);
